"""Values in written form: durations, clock times, dates, weekly hours, sizes and lengths.

Each type parses one written form, reports what it expected otherwise, and formats itself in that form. The
length of a value is checked before any pattern is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NoReturn, Self

from kiosk.feed import suggestions
from kiosk.feed.constraints import Deferred, after, before
from kiosk.feed.message_catalog import shown, tr

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["shown"]  # imported from here by others

DAYS = tuple(day[:3] for day in suggestions.DAYS)

MAX_VALUE = 200
"""The most characters of a value that is written in one of the forms below."""

MAX_TEXT = 2000

_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])")
_NUMBER = re.compile(r"\s*\d{1,9}(?:\.\d{1,9})?\s*", re.ASCII)
_SPAN = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*(ms|s|min|h|d)\b", re.ASCII)
_SHORTEST_S = 0.001
_LONGEST_S = 3660 * 86400.0  # ten years
_UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
_PLAIN = {ord(space): " " for space in "\u00a0\u2007\u2009\u202f"} | {ord(dash): "-" for dash in "–‑—−"}  # noqa: RUF001  # dashes
"""Spaces and dashes that Word and telephones insert by themselves."""


def expected(what: str, got: object, probably: str = "", *, key: str = "") -> NoReturn:
    """Refuse a value: `what` describes a valid one, `probably` is what was meant.

    The check of a model as a whole names the `key` whose value it refuses.
    """
    from pydantic_core import PydanticCustomError  # noqa: PLC0415  # only where something is refused

    details = {"what": what, "got": shown(got), "meant": probably, "key": key}
    raise PydanticCustomError("expected", "expected {what}, got {got}", details)


def written(value: object) -> str:
    """Return a value as text with plain spaces and dashes; refuses one that is too long."""
    if not isinstance(value, str):
        return shown(value)
    if len(value) > MAX_VALUE:
        expected(tr("a value of at most {count} characters", count=MAX_VALUE), value)
    return plain(value)


def plain(text: str) -> str:
    """Replace the special spaces and dashes that Word inserts by those of a keyboard."""
    return text.translate(_PLAIN)


def parse_duration(value: object) -> float:
    """Return seconds from `12 s`, `1 min 30 s`, `2 h`, or `12`, which is seconds; at most ten years."""
    seconds = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    if seconds is None:
        seconds = _seconds(written(value))
    if not _SHORTEST_S <= seconds <= _LONGEST_S:
        what = tr("a length of time above zero, such as '12 s', '1 min 30 s' or '2 h'")
        expected(what, value, suggestions.duration(written(value)))
    return float(seconds)


def _seconds(text: str) -> float:
    if _NUMBER.fullmatch(text):
        return float(text)
    seconds, place = 0.0, 0
    while part := _SPAN.match(text, place):
        seconds += float(part[1]) * _UNITS[part[2]]
        place = part.end()
    return 0.0 if text[place:].strip() else seconds


def write_duration(seconds: float) -> str:
    """Return seconds in the form that `parse_duration` reads."""
    return f"{seconds!r} s".replace(".0 s", " s")


def parse_clock(text: str) -> int:
    """Return minutes after midnight, 0 to 1440, from `HH:MM`; `24:00` is the end of the day."""
    found = _CLOCK.fullmatch(text.strip())
    minutes = int(found[1]) * 60 + int(found[2]) if found else 1441
    if minutes > 24 * 60:
        expected(tr("a time of day such as '09:30'"), text, suggestions.clock(text))
    return minutes


def parse_date(value: object) -> date:
    """Return the day written as `2026-12-24`."""
    if isinstance(value, date):
        return value
    text = written(value).strip()
    try:
        return date.fromisoformat(text if len(text) == len("2026-12-24") else "")
    except ValueError:
        impossible = suggestions.impossible_day(text)
        expected(impossible or tr("a date such as '2026-12-24'"), value, suggestions.day(text))


MAX_DAYS = 366
"""Of a range of days."""

_CLOCK_FORM = "([01]?[0-9]|2[0-4]):[0-5][0-9]"
_RANGE_FORM = rf" *{_CLOCK_FORM} *[-–] *{_CLOCK_FORM} *"


class WrittenValue:
    """A frozen value with a written form: subclasses give `parse` and `__str__`.

    `FORM` and `EXAMPLES` go into the JSON Schema for editors; `parse` is authoritative.
    """

    FORM: ClassVar[str] = ""
    EXAMPLES: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value written as `text`; raises `PydanticCustomError` saying what was expected."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema  # noqa: PLC0415  # the player loads no pydantic

        return core_schema.no_info_plain_validator_function(
            cls._read,
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        del core, handler
        return {"type": "string", "pattern": cls.FORM, "examples": list(cls.EXAMPLES)}

    @classmethod
    def _read(cls, value: object) -> Self:
        return value if isinstance(value, cls) else cls.parse(written(value))


_DAY_FORM = r"\d{4}-\d\d-\d\d"
_DAY_RANGE = re.compile(rf"({_DAY_FORM}) *(?:-|\.\.) *({_DAY_FORM})", re.ASCII)


@dataclass(frozen=True, order=True)
class DayRange(WrittenValue):
    """Days from `first` to `last`, both included; often one day alone."""

    FORM = rf"^{_DAY_FORM}( *(-|–|\.\.) *{_DAY_FORM})?$"
    EXAMPLES = ("2026-12-24", "2026-12-27 - 2027-01-06")

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-12-24` or `2026-12-27 - 2027-01-06`."""
        line = plain(text).strip()
        found = _DAY_RANGE.fullmatch(line)
        if not found and (probably := suggestions.day_range(line)):
            expected(tr("days such as '2026-12-27 - 2027-01-06'"), text, probably)
        first, last = found.groups() if found else (line, line)
        days = cls(parse_date(first), parse_date(last))
        if days.last < days.first:
            expected(tr("days in their order, such as '2026-12-27 - 2027-01-06'"), text)
        if (days.last - days.first).days >= MAX_DAYS:
            expected(tr("at most {count} days", count=MAX_DAYS), text)
        return days

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first} - {self.last}"


@dataclass(frozen=True)
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
            expected(tr("a time range such as '13:00-16:00'"), text, suggestions.hours(text))
        return cls(parse_clock(start), parse_clock(end))

    def __str__(self) -> str:
        return f"{clock(self.start)}-{clock(self.end)}"


def clock(minutes: int) -> str:
    """Return minutes after midnight as `HH:MM`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


_WEEKLY = re.compile(r"(?P<days>[^\d]*[^\d\s]) *(?P<hours>\d\S*( *- *\S+)?)")


@dataclass(frozen=True)
class WeeklyHours(WrittenValue):
    """A time range on some weekdays (0 is Monday)."""

    FORM = rf"^[A-Za-z]{{3,}}([-–, ]+[A-Za-z]{{3,}})* +{_RANGE_FORM}$"
    EXAMPLES = ("tue 13:00-16:00", "mon-fri 10:00-16:00", "daily 08:00-22:00")

    days: frozenset[int]
    range: TimeRange

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `tue 13:00-16:00`, `mon-fri 10:00-16:00`, `mon, wed 09:00-12:00` or `daily 08:00-22:00`."""
        found = _WEEKLY.fullmatch(plain(text).strip().lower())
        if not found:
            what = tr("weekdays and a time range such as 'tue 13:00-16:00' or 'mon-fri 10:00-16:00'")
            expected(what, text, suggestions.weekly(text))
        return cls(parse_days(found["days"], text), TimeRange.parse(found["hours"]))

    def __str__(self) -> str:
        return f"{','.join(DAYS[day] for day in sorted(self.days))} {self.range}"


def parse_days(text: str, line: str = "") -> frozenset[int]:
    """Return weekdays (0 is Monday) from `mon`, `mon-fri`, `mon, wed` or `daily`.

    `line` is the whole of what is written, the hours with it.
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
    expected(what, text, suggestions.weekdays(text) or suggestions.weekly(line))


_SIZE = re.compile(r"\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*(?:mm|px)?\s*", re.ASCII)
_POSITION = re.compile(r"\s*(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*", re.ASCII)
_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d+)?)\s*(mm|cm|m)?\s*", re.ASCII)


@dataclass(frozen=True)
class Size(WrittenValue):
    """A width and a height in millimetres or pixels, as its field says."""

    FORM = r"^ *\d{1,5} *[x×] *\d{1,5} *(mm|px)? *$"
    EXAMPLES = ("1920 x 1080", "530 x 300 mm")

    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1920 x 1080`, with or without a unit."""
        found = _SIZE.fullmatch(text)
        if not found or not int(found[1]) or not int(found[2]):
            expected(
                tr("a width and a height such as '1920 x 1080' or '530 x 300 mm'"),
                text,
                suggestions.size(text),
            )
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"


@dataclass(frozen=True)
class GeoPosition(WrittenValue):
    """A place on the earth in degrees north and east, WGS 84."""

    latitude: float
    longitude: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `59.3668, 17.8436`, the form used by maps."""
        found = _POSITION.fullmatch(text)
        if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:  # noqa: PLR2004  # the poles, and half way round
            expected(
                tr("a latitude and a longitude such as '59.3668, 17.8436'"), text, suggestions.position(text)
            )
        return cls(float(found[1]), float(found[2]))

    def __str__(self) -> str:
        return f"{self.latitude:f}, {self.longitude:f}"


def _millimetres(value: object) -> float:
    found = _LENGTH.fullmatch(written(value))
    if not found or not float(found[1]):
        expected(tr("a length such as '600 mm' or '4 m'"), value, suggestions.length(written(value)))
    return float(found[1]) * {"mm": 1, "cm": 10, "m": 1000}[found[2] or "mm"]


def matches(pattern: str, what: str) -> Callable[..., str]:
    """Return a check that a text matches `pattern`; `what` describes the pattern in words."""
    compiled = re.compile(pattern)

    def check(text: str, probably: str = "") -> str:
        return text if compiled.fullmatch(text) else expected(what, text, probably)

    return check


def written_form(pattern: str, *examples: str, number: bool = False) -> Deferred:
    """Return the JSON Schema of a written value, for editors."""
    kind = ["string", "number"] if number else "string"
    return Deferred("WithJsonSchema", {"type": kind, "pattern": f"^{pattern}$", "examples": list(examples)})


_ID = r"[a-z0-9][a-z0-9-]{0,63}"
_LANGUAGE = r"[a-z]{2,3}(_[A-Z]{2})?"
_LENGTH_OF_TIME = r"( *[0-9]+(\.[0-9]+)? *| *([0-9]+(\.[0-9]+)? *(ms|s|min|h|d) *)+)"

Duration = Annotated[
    float,
    before(parse_duration),
    Deferred("PlainSerializer", write_duration),
    written_form(_LENGTH_OF_TIME, "12 s", "1 min 30 s", "2 h", number=True),
]
"""Seconds."""

Day = Annotated[date, before(parse_date)]
Millimetres = Annotated[
    float,
    before(_millimetres),
    written_form(r" *[0-9]+(\.[0-9]+)? *(mm|cm|m)? *", "600 mm", "4 m", number=True),
]
Line = Annotated[str, Deferred("StringConstraints", strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
Id = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_VALUE),
    after(matches(_ID, tr("an id of small letters, digits and hyphens"))),
    written_form(_ID),
]
LanguageCode = Annotated[
    str,
    Deferred("StringConstraints", max_length=MAX_VALUE),
    after(matches(_LANGUAGE, tr("a language code such as 'sv' or 'fa_AF'"))),
    written_form(_LANGUAGE, "sv"),
]

_YEARS = range(2000, 2200)
"""Near the ends of the calendar, an instant cannot be converted to every time zone."""


def instant_of(moment: datetime) -> datetime:
    """Return an instant in UTC; refuses one without a time zone, or near the ends of the calendar."""
    if moment.tzinfo is None:
        expected(
            tr("a time with its difference from UTC, such as '2026-12-24T09:30:00Z'"), moment.isoformat()
        )
    if moment.year not in _YEARS:
        what = tr("a time in the years {first} to {last}", first=_YEARS[0], last=_YEARS[-1])
        expected(what, moment.isoformat())
    return moment.astimezone(UTC)


Instant = Annotated[datetime, after(instant_of)]
"""A moment, held in UTC: datetimes of one zone compare as their wall clocks do, wrong in a repeated hour."""
