"""Sizes, lengths and places in written form."""

from __future__ import annotations

import re
from typing import Annotated, Self

from kiosk.feed import suggestions
from kiosk.feed.constraints import before
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import WrittenValue, as_plain_text, expected, written_form
from kiosk.frozen import frozen

_SIZE = re.compile(r"\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*(?:mm|px)?\s*", re.ASCII)

_POSITION = re.compile(r"\s*(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*", re.ASCII)

_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d+)?)\s*(mm|cm|m)?\s*", re.ASCII)


@frozen
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


@frozen
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
    found = _LENGTH.fullmatch(as_plain_text(value))
    if not found or not float(found[1]):
        expected(tr("a length such as '600 mm' or '4 m'"), value, suggestions.length(as_plain_text(value)))
    return float(found[1]) * {"mm": 1, "cm": 10, "m": 1000}[found[2] or "mm"]


Millimetres = Annotated[
    float,
    before(_millimetres),
    written_form(r" *[0-9]+(\.[0-9]+)? *(mm|cm|m)? *", "600 mm", "4 m", number=True),
]
