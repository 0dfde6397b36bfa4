"""Sizes, lengths and places in written form."""

from __future__ import annotations

import re
from typing import Annotated, Self

from kiosk.feed import suggestions
from kiosk.feed.constraints import before
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import WrittenValue, as_plain_text, raise_expected, written_form
from kiosk.frozen import frozen

_SIZE = re.compile(r"\s*(\d{1,5})\s*[x×]\s*(\d{1,5})\s*(?:mm|px)?\s*", re.ASCII)

_POSITION = re.compile(r"\s*(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*", re.ASCII)

_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d+)?)\s*(mm|cm|m)?\s*", re.ASCII)


@frozen
class Size(WrittenValue):
    """A width and a height, in millimetres or pixels depending on the field."""

    FORM = r"^ *\d{1,5} *[x×] *\d{1,5} *(mm|px)? *$"
    EXAMPLES = ("1920 x 1080", "530 x 300 mm")

    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1920 x 1080`, with or without a unit."""
        match = _SIZE.fullmatch(text)
        if not match or not int(match[1]) or not int(match[2]):
            raise_expected(
                tr("a width and a height such as '1920 x 1080' or '530 x 300 mm'"),
                text,
                suggestions.size(text),
            )
        return cls(int(match[1]), int(match[2]))

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
        match = _POSITION.fullmatch(text)
        if not match or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:  # noqa: PLR2004  # degrees
            raise_expected(
                tr("a latitude and a longitude such as '59.3668, 17.8436'"), text, suggestions.position(text)
            )
        return cls(float(match[1]), float(match[2]))

    def __str__(self) -> str:
        return f"{self.latitude:f}, {self.longitude:f}"


def _millimetres(value: object) -> float:
    match = _LENGTH.fullmatch(as_plain_text(value))
    if not match or not float(match[1]):
        raise_expected(
            tr("a length such as '600 mm' or '4 m'"), value, suggestions.length(as_plain_text(value))
        )
    return float(match[1]) * {"mm": 1, "cm": 10, "m": 1000}[match[2] or "mm"]


Millimetres = Annotated[
    float,
    before(_millimetres),
    written_form(r" *[0-9]+(\.[0-9]+)? *(mm|cm|m)? *", "600 mm", "4 m", number=True),
]
