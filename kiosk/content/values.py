"""Values as people write them: durations, clock times, dates, weekly hours, sizes, colours, links.

Each type reads one written form, says what it expected otherwise, and writes itself back in that form.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NoReturn, Self
from urllib.parse import urlsplit

from kiosk.content import meant
from kiosk.content.constraints import Deferred, after, before

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

DAYS = tuple(day[:3] for day in meant.DAYS)

_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])")
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|min|h|d)\b", re.ASCII)
_HOST = re.compile(
    r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE
)
_STRANGE = re.compile(r"""[\s<>"{}|\\^`\x00-\x1f]""")
_SHORTEST_S = 0.001
_LONGEST_S = 3660 * 86400.0  # ten years
_UNITS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


def expected(what: str, got: object, probably: str = "") -> NoReturn:
    """Refuse a value: `what` says in words what would have been right, `probably` what was meant."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415  # only where something is refused

    told = {"what": what, "got": shown(got), "meant": probably}
    raise PydanticCustomError("expected", "expected {what}, got {got}", told)


def shown(value: object) -> str:
    """Return a value as it can stand in a message: short, and on one line."""
    if value is None:
        return "nothing"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004  # about half a terminal line


def parse_duration(value: object) -> float:
    """Return seconds from `12 s`, `1 min 30 s`, `2 h` or a plain number of seconds; at most ten years."""
    seconds = value if isinstance(value, int | float) and not isinstance(value, bool) else _seconds(value)
    if not _SHORTEST_S <= seconds <= _LONGEST_S:
        expected("a length of time above zero, such as '12 s', '1 min 30 s' or '2 h'", value)
    return float(seconds)


def _seconds(value: object) -> float:
    text = value if isinstance(value, str) else ""
    parts = _SPAN.findall(text)
    if _SPAN.sub("", text).strip():
        return 0
    return sum(float(number) * _UNITS[unit] for number, unit in parts)


def write_duration(seconds: float) -> str:
    """Return seconds as `parse_duration` reads them."""
    return f"{seconds!r} s".replace(".0 s", " s")


def parse_clock(text: str) -> int:
    """Return minutes after midnight, 0 to 1440, from `HH:MM`; `24:00` is the end of the day."""
    found = _CLOCK.fullmatch(text.strip())
    minutes = int(found[1]) * 60 + int(found[2]) if found else 1441
    if minutes > 24 * 60:
        expected("a time of day such as '09:30'", text, meant.clock(text))
    return minutes


def parse_date(value: object) -> date:
    """Return the day written as `2026-12-24`."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) and len(value) == len("2026-12-24") else "")
    except ValueError:
        expected("a date such as '2026-12-24'", value, meant.day(str(value)))


_CLOCK_FORM = "([01]?[0-9]|2[0-4]):[0-5][0-9]"
_RANGE_FORM = rf" *{_CLOCK_FORM} *[-–] *{_CLOCK_FORM} *"


class Written:
    """A frozen value with a written form: subclasses give `parse` and `__str__`.

    `FORM` and `EXAMPLES` tell editors of it; `parse` decides.
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
        return value if isinstance(value, cls) else cls.parse(value if isinstance(value, str) else str(value))


@dataclass(frozen=True)
class TimeRange(Written):
    """Minutes after midnight, `start` inclusive and `end` exclusive; `end` ≤ `start` runs past midnight."""

    FORM = f"^{_RANGE_FORM}$"
    EXAMPLES = ("13:00-16:00",)

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `13:00-16:00`."""
        start, dash, end = text.replace("–", "-").partition("-")
        if not dash:
            expected("a time range such as '13:00-16:00'", text)
        return cls(parse_clock(start), parse_clock(end))

    def __str__(self) -> str:
        return f"{clock(self.start)}-{clock(self.end)}"


def clock(minutes: int) -> str:
    """Return minutes after midnight as `HH:MM`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True)
class WeeklyHours(Written):
    """A time range on some weekdays (0 is Monday)."""

    FORM = rf"^[A-Za-z]{{3,}}([-–, ]+[A-Za-z]{{3,}})* +{_RANGE_FORM}$"
    EXAMPLES = ("tue 13:00-16:00", "mon-fri 10:00-16:00", "daily 08:00-22:00")

    days: frozenset[int]
    range: TimeRange

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `tue 13:00-16:00`, `mon-fri 10:00-16:00`, `mon, wed 09:00-12:00` or `daily 08:00-22:00`."""
        words, _, hours = text.strip().lower().rpartition(" ")
        if not words:
            expected("weekdays and a time range such as 'tue 13:00-16:00' or 'mon-fri 10:00-16:00'", text)
        return cls(parse_days(words), TimeRange.parse(hours))

    def __str__(self) -> str:
        return f"{','.join(DAYS[day] for day in sorted(self.days))} {self.range}"


def parse_days(text: str) -> frozenset[int]:
    """Return weekdays (0 is Monday) from `mon`, `mon-fri`, `mon, wed` or `daily`."""
    days: set[int] = set()
    for part in text.lower().replace("–", "-").replace("daily", "mon-sun").split(","):
        first, _, last = part.partition("-")
        start, end = _day(first, text), _day(last or first, text)
        days.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    return frozenset(days)


def _day(word: str, text: str) -> int:
    name = word.strip()
    for day, known in enumerate(meant.DAYS):
        if len(name) >= len("mon") and known.startswith(name):
            return day
    expected(f"weekdays such as 'mon-fri' or 'tue, thu' out of {', '.join(DAYS)}", text, meant.weekdays(text))


@dataclass(frozen=True)
class Size(Written):
    """A width and a height in millimetres or pixels, as its field says."""

    FORM = r"^ *\d{1,5} *[x×] *\d{1,5} *(mm|px)? *$"
    EXAMPLES = ("1920 x 1080", "530 x 300 mm")

    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1920 x 1080`, with or without a unit."""
        found = re.fullmatch(r"\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*(mm|px)?\s*", text)
        if not found or not int(found[1]) or not int(found[2]):
            expected("a width and a height such as '1920 x 1080' or '530 x 300 mm'", text)
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"


@dataclass(frozen=True)
class Position(Written):
    """A place on the earth in degrees north and east, WGS 84."""

    latitude: float
    longitude: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `59.3668, 17.8436`, as maps write it."""
        found = re.fullmatch(r"\s*(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*", text, re.ASCII)
        if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:  # noqa: PLR2004  # the poles, and half way round
            expected("a latitude and a longitude such as '59.3668, 17.8436'", text)
        return cls(float(found[1]), float(found[2]))

    def __str__(self) -> str:
        return f"{self.latitude:f}, {self.longitude:f}"


def _millimetres(value: object) -> float:
    found = re.fullmatch(r"\s*(\d{1,6}(?:\.\d+)?)\s*(mm|cm|m)?\s*", str(value))
    if not found or not float(found[1]):
        expected("a length such as '600 mm' or '4 m'", value)
    return float(found[1]) * {"mm": 1, "cm": 10, "m": 1000}[found[2] or "mm"]


def is_web_address(text: str) -> bool:
    """Return whether a text is an https address, of a host that can be (RFC 1123), without a user's name."""
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode()
        strange = parts.username is not None or parts.port == 0
    except ValueError:  # such as a bracket that begins an address of IPv6, or a port that is no number
        return False
    fits = _HOST.fullmatch(host) and not _STRANGE.search(text)
    return parts.scheme == "https" and bool(fits) and not strange


def _link_template(text: str) -> str:
    from uritemplate import URITemplate  # noqa: PLC0415  # the player fills in no link at its start

    try:
        template = URITemplate(text)
        filled = template.expand(dict.fromkeys(template.variable_names, "1"))
        good = is_web_address(template.expand()) and is_web_address(filled)
    except ValueError:  # such as a length that is no number
        good = False
    return text if good else expected("a web address that starts with https://", text)


def _web_address(text: str) -> str:
    return text if is_web_address(text) else expected("a web address that starts with https://", text)


def host_of(address: str) -> str:
    """Return the host of a web address as engines compare it, with its port unless that is 443.

    An address without a scheme is one of https. Empty if there is no such host.
    """
    text = address if "://" in address else f"https://{address}"
    if not is_web_address(text):
        return ""
    parts = urlsplit(text)
    host = (parts.hostname or "").encode("idna").decode().lower()
    return host if parts.port in {None, 443} else f"{host}:{parts.port}"


def _host(text: str) -> str:
    bare = not set(text) & set("/?#@")
    return (bare and host_of(text)) or expected("the name of a host such as 'kartor.example'", text)


def _matches(pattern: str, what: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        return text if compiled.fullmatch(text) else expected(what, text)

    return check


def unseen(text: str) -> str:
    """Return the first sign of a name that nobody sees or that turns the others around, or nothing.

    After Unicode Technical Report 36. Two such signs join emoji and the letters of many scripts, and may
    stand after what can be joined.
    """
    for previous, sign in itertools.pairwise(f" {text}"):
        joins = sign in _JOINERS and unicodedata.category(previous) in _JOINABLE
        if unicodedata.category(sign) in _UNSEEN and not joins:
            return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'a control character')})"
    return ""


def _media_path(text: str) -> str:
    strange = unseen(_MEDIA_PATH(text))
    return expected(f"a name in which all can be seen, without {strange}", text) if strange else text


def _form(pattern: str, *examples: str, number: bool = False) -> Deferred:
    """Return how a value looks, for editors."""
    kind = ["string", "number"] if number else "string"
    return Deferred("WithJsonSchema", {"type": kind, "pattern": f"^{pattern}$", "examples": list(examples)})


_ID = r"[a-z0-9][a-z0-9-]{0,63}"
_LANGUAGE = r"[a-z]{2,3}(_[A-Z]{2})?"
_PHONE = r"\+?[0-9][0-9 -]{4,18}[0-9]"
_EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_MEDIA = r"media(/(?!\.)[^/\\\x00]+)+"
_LENGTH_OF_TIME = r" *([0-9]+(\.[0-9]+)? *(ms|s|min|h|d) *)+"

_MEDIA_PATH = _matches(_MEDIA, "a file below media/ such as 'media/welcome.svg'")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_JOINERS = frozenset("\u200c\u200d")
_JOINABLE = frozenset(("So", "Sk", "Mn", "Mc", "Lo"))

Duration = Annotated[
    float,
    before(parse_duration),
    Deferred("PlainSerializer", write_duration),
    _form(_LENGTH_OF_TIME, "12 s", "1 min 30 s", "2 h", number=True),
]
"""Seconds."""

Day = Annotated[date, before(parse_date)]
Millimetres = Annotated[
    float,
    before(_millimetres),
    _form(r" *[0-9]+(\.[0-9]+)? *(mm|cm|m)? *", "600 mm", "4 m", number=True),
]
Line = Annotated[str, Deferred("StringConstraints", strip_whitespace=True, min_length=1, max_length=2000)]
Id = Annotated[str, after(_matches(_ID, "an id of small letters, digits and hyphens")), _form(_ID)]
LanguageCode = Annotated[
    str,
    after(_matches(_LANGUAGE, "a language code such as 'sv' or 'fa_AF'")),
    _form(_LANGUAGE, "sv"),
]
LinkTemplate = Annotated[str, after(_link_template), _form("https://.+", "https://boka.example/{office}")]
"""An https address, or an RFC 6570 template of one."""

WebAddress = Annotated[
    str, after(_web_address), _form(r"https://[^\s<>{}|\\^`]+", "https://kartor.example/torget")
]
"""An https address of one page."""

Host = Annotated[str, after(_host), _form(r"[^\s/?#@]+", "kartor.example")]
"""A host of web addresses, in the form that `host_of` gives."""

Phone = Annotated[
    str,
    after(_matches(_PHONE, "a telephone number such as '08-465 004 00'")),
    _form(_PHONE, "08-465 004 00"),
]
Email = Annotated[str, after(_matches(_EMAIL, "an e-mail address")), _form(_EMAIL)]
MediaPath = Annotated[
    str,
    after(_media_path),
    _form(_MEDIA, "media/welcome.svg"),
]
