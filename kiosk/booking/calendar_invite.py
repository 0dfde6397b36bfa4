"""A slot as a calendar file (RFC 5545) small enough for a QR code: where, when, and for what.

It is tentative, since the kiosk books nothing. It contains nothing about the visitor.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.booking.slots import Slot
from kiosk.feed.wall_time import utc

_LINE = 75  # octets, RFC 5545 3.1


def calendar_file(slot: Slot, summary: str, location: str, now: datetime) -> str:
    """Return the file with one event; its times are in UTC, independent of time zone data."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Infodisk//SV",
        "BEGIN:VEVENT",
        f"UID:{slot.office}-{slot.topic}-{_stamp(slot.start)}",
        f"DTSTAMP:{_stamp(now)}",
        f"DTSTART:{_stamp(slot.start)}",
        f"DTEND:{_stamp(slot.end)}",
        f"SUMMARY:{_text(summary)}",
        f"LOCATION:{_text(location)}",
        "STATUS:TENTATIVE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _stamp(moment: datetime) -> str:
    return f"{utc(moment):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return an escaped text value (3.3.11), without bidi control characters."""
    plain = "".join(
        char for char in " ".join(text.split()) if char not in "\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, without splitting a character."""
    part, room = "", _LINE
    for char in line:
        size = len(char.encode())
        if size > room:
            yield part
            part, room = " ", _LINE - 1
        part, room = part + char, room - size
    yield part
