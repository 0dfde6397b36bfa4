"""Clock times of a place as instants: spans of weekly hours in UTC, right across changes of the clock.

All arithmetic is in UTC: aware datetimes of one zone subtract as wall clocks do, an hour off when the clock
changes between them. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kiosk.feed.written_values import TimeRange, WeeklyHours

DAY_MINUTES = 24 * 60

Now = datetime | None
"""The present instant, aware; None while the clock of the device is not trusted.

Whoever words or decides anything by the time takes this type, so that the type checker asks what is said
without a time.
"""

FOREVER = datetime.max.replace(tzinfo=UTC)
"""The end of what never ends."""

BEGINNING = datetime.min.replace(tzinfo=UTC)
"""The start of what has always been."""


class Span(NamedTuple):
    """From `start`, inclusive, to `end`, exclusive; both in UTC."""

    start: datetime
    end: datetime


def utc(instant: datetime) -> datetime:
    """Return an aware datetime in UTC; raises `ValueError` on a naive one, which is no instant."""
    if instant.utcoffset() is None:
        raise ValueError(f"a time without a zone is no instant: {instant}")
    return instant.astimezone(UTC)


@lru_cache(maxsize=1 << 14)
def instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """Return the first instant at which the clocks of `zone` show `minutes` after midnight of `day`, or more.

    A time that the clocks skip is the moment of the skip, one that they show twice is the first of the two:
    later times are never earlier instants, and ranges that meet on the wall meet in UTC.
    `minutes` may pass 1440. Beyond the ends of the calendar it is the beginning or for ever.
    """
    try:
        return _instant(day, minutes, zone)
    except OverflowError:
        return BEGINNING if day.year == date.min.year else FOREVER


def _instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
    found = wall.replace(tzinfo=zone).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == wall:
        return found
    return _skip_before(found, wall.replace(tzinfo=zone, fold=1).astimezone(UTC), zone)


def _skip_before(after: datetime, before: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant between the two at which the clocks are put forward, to the second."""
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def local_day(now: datetime, zone: ZoneInfo) -> date:
    """Return the day that the calendar shows in `zone` at `now`."""
    return utc(now).astimezone(zone).date()


def days_from(first: date, count: int) -> Iterator[date]:
    """Yield `count` days from `first` on, fewer where the calendar ends."""
    count = min(count, (date.max - first).days)
    return (first + timedelta(days=step) for step in range(count))


def span_on(day: date, hours: TimeRange, zone: ZoneInfo) -> Span:
    """Return the range as it falls on `day`; one that is skipped by a change of the clock has no length."""
    length = (hours.end - hours.start - 1) % DAY_MINUTES + 1
    return Span(instant(day, hours.start, zone), instant(day, hours.start + length, zone))


def weekly_ranges(weekly: Iterable[WeeklyHours], day: date) -> tuple[TimeRange, ...]:
    """Return the ranges that weekly hours give on `day`, the earliest first."""
    ranges = {each.range for each in weekly if day.weekday() in each.days}
    return tuple(sorted(ranges, key=lambda each: (each.start, each.end)))


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans sorted by start as the fewest that cover the same: what meets or overlaps is one."""
    held: Span | None = None
    for span in spans:
        if span.end <= span.start:
            continue
        if held is None or span.start > held.end:
            if held:
                yield held
            held = span
        elif span.end > held.end:
            held = Span(held.start, span.end)
    if held:
        yield held
