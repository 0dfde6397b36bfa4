"""Local clock times as instants: spans of weekly hours in UTC, correct across clock changes.

All arithmetic is in UTC: Python subtracts aware datetimes in one zone as wall clock times, which is an hour
off when the clock changes between them. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kiosk.feed.written_times import TimeRange, WeeklyHours

DAY_MINUTES = 24 * 60

Now = datetime | None
"""The current instant, aware; None while the clock of the device is not trusted.

Code that depends on the time takes this type, so that the type checker makes it handle a missing time.
"""

FOREVER = datetime.max.replace(tzinfo=UTC)
"""The end of a span without an end."""

BEGINNING = datetime.min.replace(tzinfo=UTC)
"""The start of a span without a start."""


class Span(NamedTuple):
    """From `start`, inclusive, to `end`, exclusive; both in UTC."""

    start: datetime
    end: datetime


def utc(instant: datetime) -> datetime:
    """Return an aware datetime in UTC; raises `ValueError` for a naive one, which is not an instant."""
    if instant.utcoffset() is None:
        raise ValueError(f"a time without a zone is not an instant: {instant}")
    return instant.astimezone(UTC)


@lru_cache(maxsize=1 << 14)
def instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the first instant at which the clocks of `zone` show `minutes` past midnight on `day`, or later.

    A skipped time gives the moment of the clock change, an ambiguous one the first of its two instants: later
    times never give earlier instants, and ranges that touch in local time touch in UTC. `minutes` may exceed
    1440. Beyond the ends of the calendar the result is clamped.
    """
    try:
        return _instant(day, minutes, zone)
    except OverflowError:
        return BEGINNING if day.year == date.min.year else FOREVER


def _instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    result = wall.replace(tzinfo=zone).astimezone(UTC)
    if result.astimezone(zone).replace(tzinfo=None) == wall:
        return result
    return _clock_change(result, wall.replace(tzinfo=zone, fold=1).astimezone(UTC), zone)


def _clock_change(after: datetime, before: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant between the two when the clocks go forward, to the second."""
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def local_day(now: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day in `zone` at `now`."""
    return utc(now).astimezone(zone).date()


def days_from(first: date, count: int) -> Iterator[date]:
    """Yield `count` days from `first` on, fewer at the end of the calendar."""
    count = min(count, (date.max - first).days)
    return (first + timedelta(days=step) for step in range(count))


def span_on(day: date, hours: TimeRange, zone: ZoneInfo) -> Span:
    """Return the span of a range on `day`; it is empty if a clock change skips the range."""
    length = (hours.end - hours.start - 1) % DAY_MINUTES + 1
    return Span(instant(day, hours.start, zone), instant(day, hours.start + length, zone))


def weekly_ranges(weekly: Iterable[WeeklyHours], day: date) -> tuple[TimeRange, ...]:
    """Return the ranges of weekly hours on `day`, the earliest first."""
    ranges = {each.range for each in weekly if day.weekday() in each.days}
    return tuple(sorted(ranges, key=lambda each: (each.start, each.end)))


def merge_spans(spans: Iterable[Span]) -> Iterator[Span]:
    """Merge spans, sorted by start, that touch or overlap."""
    merged: Span | None = None
    for span in spans:
        if span.end <= span.start:
            continue
        if merged is None or span.start > merged.end:
            if merged:
                yield merged
            merged = span
        elif span.end > merged.end:
            merged = Span(merged.start, span.end)
    if merged:
        yield merged
