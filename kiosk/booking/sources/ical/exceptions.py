"""Which occurrences of a series an exception (EXDATE) or a replacing event (RECURRENCE-ID) refers to.

Calendars write them as dates, in UTC, or in a different zone than the series. An ambiguous one excludes
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import DateValue, Form, parse_ical_date
from kiosk.booking.sources.ical.event_times import CalendarReader, EventTimes
from kiosk.feed.wall_time import Span


@dataclass
class NamedTimes:
    """Times of a series: as instants, as local times of the series, or as days (their midnights)."""

    instants: set[datetime] = field(default_factory=set)
    walls: set[datetime] = field(default_factory=set)
    days: set[datetime] = field(default_factory=set)

    def has(self, wall: datetime, span: Span, day: datetime | None) -> bool:
        """Return whether an occurrence is among them."""
        return span.start in self.instants or wall in self.walls or day in self.days

    def add(self, line: Property, text: str, times: EventTimes, reading: CalendarReader) -> bool:
        """Add the time that a value refers to; report it and return False if it is invalid or ambiguous."""
        value = parse_ical_date(text)
        if value is None:
            reading.report(line.line, f"{line.name}={text.strip()!a} is not a time; it excludes nothing")
            return False
        if self._understood(line, value, times, reading):
            return True
        reading.report(line.line, f"{line.name}={text.strip()!a} may mean several times; it excludes nothing")
        return False

    def _understood(
        self, line: Property, value: DateValue, times: EventTimes, reading: CalendarReader
    ) -> bool:
        if times.start.form is Form.DATE:
            day = _as_day(line, value, reading)
            if day is None:
                return False
            self.days.add(day)
        elif value.form is Form.DATE:
            self.days.add(value.wall)
        elif value.form is Form.LOCAL and "TZID" not in line.parameters:
            self.walls.add(value.wall)
        elif _in_doubt(line, value, times, reading):
            return False
        else:
            self.instants.add(reading.instant(line, value))
        return True


def exceptions(event: Component, times: EventTimes, reading: CalendarReader) -> NamedTimes:
    """Return the times that an event's EXDATE lines exclude."""
    named = NamedTimes()
    for line in event.all("EXDATE"):
        for text in line.value.split(","):
            named.add(line, text, times, reading)
    return named


def _in_doubt(line: Property, value: DateValue, times: EventTimes, reading: CalendarReader) -> bool:
    """Return whether the zone of a value is unknown or ambiguous, and not the zone of the series itself."""
    name = line.parameter("TZID")
    return value.form is Form.LOCAL and name != times.start.zone_name and bool(reading.zones.find(name)[1])


def _as_day(line: Property, value: DateValue, reading: CalendarReader) -> datetime | None:
    """Return the day that a value refers to; None unless it is midnight at the office or as written."""
    if value.form is Form.DATE or value.wall.time() == time():
        written = value.wall
        if value.form is not Form.UTC:
            return written
    else:
        written = None
    local = reading.zones.office.wall(reading.instant(line, value))
    return local if local.time() == time() else written
