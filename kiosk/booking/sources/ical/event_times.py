"""One event: when it starts, how long it lasts, and whether it makes its owner busy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import (
    DateValue,
    Form,
    Length,
    parse_ical_date,
    parse_ical_duration,
    shifted,
)
from kiosk.booking.sources.ical.time_zones import UTC_ZONE, TimeZones, Zone
from kiosk.feed.wall_time import Span
from kiosk.frozen import frozen

_DAY = timedelta(days=1)
_NONE = timedelta()


class CalendarProblem(NamedTuple):
    """What could not be understood, and its line; 0 if it concerns the whole calendar."""

    line: int
    text: str


@dataclass
class CalendarReader:
    """The context for reading the events of a calendar: its zones, the window, and the problems so far."""

    zones: TimeZones
    window: Span
    problems: dict[CalendarProblem, None]
    listed: int = 0
    """The number of occurrences of recurring events listed so far."""

    def report(self, line: int, text: str) -> None:
        """Note a problem, once."""
        self.problems.setdefault(CalendarProblem(line, text))

    def zone_of(self, line: Property, value: DateValue) -> Zone:
        """Return the zone of a value; dates and floating times are in the office's zone."""
        if value.form is Form.UTC:
            return UTC_ZONE
        if value.form is Form.DATE or "TZID" not in line.parameters:
            return self.zones.office
        zone, problem = self.zones.find(line.parameter("TZID"))
        if problem:
            self.report(0, problem)
        return zone

    def instant(self, line: Property, value: DateValue) -> datetime:
        """Return the value of a property in UTC."""
        return self.zone_of(line, value).instant(value.wall)


@frozen
class Start:
    """When an event starts: a local time in a zone, or midnight at the office for an all-day event."""

    wall: datetime
    zone: Zone
    form: Form
    zone_name: str = ""

    @property
    def is_floating(self) -> bool:
        """Whether it is a local time without a zone, and therefore in the office's zone."""
        return self.form is Form.LOCAL and not self.zone_name

    @property
    def instant(self) -> datetime:
        """The start in UTC."""
        return self.zone.instant(self.wall)


@frozen
class EventTimes:
    """The first occurrence of an event, from which the others are computed."""

    start: Start
    length: Length

    def span(self, wall: datetime, length: Length | None = None) -> Span:
        """Return the span of the occurrence that starts at a local time in the event's zone.

        RFC 5545 3.3.5 takes the first of two equal local times. People may mean the second, so it counts too.
        """
        length, zone = length or self.length, self.start.zone
        start, second = zone.instants(wall)
        end = moved_instant(zone.instant(shifted(wall, length.days)) if length.days else start, length.exact)
        if second != start:
            end = max(end, moved_instant(second, length.shown))
        return Span(start, end)


def moved_instant(instant: datetime, by: timedelta) -> datetime:
    """Return an instant moved by an exact length, limited to the range of `datetime`."""
    return shifted(instant.replace(tzinfo=None), by).replace(tzinfo=instant.tzinfo)


def makes_busy(event: Component) -> bool:
    """Return whether an event makes its owner busy; one that contradicts itself does.

    Tentative events do (RFC 5545 3.8.1.11); cancelled, transparent and declined ones do not. One with lines
    that are not iCalendar does: `STATUS: cancelled` may be part of an unescaped text.
    """
    if event.malformed_line:
        return True
    if event.method == "CANCEL" or event.declined or event.values("STATUS") == {"CANCELLED"}:
        return False
    transparency, microsoft = event.values("TRANSP"), event.values("X-MICROSOFT-CDO-BUSYSTATUS")
    if transparency == {"TRANSPARENT"}:
        return bool(microsoft - {"FREE"})
    return microsoft != {"FREE"} or bool(transparency)


def event_times(event: Component, reading: CalendarReader) -> list[EventTimes]:
    """Return the times of an event, one for each of its different starts (RFC 5545 allows only one)."""
    if event.malformed_line:
        reading.report(
            event.malformed_line, "not a line of iCalendar; whatever the event says, it counts as busy"
        )
    starts = list({(line.value, line.parameter("TZID")): line for line in event.all("DTSTART")}.values())
    if len(starts) > 1:
        reading.report(starts[1].line, "a second DTSTART; the event counts at both times")
    readable = [times for line in starts if (times := _times(event, line, reading))]
    return readable or list(_by_end(event, reading))


def _times(event: Component, line: Property, reading: CalendarReader) -> EventTimes | None:
    value = parse_ical_date(line.value)
    if value is None:
        return None
    if line.parameter("VALUE").upper() == "DATE" and value.form is not Form.DATE:
        reading.report(line.line, f"{line.value!a} is not a date; it counts as a time")
    start = Start(value.wall, reading.zone_of(line, value), value.form, line.parameter("TZID"))
    return EventTimes(start, _length(event, start, reading))


def _by_end(event: Component, reading: CalendarReader) -> Iterator[EventTimes]:
    """For an event with an unreadable start, yield the day on which it ends, up to its end."""
    line = event.first("DTSTART")
    what = f"{line.value!a} is not a time" if line else "there is no DTSTART"
    for ending in event.all("DTEND"):
        end = parse_ical_date(ending.value)
        if end:
            zone = reading.zone_of(ending, end)
            midnight = shifted(end.wall, timedelta(microseconds=-1)).replace(
                hour=0, minute=0, second=0, microsecond=0
            )
            reading.report(
                line.line if line else event.line, f"{what}; it counts from the start of the day of its end"
            )
            yield EventTimes(Start(midnight, zone, Form.LOCAL), Length(_NONE, end.wall - midnight))
            return
    reading.report(line.line if line else event.line, f"{what}; the event does not count")


def _length(event: Component, start: Start, reading: CalendarReader) -> Length:
    """Return how long an event lasts: the longer of two ends; with an unreadable end, the rest of its day."""
    lengths = [_until(line, start, reading) for line in event.all("DTEND")]
    lengths += [_lasting(line, start, reading) for line in event.all("DURATION")]
    if len(set(lengths)) > 1:
        line = (event.all("DURATION") + event.all("DTEND"))[-1]
        reading.report(line.line, "a second end; the later one counts")
    if not lengths:
        return Length(_DAY, _NONE) if start.form is Form.DATE else Length(_NONE, _NONE)
    return max(lengths, key=lambda length: length.days + length.exact)


def _until(line: Property, start: Start, reading: CalendarReader) -> Length:
    end = parse_ical_date(line.value)
    if end is None:
        return _rest_of_day(line, start, reading)
    if start.form is Form.DATE and end.form is Form.DATE:
        if end.wall < start.wall:
            reading.report(line.line, f"DTEND={line.value!a} is before DTSTART; the day of DTSTART counts")
        return Length(max(end.wall - start.wall, _DAY), _NONE)  # Outlook ends all-day events on their own day
    zone = reading.zone_of(line, end)
    wall = end.wall
    if Form.DATE in {start.form, end.form}:
        reading.report(line.line, "DTSTART and DTEND are of different kinds")
        wall = shifted(wall, _DAY) if end.form is Form.DATE and wall <= start.wall else wall
    exact = zone.instant(wall) - start.instant
    if exact <= _NONE < wall - start.wall and zone == start.zone:
        exact = wall - start.wall  # it starts in the hour that the clocks skip
    if exact < _NONE:
        return _rest_of_day(line, start, reading, "is before DTSTART")
    shown = wall - start.wall if zone == start.zone else exact
    return Length(_NONE, exact, max(shown, _NONE))


def _lasting(line: Property, start: Start, reading: CalendarReader) -> Length:
    length = parse_ical_duration(line.value)
    if length is None:
        return _rest_of_day(line, start, reading)
    if length.days + length.exact < _NONE:
        reading.report(line.line, f"DURATION={line.value!a} is negative; the event takes no time")
        return Length(_NONE, _NONE)
    if start.form is Form.DATE:
        return Length(max(-(-(length.days + length.exact) // _DAY), 1) * _DAY, _NONE)
    return length


def _rest_of_day(
    line: Property, start: Start, reading: CalendarReader, why: str = "is not understood"
) -> Length:
    reading.report(line.line, f"{line.name}={line.value!a} {why}; it counts to the end of its day")
    midnight = shifted(start.wall.replace(hour=0, minute=0, second=0), _DAY)
    return (
        Length(_NONE, start.zone.instant(midnight) - start.instant)
        if start.form is not Form.DATE
        else Length(_DAY, _NONE)
    )
