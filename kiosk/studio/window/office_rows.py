"""The rows of the offices page, built from an office. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.feed.message_catalog import in_language
from kiosk.feed.written_times import DayRange, WeeklyHours
from kiosk.frozen import frozen
from kiosk.studio.core import office_hours
from kiosk.studio.window import words
from kiosk.studio.window.rows_shown import ChoiceRow


@frozen
class CalendarDayRow:
    """One day of the displayed month."""

    number: str
    spoken_text: str
    """The day for a screen reader, with its holiday and its hours."""

    hours: str
    holiday: str
    in_month: bool
    is_open: bool
    is_exception: bool


def day_row(each: office_hours.CalendarDay, language: str) -> CalendarDayRow:
    """Return the row of a day in the calendar."""
    closed = in_language(words.CLOSED, language)
    spoken_text = ", ".join(filter(None, (f"{each.day}", each.holiday, each.hours or closed)))
    return CalendarDayRow(
        f"{each.day.day}",
        spoken_text,
        each.hours,
        each.holiday,
        each.in_month,
        bool(each.hours),
        each.is_exception,
    )


def exception_row(days: DayRange, hours: Sequence[Any], language: str) -> ChoiceRow:
    """Return the row of days with other hours than the weekly ones."""
    written = office_hours.hours_text(hours) or in_language(words.CLOSED, language)
    return ChoiceRow(f"{days}", f"{days}: {written}")


def weekly_text(when: Sequence[WeeklyHours], language: str) -> str:
    """Return weekly hours as readable text."""
    names = words.weekdays(language)
    return ", ".join(f"{' '.join(names[day] for day in sorted(each.days))} {each.range}" for each in when)
