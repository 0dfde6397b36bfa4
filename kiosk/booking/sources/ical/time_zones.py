"""Time zones of a calendar: what a TZID means, and how local times convert to instants.

A TZID may be an IANA name, a Windows name, a name with a vendor's prefix, or defined in the calendar itself
(VTIMEZONE). If the name and the definition contradict each other, both count. An unknown time zone is read as
the office's, and is reported. By RFC 5545 3.3.5, a local time that the clocks skip has the offset before the
skip, and one that they show twice is the first of the two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import Form, parse_ical_date, shifted
from kiosk.booking.sources.ical.rule_expansion import local_times
from kiosk.booking.sources.ical.rule_parser import parse_rule
from kiosk.feed.wall_time import BEGINNING, FOREVER, Span
from kiosk.frozen import frozen

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
_FIXED = re.compile(r"(?:UTC|GMT)([+-])(\d{1,2})(?::?([0-5]\d))?", re.ASCII)
_NOT_PLACES = ("right/", "posix/", "localtime", "posixrules")
"""Names in the system's zone folder that are not IANA zones; some have leap seconds."""

_HOUR = timedelta(hours=1)


class Zone(Protocol):
    """Converts between local times and instants."""

    def instant(self, wall: datetime) -> datetime:
        """Return a local time in UTC; the first of two if the clocks show it twice."""

    def instants(self, wall: datetime) -> tuple[datetime, datetime]:
        """Return the first and the last instant at which the clocks show a local time."""

    def wall(self, instant: datetime) -> datetime:
        """Return what the clocks show at an instant."""


@frozen
class SystemZone:
    """A zone whose rules Python knows."""

    zone: tzinfo

    def instant(self, wall: datetime) -> datetime:
        """Return a local time in UTC."""
        return self.instants(wall)[0]

    def instants(self, wall: datetime) -> tuple[datetime, datetime]:
        """Return the first and the last instant at which the clocks show a local time."""
        local = wall.replace(tzinfo=self.zone)
        try:
            first = local.astimezone(UTC)
            return first, max(first, local.replace(fold=1).astimezone(UTC))
        except OverflowError:
            return (BEGINNING, BEGINNING) if wall.year == BEGINNING.year else (FOREVER, FOREVER)

    def wall(self, instant: datetime) -> datetime:
        """Return what the clocks show at an instant."""
        try:
            return instant.astimezone(self.zone).replace(tzinfo=None)
        except OverflowError:
            return instant.replace(tzinfo=None)


class Onset(NamedTuple):
    """The start of an offset, and the offset before it."""

    instant: datetime
    before: timedelta
    offset: timedelta


@frozen
class DefinedZone:
    """A zone that a calendar defines itself (RFC 5545 3.6.5): its onsets in order, at least one."""

    onsets: Sequence[Onset]

    def offset(self, instant: datetime) -> timedelta:
        """Return how far the clocks are ahead of UTC at an instant."""
        number = bisect_right(self.onsets, instant, key=lambda onset: onset.instant)
        return self.onsets[number - 1].offset if number else self.onsets[0].before

    def instant(self, wall: datetime) -> datetime:
        """Return a local time in UTC."""
        return self.instants(wall)[0]

    def instants(self, wall: datetime) -> tuple[datetime, datetime]:
        """Return the first and the last instant at which the clocks show a local time."""
        utc = wall.replace(tzinfo=UTC)
        near = {self.offset(_moved(utc, timedelta(days=days))) for days in (-1, 0, 1)}
        moved = (_moved(utc, -offset) for offset in near)
        valid = sorted(instant for instant in moved if self.wall(instant) == wall)
        if valid:
            return valid[0], valid[-1]
        skipped = _moved(utc, -self.offset(_moved(utc, -timedelta(days=1))))
        return skipped, skipped

    def wall(self, instant: datetime) -> datetime:
        """Return what the clocks show at an instant."""
        return _moved(instant, self.offset(instant)).replace(tzinfo=None)


def _moved(instant: datetime, by: timedelta) -> datetime:
    return shifted(instant.replace(tzinfo=None), by).replace(tzinfo=UTC)


UTC_ZONE = SystemZone(UTC)


class TimeZones:
    """The zones of one calendar, for a window and an office in the zone `office`.

    A name with several definitions has several zones; `choice` selects the one to use.
    """

    def __init__(self, definitions: Iterable[Component], office: ZoneInfo, window: Span) -> None:
        self.office = SystemZone(office)
        self.choice = 0
        self._window = window
        self._definitions: dict[str, list[Component]] = defaultdict(list)
        self._found: dict[str, tuple[Sequence[Zone], str]] = {}
        for component in {component.content: component for component in definitions}.values():
            self._definitions[component.value("TZID").strip('"')].append(component)

    def find(self, name: str) -> tuple[Zone, str]:
        """Return the zone that a TZID means, and what is wrong with the TZID (empty if nothing)."""
        zones, problem = self._resolve(name)
        return zones[min(self.choice, len(zones) - 1)], problem

    def choices(self, name: str) -> int:
        """Return how many zones a TZID may mean."""
        return len(self._resolve(name)[0])

    def _resolve(self, name: str) -> tuple[Sequence[Zone], str]:
        if name not in self._found:
            self._found[name] = self._resolved(name)
        return self._found[name]

    def _resolved(self, name: str) -> tuple[Sequence[Zone], str]:
        known = named_zone(name)
        zones: list[Zone] = [known] if known else []
        for component in self._definitions.get(name, ()):
            defined = _defined(component, self._window)
            if defined and not any(self._agree(zone, defined) for zone in zones):
                zones.append(defined)
        if not zones:
            return [self.office], f"the time zone {name!a} is unknown; it is read as the office's"
        return zones, f"the time zone {name!a} has several meanings; all count" if zones[1:] else ""

    def _agree(self, one: Zone, other: Zone) -> bool:
        start, end = self._window
        hours = (start + number * _HOUR for number in range(-48, (end - start) // _HOUR + 48))
        return all(one.wall(hour) == other.wall(hour) for hour in hours)


def iana_zone(name: str) -> ZoneInfo | None:
    """Return the IANA zone with exactly this name, or None."""
    if name.startswith(_NOT_PLACES):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=256)
def named_zone(name: str) -> Zone | None:
    """Return the zone that a TZID means without a definition, or None."""
    zone = iana_zone(name)
    if zone:
        return SystemZone(zone)
    upper = name.strip().upper()
    fixed = _FIXED.fullmatch(upper)
    if fixed and int(fixed[2]) < 24:  # noqa: PLR2004  # hours
        offset = timedelta(hours=int(fixed[2]), minutes=int(fixed[3] or 0))
        return SystemZone(timezone(-offset if fixed[1] == "-" else offset))
    listed = _other_names()
    parts = upper.split("/")
    endings = ("/".join(parts[-count:]) for count in (len(parts), 3, 2))
    iana = next((listed[ending] for ending in endings if ending in listed), None)
    zone = iana_zone(iana) if iana else None
    return SystemZone(zone) if zone else None


@lru_cache(maxsize=1)
def _other_names() -> dict[str, str]:
    """Map IANA and Windows names in upper case to IANA names (Unicode CLDR)."""
    from tzlocal.windows_tz import win_tz  # noqa: PLC0415  # rarely needed: most calendars use IANA names

    return {key.upper(): name for key, name in win_tz.items()} | {
        name.upper(): name for name in available_timezones()
    }


def _defined(component: Component, window: Span) -> DefinedZone | None:
    """Return the zone that a VTIMEZONE defines around the window; None if it cannot be understood."""
    onsets: list[Onset] = []
    for part in component.children:
        before, offset = (_parse_offset(part.first(key)) for key in ("TZOFFSETFROM", "TZOFFSETTO"))
        start = parse_ical_date(part.value("DTSTART"))
        if before is None or offset is None or start is None:
            return None
        walls = _onset_walls(part, start.wall, before, window)
        onsets += (Onset(_moved(wall.replace(tzinfo=UTC), -before), before, offset) for wall in walls)
    return DefinedZone(sorted(onsets)) if onsets else None


def _onset_walls(
    component: Component, start: datetime, before: timedelta, window: Span
) -> Iterator[datetime]:
    yield start
    high = window.end.replace(tzinfo=None) + timedelta(days=400)
    for text in (text for line in component.all("RDATE") for text in line.value.split(",")):
        value = parse_ical_date(text)
        if value:
            yield value.wall
    for line in component.all("RRULE"):
        for rule in parse_rule(line.value)[0]:
            last = high
            if rule.until:
                last = shifted(rule.until.wall, before if rule.until.form is Form.UTC else timedelta())
            yield from local_times(rule, start, start, min(last, high)) or ()


def _parse_offset(line: Property | None) -> timedelta | None:
    match = _OFFSET.fullmatch(line.value) if line else None
    if not match or int(match[2]) >= 24:  # noqa: PLR2004  # hours
        return None
    length = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return -length if match[1] == "-" else length
