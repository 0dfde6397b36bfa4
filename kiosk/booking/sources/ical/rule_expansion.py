"""The local times that a recurrence rule gives within a range, in bounded time.

`python-dateutil` expands the rule. This module skips to the range instead of counting from the first time,
and tests days itself where they only restrict, so that a rule that never matches also ends.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice, takewhile
from typing import Any

from dateutil import rrule

from kiosk.booking.sources.ical.date_values import shifted
from kiosk.booking.sources.ical.rule_parser import FREQUENCIES, RecurrenceRule

MAX_TIMES = 200_000
"""More than the minutes of the longest useful window; a rule with more times counts as busy throughout."""

_DAY_LIMITS = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY")
_WEEKDAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)


def local_times(
    rule: RecurrenceRule, start: datetime, low: datetime, high: datetime
) -> list[datetime] | None:
    """Return the times from `low` to `high` of a rule that starts at `start`; None if there are too many.

    `start` itself is included only if the rule gives it. The caller applies UNTIL, as it knows the time zone.
    """
    rule, start = _sought(_completed(rule, start), start, low, high)
    if rule.step and (high - max(start, min(low, high))) // rule.step > MAX_TIMES:
        return None
    matching = _matching(rule, start)
    counted = matching if rule.count is None else islice(matching, max(rule.count, 0))
    in_range = (time for time in takewhile(lambda time: time <= high, counted) if time >= low)
    times = list(islice(in_range, MAX_TIMES + 1))
    return times if len(times) <= MAX_TIMES else None


def _completed(rule: RecurrenceRule, start: datetime) -> RecurrenceRule:
    """Return the rule with the weekday that it takes from its start; dateutil would take every day."""
    if "BYWEEKNO" in rule.by and not (rule.by_day or {"BYMONTHDAY", "BYYEARDAY"} & set(rule.by)):
        return replace(rule, by_day=((start.weekday(), 0),))
    return rule


def _sought(
    rule: RecurrenceRule, start: datetime, low: datetime, high: datetime
) -> tuple[RecurrenceRule, datetime]:
    """Return the rule and its start, moved to shortly before `low`.

    If a period may have no time or several, COUNT has to be counted from the start; if that takes too long,
    COUNT is ignored, which gives more times.
    """
    step = rule.step
    if step is None:
        return rule, start
    if rule.count and not rule.is_plain:
        if (high - start) // step <= MAX_TIMES:
            return rule, start
        rule = replace(rule, count=None)
    skipped = max((low - start) // step - 1, 0)
    count = None if rule.count is None else rule.count - skipped
    return replace(rule, count=count), shifted(start, skipped * step)


def _matching(rule: RecurrenceRule, start: datetime) -> Iterator[datetime]:
    limits_days = FREQUENCIES.index(rule.frequency) >= FREQUENCIES.index("DAILY")
    by = {key: values for key, values in rule.by.items() if not (limits_days and key in _DAY_LIMITS)}
    times = _expanded(rule, start, by, () if limits_days else rule.by_day)
    return (time for time in times if _on_day(rule, time)) if limits_days else times


def _expanded(
    rule: RecurrenceRule, start: datetime, by: dict[str, tuple[int, ...]], by_day: Iterable[tuple[int, int]]
) -> Iterator[datetime]:
    weekdays = [_WEEKDAYS[weekday](nth) if nth else _WEEKDAYS[weekday] for weekday, nth in by_day]
    options: dict[str, Any] = {key.lower(): values for key, values in by.items()}
    if weekdays:
        options["byweekday"] = weekdays
    frequency: Any = FREQUENCIES.index(rule.frequency)  # dateutil numbers them in the same order
    try:
        yield from rrule.rrule(
            frequency, dtstart=start, interval=rule.interval, wkst=rule.week_start, **options
        )
    except ValueError:  # "byxxx generates an empty set": the rule has no times
        return


def _on_day(rule: RecurrenceRule, time: datetime) -> bool:
    """Return whether the day of a time is one that the rule allows."""
    by = rule.by
    length = monthrange(time.year, time.month)[1]
    year_day, year_length = time.timetuple().tm_yday, 365 + isleap(time.year)
    return (
        time.month in by.get("BYMONTH", (time.month,))
        and not {time.day, time.day - length - 1}.isdisjoint(by.get("BYMONTHDAY", (time.day,)))
        and not {year_day, year_day - year_length - 1}.isdisjoint(by.get("BYYEARDAY", (year_day,)))
        and (not rule.by_day or time.weekday() in {weekday for weekday, _ in rule.by_day})
    )
