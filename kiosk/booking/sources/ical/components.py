"""The components of an iCalendar stream (events, free/busy lists, zones …) with the properties about time.

Names, places and descriptions are dropped during parsing, unless a caller asks for them. A stream whose BEGIN
and END lines do not match is refused as a whole, since there is no telling which events would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.booking.sources.ical.content_lines import Property, content_lines, parse_property, property_name
from kiosk.booking.sources.source_errors import BadAnswer

MAX_COMPONENTS = 200_000

_WHEN = frozenset((
    "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "UID",
    "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "FREEBUSY", "PRIORITY",
))  # fmt: skip
_ONSET = frozenset(("DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"))
_KEPT = {
    "VCALENDAR": frozenset(("METHOD",)),
    "VEVENT": _WHEN,
    "VFREEBUSY": _WHEN,
    "VAVAILABILITY": _WHEN,
    "AVAILABLE": _WHEN,
    "VTIMEZONE": frozenset(("TZID",)),
    "STANDARD": _ONSET,
    "DAYLIGHT": _ONSET,
}
_PARENTS = {
    "VCALENDAR": "",
    "VEVENT": "VCALENDAR",
    "VFREEBUSY": "VCALENDAR",
    "VAVAILABILITY": "VCALENDAR",
    "AVAILABLE": "VAVAILABILITY",
    "VTIMEZONE": "VCALENDAR",
    "STANDARD": "VTIMEZONE",
    "DAYLIGHT": "VTIMEZONE",
}
_COMPONENT_NAME = re.compile(r"[A-Z0-9-]+")


@dataclass(slots=True)
class Component:
    """A component: its first line, its properties, and the first line that is malformed (0 if none)."""

    name: str
    line: int
    method: str = ""
    properties: dict[str, list[Property]] = field(default_factory=dict)
    children: list[Component] = field(default_factory=list)
    malformed_line: int = 0
    declined: bool = False

    @property
    def content(self) -> str:
        """Everything in it, for comparison."""
        listed = (line for properties in self.properties.values() for line in properties)
        lines = sorted((line.name, line.value, sorted(line.parameters.items())) for line in listed)
        own = (self.name, self.method, self.declined, bool(self.malformed_line), lines)
        return repr((own, [child.content for child in self.children]))

    def all(self, name: str) -> list[Property]:
        """Return the properties with a name, in order."""
        return self.properties.get(name, [])

    def first(self, name: str) -> Property | None:
        """Return the first property with a name."""
        lines = self.properties.get(name)
        return lines[0] if lines else None

    def value(self, name: str) -> str:
        """Return the value of the first property with a name; empty if there is none."""
        lines = self.properties.get(name)
        return lines[0].value if lines else ""

    def values(self, name: str) -> set[str]:
        """Return all values of the properties with a name, in upper case."""
        return {line.value.upper() for line in self.properties.get(name, ())}


def read_components(
    data: bytes, owner: str = "", lines_before: int = 0, *, also: frozenset[str] = frozenset()
) -> list[Component]:
    """Return the components directly inside the calendars of a stream; raises `BadAnswer` if it is not one.

    An event that `owner`, an e-mail address, has declined is marked as such. Line numbers start after
    `lines_before`, the number of lines in earlier streams, so that each is unique. `also` names further
    properties of events to keep.
    """
    reader = _IcalReader(owner, lines_before, also)
    for number, line in content_lines(data):
        reader.read(number, line)
    return reader.finish()


class _IcalReader:
    def __init__(self, owner: str, lines_before: int, also: frozenset[str]) -> None:
        self._lines_before = lines_before
        self._kept = {**_KEPT, "VEVENT": _WHEN | also}
        self._owner = owner.strip().lower().removeprefix("mailto:")
        self._open: list[Component] = []
        self._calendars: list[Component] = []
        self._count = 0

    def read(self, number: int, line: str) -> None:
        name = property_name(line)
        if name == "BEGIN" and (begun := _component_name(line[6:])):
            self._begin(number, begun)
        elif not self._open:
            raise BadAnswer(_not_a_calendar(number) if not self._calendars else _outside(number))
        elif name == "END" and (ended := _component_name(line[4:])):
            self._end(number, ended)
        else:
            self._keep(number, name, line)

    def finish(self) -> list[Component]:
        if self._open:
            last = self._open[-1]
            raise BadAnswer(f"a calendar that is cut off: the {last.name} of {self._place(last)} never ends")
        if not self._calendars:
            raise BadAnswer(_not_a_calendar(1))
        return list(self._inside_calendars())

    def _inside_calendars(self) -> Iterator[Component]:
        for calendar in self._calendars:
            for child in calendar.children:
                child.method = calendar.value("METHOD").upper()
                yield child

    def _begin(self, number: int, name: str) -> None:
        parent = self._open[-1].name if self._open else ""
        if not parent and name != "VCALENDAR":
            raise BadAnswer(_outside(number) if self._calendars else _not_a_calendar(number))
        if _PARENTS.get(name, parent) != parent:
            raise BadAnswer(f"a damaged calendar: line {number} begins a {name} inside a {parent}")
        self._count += 1
        if self._count > MAX_COMPONENTS:
            raise BadAnswer(f"a calendar of more than {MAX_COMPONENTS} components")
        self._open.append(Component(name, self._lines_before + number))

    def _end(self, number: int, name: str) -> None:
        ended = self._open.pop()
        if ended.name != name:
            raise BadAnswer(
                f"a damaged calendar: line {number} ends a {name}, "
                f"but the {ended.name} of {self._place(ended)} is open"
            )
        if not self._open:
            self._calendars.append(ended)
        elif name in _PARENTS:
            self._open[-1].children.append(ended)

    def _keep(self, number: int, name: str, line: str) -> None:
        component = self._open[-1]
        kept = self._kept.get(component.name)
        if kept is None:
            return
        if name == "ATTENDEE" and self._owner:
            component.declined |= self._declines(number, line)
        elif name in kept:
            parsed = parse_property(self._lines_before + number, name, line)
            if parsed is not None:
                component.properties.setdefault(name, []).append(parsed)
                return
        if name in {"", "BEGIN", "END"} or name in kept:
            component.malformed_line = component.malformed_line or self._lines_before + number

    def _place(self, component: Component) -> str:
        return f"line {component.line - self._lines_before}"

    def _declines(self, number: int, line: str) -> bool:
        attendee = parse_property(number, "ATTENDEE", line)
        if attendee is None or attendee.value.lower().removeprefix("mailto:") != self._owner:
            return False
        return attendee.parameter("PARTSTAT").upper() == "DECLINED"


def _component_name(text: str) -> str:
    name = text.strip().upper()
    return name if _COMPONENT_NAME.fullmatch(name) else ""


def _not_a_calendar(number: int) -> str:
    return f"not a calendar: line {number} is not BEGIN:VCALENDAR"


def _outside(number: int) -> str:
    return f"a damaged calendar: line {number} is outside BEGIN:VCALENDAR and END:VCALENDAR"
