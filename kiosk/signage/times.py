"""When a playlist applies: the spans of its dates and weekly hours, found from any instant on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.content.models import When
from kiosk.content.walltime import (
    BEGINNING,
    FOREVER,
    Span,
    days_from,
    instant,
    joined,
    local_day,
    span_on,
    weekly_ranges,
)

_LOOK_DAYS = 10
"""A week, and the days at its ends whose hours run past midnight."""

_PAUSELESS = timedelta(days=8)
"""Weekly hours that leave no gap for longer than a week never do."""


def undated(when: When) -> bool:
    """Return whether it applies always, so that no clock is needed to say so."""
    return when == When()


def span_from(when: When, now: datetime, zone: ZoneInfo) -> Span | None:
    """Return the first span of `when` that ends after `now`: the one that holds, or else the next.

    Hours belong to the day they begin on: a night's hours run past midnight of the last day.
    """
    if not when.hours:
        dates = Span(_start(when, zone), _end(when, zone))
        return dates if dates.end > max(now, dates.start) else None
    first = max(local_day(now, zone) - timedelta(days=1), when.since or date.min)
    span = next((each for each in joined(_weekly(when, first, zone)) if each.end > now), None)
    if span is None or span.end - span.start < _PAUSELESS:
        return span
    return Span(span.start, _end_of_pauseless(when, zone))


def _start(when: When, zone: ZoneInfo) -> datetime:
    return instant(when.since, 0, zone) if when.since else BEGINNING


def _end(when: When, zone: ZoneInfo) -> datetime:
    return instant(when.until, 24 * 60, zone) if when.until else FOREVER


def _weekly(when: When, first: date, zone: ZoneInfo) -> Iterator[Span]:
    for day in days_from(first, _LOOK_DAYS):
        if when.until is None or day <= when.until:
            yield from (span_on(day, hours, zone) for hours in weekly_ranges(when.hours, day))


def _end_of_pauseless(when: When, zone: ZoneInfo) -> datetime:
    if when.until is None:
        return FOREVER
    last_week = _weekly(when, when.until - timedelta(days=_LOOK_DAYS - 1), zone)
    return max(span.end for span in last_week)
