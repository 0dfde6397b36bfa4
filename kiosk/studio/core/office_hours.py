"""The hours of an office as a week to fill in, and the days of a month with their exceptions. Pure."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from kiosk.booking.opening_hours import ranges_on
from kiosk.feed.office import Office
from kiosk.feed.swedish_holidays import holiday
from kiosk.feed.written_times import DAYS, DayRange, TimeRange, WeeklyHours
from kiosk.frozen import frozen

WEEK = 7
RUN = 3
"""At least this many consecutive days are written as a range, such as `mon-wed`."""


class BadHoursError(ValueError):
    """A day of the week has hours that cannot be read; its argument is the day, 0 for Monday."""


@frozen
class CalendarDay:
    """One day of a month in the calendar of an office."""

    day: date
    in_month: bool
    hours: str
    """Its hours, empty if it is closed."""

    holiday: str
    """The name of the public holiday, or empty."""

    is_exception: bool


def weekday_texts(hours: Sequence[WeeklyHours]) -> list[str]:
    """Return the hours of each weekday as text; empty if it is closed."""
    by_day: list[list[TimeRange]] = [[] for _ in range(WEEK)]
    for each in hours:
        for day in each.days:
            by_day[day].append(each.range)
    return [hours_text(tuple(ranges)) for ranges in by_day]


def hours_text(ranges: Sequence[TimeRange]) -> str:
    """Return the hours of one day as text."""
    return ", ".join(map(str, sorted(ranges, key=lambda each: (each.start, each.end))))


def read_day(text: str) -> list[TimeRange]:
    """Return the hours of one day from its text; raises `ValueError`."""
    return [TimeRange.parse(part.strip()) for part in text.split(",")] if text.strip() else []


def weekly_entries(week: Sequence[str]) -> list[str]:
    """Return the texts of a week as the `hours` of an office, in few lines; raises `BadHoursError`."""
    days_of: dict[TimeRange, list[int]] = {}
    for day, text in enumerate(week):
        try:
            ranges = read_day(text)
        except ValueError as bad:
            raise BadHoursError(day) from bad
        for each in ranges:
            days_of.setdefault(each, []).append(day)
    return [f"{_days(days)} {each}" for each, days in sorted(days_of.items(), key=lambda pair: pair[1])]


def _days(days: Sequence[int]) -> str:
    runs = [[day for _, day in run] for _, run in groupby(enumerate(days), lambda pair: pair[1] - pair[0])]
    parts = [
        f"{DAYS[run[0]]}-{DAYS[run[-1]]}" if len(run) >= RUN else ", ".join(DAYS[day] for day in run)
        for run in runs
    ]
    return ", ".join(parts)


def weeks_of_month(office: Office, year: int, month: int) -> list[CalendarDay]:
    """Return the days of the complete weeks of a month, beginning on a Monday."""
    return [
        CalendarDay(
            day,
            day.month == month,
            hours_text(ranges_on(office, day)),
            holiday(day) or "",
            office.exception_on(day) is not None,
        )
        for day in Calendar().itermonthdates(year, month)
    ]


def overlapped(exceptions: Mapping[DayRange, object], new: DayRange) -> DayRange | None:
    """Return the exception that a new one conflicts with: the same days, or an overlapping range."""
    for each in exceptions:
        several = each.first < each.last and new.first < new.last
        if each == new or (several and each.first <= new.last and new.first <= each.last):
            return each
    return None
