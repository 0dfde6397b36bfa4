"""DATE, DATE-TIME and DURATION values (RFC 5545 3.3.4 to 3.3.6), read leniently if the meaning is clear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

_DATE_TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?",
    re.ASCII | re.IGNORECASE,
)
_LEAP_SECOND = 60
_LONGEST = timedelta(days=4_000_000)
"""More than the years 1 to 9999 have; adding it gives the last time that `datetime` can represent."""


class Form(Enum):
    """How a value is written: a date, a time in UTC, or a local time."""

    DATE = "date"
    UTC = "utc"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date (as its midnight), a time in UTC, or a local time in a zone that the value does not name."""

    wall: datetime
    form: Form


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: days follow the calendar, the rest is exact (RFC 5545 3.3.6).

    `clock` is the length as shown by local clocks, if that differs.
    """

    days: timedelta
    exact: timedelta
    clock: timedelta | None = None

    @property
    def shown(self) -> timedelta:
        """The length as shown by local clocks."""
        return self.about if self.clock is None else self.clock

    @property
    def about(self) -> timedelta:
        """The length without clock changes."""
        return min(self.days + self.exact, _LONGEST)


def parse_ical_date(text: str) -> DateValue | None:
    """Parse `20261013`, `20261013T100000` or `20261013T100000Z`; None if the text is not such a value.

    24:00 is the next midnight, a leap second counts as the second before it, and seconds may be missing.
    """
    match = _DATE_TIME.fullmatch(text.strip())
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        wall = datetime(year, month, day)  # noqa: DTZ001  # the zone is not known here
        if match[4] is None:
            return DateValue(wall, Form.DATE)
        if (hour, minute, second) == (24, 0, 0):
            return _in_form(wall + timedelta(days=1), match[7])
        return _in_form(
            wall.replace(hour=hour, minute=minute, second=59 if second == _LEAP_SECOND else second), match[7]
        )
    except (ValueError, OverflowError):
        return None


def _in_form(wall: datetime, offset: str | None) -> DateValue:
    if not offset:
        return DateValue(wall, Form.LOCAL)
    if offset in "Zz":
        return DateValue(wall, Form.UTC)
    aware = datetime.fromisoformat(f"{wall.isoformat()}{offset[:3]}:{offset[-2:]}")
    return DateValue(aware.astimezone(UTC).replace(tzinfo=None), Form.UTC)


def parse_ical_duration(text: str) -> Length | None:
    """Parse a duration such as `P1DT2H`; None if it is not one. A negative one has negative parts."""
    match = _DURATION.fullmatch(text.strip())
    if not match or not any(match.groups()[1:]):
        return None
    sign = -1 if match[1] == "-" else 1
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    nominal = _bounded(weeks * 7 * 86_400 + days * 86_400)
    return Length(sign * nominal, sign * _bounded(hours * 3600 + minutes * 60 + seconds))


def _bounded(seconds: int) -> timedelta:
    return timedelta(seconds=min(seconds, _LONGEST // timedelta(seconds=1)))


def shifted(wall: datetime, by: timedelta) -> datetime:
    """Return a wall time moved by a length, limited to the range of `datetime`."""
    try:
        return wall + by
    except OverflowError:
        return datetime.max if by > timedelta() else datetime.min  # noqa: DTZ901  # a wall time
