"""The time spans in which a playlist applies, from its days and hours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from kiosk.feed.models import When
from kiosk.feed.recurrence import Recurrence
from kiosk.feed.slides import SlideBase
from kiosk.feed.swedish_holidays import holiday
from kiosk.feed.wall_time import (
    BEGINNING,
    FOREVER,
    Span,
    days_from,
    instant,
    local_day,
    span_on,
    weekly_ranges,
)
from kiosk.feed.written_times import TimeRange

_LOOK_DAYS = 40 * 366
"""How far ahead to search for a span: weekdays and dates coincide again within 28 years."""

_WEEK = timedelta(days=8)
"""Weekly hours without a gap for longer than this have no gap at all."""

_YEARS = timedelta(days=6 * 366)
"""Recurrences and holidays without a gap for longer than this have no gap at all."""

_WHOLE_DAY = (TimeRange(0, 24 * 60),)


def undated(when: When) -> bool:
    """Return whether `when` always applies, so that no clock is needed."""
    return when == When()


def days_span(slide: SlideBase, zone: ZoneInfo) -> Span:
    """Return the span of a slide's own dates, both inclusive."""
    return _dates(slide.shown_from, slide.until, zone)


def _dates(since: date | None, until: date | None, zone: ZoneInfo) -> Span:
    start = instant(since, 0, zone) if since else BEGINNING
    return Span(start, instant(until, 24 * 60, zone) if until else FOREVER)


class Times:
    """The spans in which one `When` applies in a time zone.

    Hours belong to the day on which they begin: overnight hours run past midnight, also on the last day.
    """

    def __init__(self, when: When, zone: ZoneInfo) -> None:
        self.when = when
        self._zone = zone
        self._hours = [weekly_ranges(when.hours, date(2024, 1, 1 + day)) for day in range(7)]  # from a Monday
        self._recurrence_days = (
            _recurrence_days(when.repeat, when.since) if when.repeat and when.since else None
        )
        self._exceptions_end = instant(max(when.excluded), 48 * 60, zone) if when.excluded else BEGINNING
        self._endless_after = _YEARS if when.repeat or when.holidays else _WEEK
        if when.repeat and when.repeat.ends:
            self._endless_after = timedelta.max

    def span_from(self, now: datetime) -> Span | None:
        """Return the first span that ends after `now`: the current one, else the next, or None."""
        when = self.when
        if not (when.hours or when.repeat or when.excluded or when.holidays):
            dates = _dates(when.since, when.until, self._zone)
            return dates if dates.end > now else None
        return self._run(max(local_day(now, self._zone) - timedelta(days=1), when.since or date.min), now)

    def _run(self, first: date, now: datetime) -> Span | None:
        """Return the first span that ends after `now`; search from `first` on, and merge touching spans."""
        run: Span | None = None
        for span in self._spans(first):
            if run is None or span.start > run.end:
                if run and run.end > now:
                    return run
                run = span
            run = Span(run.start, max(run.end, span.end))
            if run.end - max(run.start, self._exceptions_end) > self._endless_after:
                return Span(run.start, self._last_end())
        return run if run and run.end > now else None

    def _last_end(self) -> datetime:
        """Return when a span without gaps ends."""
        if self.when.until is None:
            return FOREVER
        return max(span.end for span in self._spans(self.when.until - timedelta(days=9)))

    def _spans(self, first: date) -> Iterator[Span]:
        for day in self._days(first):
            if (self.when.until and day > self.when.until) or (day - first).days > _LOOK_DAYS:
                return
            hours = self._hours[day.weekday()] if self.when.hours else _WHOLE_DAY
            if hours and self.chosen(day):
                spans = (span_on(day, each, self._zone) for each in hours)
                yield from (span for span in spans if span.start < span.end)

    def _days(self, first: date) -> Iterator[date]:
        return self._recurrence_days.days(first) if self._recurrence_days else days_from(first, _LOOK_DAYS)

    def falls_on(self, day: date) -> bool:
        """Return whether the recurrence includes the day; without a recurrence, every day is included."""
        return next(self._days(day), None) == day

    def chosen(self, day: date) -> bool:
        """Return whether exceptions and holidays allow a day of the recurrence."""
        if day in self.when.excluded:
            return False
        return self.when.holidays is None or (self.when.holidays == "only") is (holiday(day) is not None)


@lru_cache(maxsize=1024)
def _recurrence_days(repeat: Recurrence, since: date) -> _RecurrenceDays:
    return _RecurrenceDays(repeat, since)


class _RecurrenceDays:
    """The days of a recurrence, computed once and shared."""

    def __init__(self, repeat: Recurrence, since: date) -> None:
        self._repeat, self._since = repeat, since
        self._known = _KnownDays(date.max, iter(()))

    def days(self, first: date) -> Iterator[date]:
        """Yield the days from `first` on."""
        if first < self._known.first:
            self._known = _KnownDays(first, self._repeat.days(self._since, first))
        return self._known.days(first)


class _KnownDays:
    """The days found so far, from `first` on; `coming` yields the rest."""

    def __init__(self, first: date, coming: Iterator[date]) -> None:
        self.first = first
        self._coming = coming
        self._found: list[date] = []

    def days(self, first: date) -> Iterator[date]:
        """Yield the days from `first` on."""
        while not self._found or self._found[-1] < first:
            if not self._find():
                return
        index = bisect_left(self._found, first)
        while index < len(self._found) or self._find():
            yield self._found[index]
            index += 1

    def _find(self) -> bool:
        following = next(self._coming, None)
        if following is not None:
            self._found.append(following)
        return following is not None
