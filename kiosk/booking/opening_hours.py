"""Opening hours: the hours of a day, whether an office is open, until when, and when it opens next.

The first of these that applies gives the hours of a day: an exception, a holiday on which the office is
closed, the short hours of an eve, the weekly hours. Hours belong to the day on which they begin: hours that
run past midnight do so whatever the next day is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from kiosk.feed.models import Office
from kiosk.feed.swedish_holidays import holiday, is_eve
from kiosk.feed.wall_time import Span, days_from, instant, local_day, merge_spans, span_on, utc, weekly_ranges
from kiosk.feed.written_times import TimeRange
from kiosk.frozen import frozen

LOOK_AHEAD_DAYS = 60


Today = Literal["usual", "short", "closed", "holiday"]
"""A day with its usual hours, with an early closing, without hours, and a holiday without hours."""


@frozen
class OpenState:
    """Open until `until`, or closed until `opens`, in UTC; None if that is more than 60 days away."""

    open: bool
    until: datetime | None = None
    opens: datetime | None = None


def ranges_on(office: Office, day: date) -> tuple[TimeRange, ...]:
    """Return the opening hours that start on `day`, earliest first; empty if closed."""
    special = special_hours(office, day)
    return weekly_ranges(office.hours, day) if special is None else special


def special_hours(office: Office, day: date) -> tuple[TimeRange, ...] | None:
    """Return the hours of a day that overrides the weekly hours, earliest first; None if it does not."""
    hours = office.exception_on(day)
    if hours is None and office.holidays == "closed" and holiday(day):
        return ()
    if hours is None and office.eve is not None and is_eve(day) and weekly_ranges(office.hours, day):
        hours = office.eve
    return None if hours is None else tuple(sorted(hours, key=lambda hour: (hour.start, hour.end)))


def open_state(office: Office, zone: ZoneInfo, now: datetime) -> OpenState:
    """Return whether the office is open at `now`, and when that changes."""
    now = utc(now)
    ahead = now + timedelta(days=LOOK_AHEAD_DAYS)
    spans = (span for span in open_spans(office, zone, local_day(now, zone)) if span.end > now)
    span = next(spans, None)
    if span is None or span.start > ahead:
        return OpenState(open=False)
    if span.start > now:
        return OpenState(open=False, opens=span.start)
    return OpenState(open=True, until=span.end if span.end <= ahead else None)


def today(office: Office, zone: ZoneInfo, now: datetime) -> Today:
    """Return what kind of day it is for the office at `now`."""
    day = local_day(now, zone)
    start, end = instant(day, 0, zone), instant(day + timedelta(days=1), 0, zone)
    spans = [span for span in open_spans(office, zone, day, days=2) if span.start < end and span.end > start]
    if not spans:
        return "holiday" if holiday(day) else "closed"
    usual = max((span_on(day, hours, zone).end for hours in weekly_ranges(office.hours, day)), default=start)
    return "short" if special_hours(office, day) is not None and spans[-1].end < usual else "usual"


def open_spans(
    office: Office, zone: ZoneInfo, first: date, days: int = LOOK_AHEAD_DAYS + 3
) -> Iterator[Span]:
    """Yield the spans when the office is open, from the day before `first` on, with touching hours merged.

    `days` is the number of days to compute.
    """
    return merge_spans(_spans(office, zone, first - timedelta(days=1), days))


def _spans(office: Office, zone: ZoneInfo, first: date, days: int) -> Iterator[Span]:
    for day in days_from(first, days):
        yield from (span_on(day, hours, zone) for hours in ranges_on(office, day))
