"""The lines of an iCalendar file that say when, and none of the others.

Names, places and descriptions are dropped before anything is parsed, and so is what stands inside an event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.booking.sources.errors import BadAnswer

MAX_COMPONENTS = 200_000

_KEPT = frozenset((
    "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID", "SEQUENCE",
    "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "FREEBUSY",
))  # fmt: skip
_SERIES = frozenset(("RRULE", "RDATE", "RECURRENCE-ID"))
_FOLD = re.compile(r"\r?\n[ \t]")
_DATES = re.compile(r"(\d{8}(T\d{6}Z?)?)(,\d{8}(T\d{6}Z?)?)*", re.ASCII)


@dataclass(frozen=True)
class Component:
    """An event or a free/busy answer: its kept lines by their names."""

    name: str
    lines: dict[str, list[str]] = field(default_factory=dict)

    @property
    def in_series(self) -> bool:
        """Whether it comes again, or is one of those that do."""
        return not _SERIES.isdisjoint(self.lines)

    def value(self, key: str) -> str:
        """Return the first value of a property, without its parameters."""
        return self.lines[key][0].rpartition(":")[2].strip() if key in self.lines else ""

    def text(self) -> list[str]:
        """Return it as the lines of an iCalendar file."""
        lines = [line for lines in self.lines.values() for line in lines]
        return [f"BEGIN:{self.name}", *lines, f"END:{self.name}"]


class Sifted(NamedTuple):
    """What is left of a calendar: its events and free/busy answers, and its zones as they are."""

    components: list[Component]
    zones: list[str]


def takes_time(status: str, transparency: str, busy_status: str) -> bool:
    """Return whether an event makes its owner busy; a tentative one does (RFC 5545 3.8.1.11, 3.8.2.7)."""
    return not (
        status.upper() == "CANCELLED"
        or transparency.upper() == "TRANSPARENT"
        or busy_status.upper() == "FREE"
    )


def sift(data: bytes) -> Sifted:
    """Return what says when in a calendar; raises `BadAnswer` if it is none, or has too much in it."""
    text = _FOLD.sub("", data.decode("utf-8-sig", errors="replace")).strip()
    if not text[:15].upper() == "BEGIN:VCALENDAR":
        raise BadAnswer("not a calendar: it does not begin with BEGIN:VCALENDAR")
    if not text[-13:].upper() == "END:VCALENDAR":
        raise BadAnswer("a calendar that is cut off: it does not end with END:VCALENDAR")
    reader = _Reader()
    for line in text.split("\n"):
        reader.take(line.rstrip("\r"))
    return Sifted(reader.components, reader.zones)


class _Reader:
    def __init__(self) -> None:
        self.components: list[Component] = []
        self.zones: list[str] = []
        self._open: list[str] = []

    def take(self, line: str) -> None:
        key = line[: min((at for at in (line.find(";"), line.find(":")) if at >= 0), default=0)].upper()
        if key == "BEGIN":
            self._begin(line[6:].strip().upper())
        if "VTIMEZONE" in self._open:
            self.zones.append(line)
        elif key in _KEPT and self._open[1:] in (["VEVENT"], ["VFREEBUSY"]) and _sane(key, line):
            self.components[-1].lines.setdefault(key, []).append(line)
        if key == "END" and self._open:
            self._open.pop()

    def _begin(self, name: str) -> None:
        self._open.append(name)
        if self._open[1:] in (["VEVENT"], ["VFREEBUSY"]):
            if len(self.components) >= MAX_COMPONENTS:
                raise BadAnswer(f"a calendar of more than {MAX_COMPONENTS} events")
            self.components.append(Component(name))


def _sane(key: str, line: str) -> bool:
    """Return False for an exception that says no date: the rest of its series still counts."""
    return key != "EXDATE" or _DATES.fullmatch(line.rpartition(":")[2].strip()) is not None
