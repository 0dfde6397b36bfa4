"""Times in written form: durations, clock times, dates, weekly hours and instants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Self

from kiosk.feed import suggestions
from kiosk.feed.constraints import Deferred, after, before
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import WrittenValue, as_plain_text, plain, raise_expected, written_form
from kiosk.frozen import frozen

DAYS = tuple(day[:3] for day in suggestions.DAYS)

_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])")

_NUMBER = re.compile(r"\s*\d{1,9}(?:\.\d{1,9})?\s*", re.ASCII)

_SPAN = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*(ms|s|min|h|d)\b", re.ASCII)


def parse_duration(value: object) -> float:
    """Return seconds from `12 s`, `1 min 30 s`, `2 h`, or `12`, which is seconds; at most ten years."""
    seconds = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    if seconds is None:
        seconds = _seconds(as_plain_text(value))
    if not suggestions.SHORTEST_S <= seconds <= suggestions.LONGEST_S:
        what = tr("a length of time above zero, such as '12 s', '1 min 30 s' or '2 h'")
        raise_expected(what, value, suggestions.duration(as_plain_text(value)))
    return float(seconds)


def _seconds(text: str) -> float:
    if _NUMBER.fullmatch(text):
        return float(text)
    seconds, place = 0.0, 0
    while part := _SPAN.match(text, place):
        seconds += float(part[1]) * suggestions.UNIT_S[part[2]]
        place = part.end()
    return 0.0 if text[place:].strip() else seconds


def write_duration(seconds: float) -> str:
    """Return seconds in the form that `parse_duration` reads."""
    return f"{seconds!r} s".replace(".0 s", " s")


def parse_clock(text: str) -> int:
    """Return minutes after midnight, 0 to 1440, from `HH:MM`; `24:00` is the end of the day."""
    match = _CLOCK.fullmatch(text.strip())
    minutes = int(match[1]) * 60 + int(match[2]) if match else 1441
    if minutes > 24 * 60:
        raise_expected(tr("a time of day such as '09:30'"), text, suggestions.clock(text))
    return minutes


def parse_date(value: object) -> date:
    """Return the day written as `2026-12-24`."""
    if isinstance(value, date):
        return value
    text = as_plain_text(value).strip()
    try:
        return date.fromisoformat(text if len(text) == len("2026-12-24") else "")
    except ValueError:
        impossible = suggestions.impossible_day(text)
        raise_expected(impossible or tr("a date such as '2026-12-24'"), value, suggestions.day(text))


MAX_DAYS = 366
"""The maximum length of a range of days."""

_CLOCK_FORM = "([01]?[0-9]|2[0-4]):[0-5][0-9]"

_RANGE_FORM = rf" *{_CLOCK_FORM} *[-–] *{_CLOCK_FORM} *"

_DAY_FORM = r"\d{4}-\d\d-\d\d"

_DAY_RANGE = re.compile(rf"({_DAY_FORM}) *(?:-|\.\.) *({_DAY_FORM})", re.ASCII)


@dataclass(frozen=True, order=True)
class DayRange(WrittenValue):
    """Days from `first` to `last`, both included; often a single day."""

    FORM = rf"^{_DAY_FORM}( *(-|–|\.\.) *{_DAY_FORM})?$"
    EXAMPLES = ("2026-12-24", "2026-12-27 - 2027-01-06")

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-12-24` or `2026-12-27 - 2027-01-06`."""
        line = plain(text).strip()
        match = _DAY_RANGE.fullmatch(line)
        if not match and (probably := suggestions.day_range(line)):
            raise_expected(tr("days such as '2026-12-27 - 2027-01-06'"), text, probably)
        first, last = match.groups() if match else (line, line)
        days = cls(parse_date(first), parse_date(last))
        if days.last < days.first:
            raise_expected(tr("days in their order, such as '2026-12-27 - 2027-01-06'"), text)
        if (days.last - days.first).days >= MAX_DAYS:
            raise_expected(tr("at most {count} days", count=MAX_DAYS), text)
        return days

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first} - {self.last}"


@frozen
class TimeRange(WrittenValue):
    """Minutes after midnight, `start` inclusive and `end` exclusive; `end` ≤ `start` runs past midnight."""

    FORM = f"^{_RANGE_FORM}$"
    EXAMPLES = ("13:00-16:00",)

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `13:00-16:00`."""
        start, dash, end = plain(text).partition("-")
        if not dash:
            raise_expected(tr("a time range such as '13:00-16:00'"), text, suggestions.hours(text))
        return cls(parse_clock(start), parse_clock(end))

    def __str__(self) -> str:
        return f"{clock_text(self.start)}-{clock_text(self.end)}"


def clock_text(minutes: int) -> str:
    """Return minutes after midnight as `HH:MM`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


_WEEKLY = re.compile(r"(?P<days>[^\d]*[^\d\s]) *(?P<hours>\d\S*( *- *\S+)?)")


@frozen
class WeeklyHours(WrittenValue):
    """A time range on some weekdays (0 is Monday)."""

    FORM = rf"^[A-Za-z]{{3,}}([-–, ]+[A-Za-z]{{3,}})* +{_RANGE_FORM}$"
    EXAMPLES = ("tue 13:00-16:00", "mon-fri 10:00-16:00", "daily 08:00-22:00")

    days: frozenset[int]
    range: TimeRange

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `tue 13:00-16:00`, `mon-fri 10:00-16:00`, `mon, wed 09:00-12:00` or `daily 08:00-22:00`."""
        match = _WEEKLY.fullmatch(plain(text).strip().lower())
        if not match:
            what = tr("weekdays and a time range such as 'tue 13:00-16:00' or 'mon-fri 10:00-16:00'")
            raise_expected(what, text, suggestions.weekly(text))
        return cls(parse_days(match["days"], text), TimeRange.parse(match["hours"]))

    def __str__(self) -> str:
        return f"{','.join(DAYS[day] for day in sorted(self.days))} {self.range}"


def parse_days(text: str, line: str = "") -> frozenset[int]:
    """Return weekdays (0 is Monday) from `mon`, `mon-fri`, `mon, wed` or `daily`.

    `line` is the complete value, including the hours, for a suggestion.
    """
    days: set[int] = set()
    for part in plain(text).lower().replace("daily", "mon-sun").split(","):
        first, _, last = part.partition("-")
        start, end = _day(first, text, line), _day(last or first, text, line)
        days.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    return frozenset(days)


def _day(word: str, text: str, line: str) -> int:
    name = word.strip()
    for day, known in enumerate(suggestions.DAYS):
        if len(name) >= len("mon") and known.startswith(name):
            return day
    what = tr("weekdays such as 'mon-fri' or 'tue, thu' out of {days}, or 'daily'", days=DAYS)
    return raise_expected(what, text, suggestions.weekdays(text) or suggestions.weekly(line))


_LENGTH_OF_TIME = r"( *[0-9]+(\.[0-9]+)? *| *([0-9]+(\.[0-9]+)? *(ms|s|min|h|d) *)+)"

Duration = Annotated[
    float,
    before(parse_duration),
    Deferred("PlainSerializer", write_duration),
    written_form(_LENGTH_OF_TIME, "12 s", "1 min 30 s", "2 h", number=True),
]
"""Seconds."""

Day = Annotated[date, before(parse_date)]

_YEARS = range(2000, 2200)
"""Near the ends of the calendar, an instant cannot be converted to every time zone."""


def instant_of(moment: datetime) -> datetime:
    """Return an instant in UTC; refuses one without a time zone, or near the ends of the calendar."""
    if moment.tzinfo is None:
        raise_expected(
            tr("a time with its difference from UTC, such as '2026-12-24T09:30:00Z'"), moment.isoformat()
        )
    if moment.year not in _YEARS:
        what = tr("a time in the years {first} to {last}", first=_YEARS[0], last=_YEARS[-1])
        raise_expected(what, moment.isoformat())
    return moment.astimezone(UTC)


Instant = Annotated[datetime, after(instant_of)]
"""A moment in UTC: Python compares datetimes in one zone by wall clock, which is wrong in a repeated hour."""
