"""The content lines of an iCalendar stream (RFC 5545 3.1): encoding, line ends, folding, parameters.

Lines are unfolded as bytes, since a fold may cut a UTF-8 sequence. Undecodable bytes survive as surrogates,
so that two different UIDs never become equal.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LINE_END = re.compile(rb"\r*\n|\r")
_NAME = re.compile(r"([A-Za-z0-9-]+)[;:]")
_PROPERTY = re.compile(r'[A-Za-z0-9-]+((?:;(?:[^":]++|"[^"]*+")*+)?):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*+"|[^";])*+)')


@dataclass(frozen=True, slots=True)
class Property:
    """One property: the number of its first line, its name in upper case, its parameters and its value."""

    line: int
    name: str
    parameters: Mapping[str, str]
    value: str

    def parameter(self, name: str) -> str:
        """Return a parameter without its quotes; empty if it is missing."""
        return self.parameters.get(name, "").replace('"', "").strip()


def content_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield each unfolded line with the number of its first physical line; blank lines are skipped."""
    parts: list[bytes] = []
    first = 0
    for number, line in enumerate(_LINE_END.split(_as_utf8(data)), 1):
        if line[:1] in {b" ", b"\t"} and parts:
            parts.append(line[1:])
        elif line.strip(b" \t\0\x1a"):
            if parts:
                yield first, b"".join(parts).decode("utf-8", "surrogateescape")
            parts, first = [line], number
    if parts:
        yield first, b"".join(parts).decode("utf-8", "surrogateescape")


def property_name(line: str) -> str:
    """Return the name of a content line in upper case; empty if it is not a content line."""
    match = _NAME.match(line)
    return match[1].upper() if match else ""


def parse_property(number: int, name: str, line: str) -> Property | None:
    """Return the property in a line with this name; None if a quote in it is never closed."""
    match = _PROPERTY.fullmatch(line)
    if match is None:
        return None
    head = match[1]
    parameters = {key.upper(): value for key, value in _PARAMETER.findall(head)} if head else {}
    return Property(number, name, parameters, match[2].strip())


def _as_utf8(data: bytes) -> bytes:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode("utf-8", "surrogatepass")
    return data.removeprefix(codecs.BOM_UTF8)
