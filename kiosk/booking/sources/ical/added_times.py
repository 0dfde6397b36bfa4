"""Occurrences that a series has in addition to its rules (RDATE, RFC 5545 3.8.5.2): dates, times, periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import DateValue, Form, parse_ical_date
from kiosk.booking.sources.ical.event_times import CalendarReader, EventTimes
from kiosk.booking.sources.ical.periods import period_span
from kiosk.feed.wall_time import Span


def added_spans(
    event: Component, times: EventTimes, reading: CalendarReader
) -> Iterator[tuple[datetime, Span]]:
    """Yield the added occurrences, as local times in the zone of the series and as spans."""
    for line in event.all("RDATE"):
        for text in line.value.split(","):
            if "/" in text:
                yield from _period(line, text, times, reading)
            else:
                yield from _time(line, text, times, reading)


def _period(
    line: Property, text: str, times: EventTimes, reading: CalendarReader
) -> Iterator[tuple[datetime, Span]]:
    span = period_span(line, text, reading)
    if span:
        yield times.start.zone.wall(span.start), span


def _time(
    line: Property, text: str, times: EventTimes, reading: CalendarReader
) -> Iterator[tuple[datetime, Span]]:
    value = parse_ical_date(text)
    if value is None:
        reading.report(line.line, f"RDATE={text.strip()!a} is not a time; it does not count")
        return
    for wall in _walls(line, value, times, reading):
        yield wall, times.span(wall)


def _walls(line: Property, value: DateValue, times: EventTimes, reading: CalendarReader) -> list[datetime]:
    start = times.start
    if value.form is Form.DATE and start.form is not Form.DATE:
        reading.report(
            line.line, "RDATE is a date, its series has times; it counts at the time of the series"
        )
        return [datetime.combine(value.wall, start.wall.time())]
    if start.form is Form.DATE:
        local = value.wall
        if value.form is not Form.DATE:
            local = reading.zones.office.wall(reading.instant(line, value))
        return [local.replace(hour=0, minute=0, second=0)]
    if value.form is Form.LOCAL and "TZID" not in line.parameters and not start.is_floating:
        own, office = value.wall, start.zone.wall(reading.zones.office.instant(value.wall))
        if own != office:
            reading.report(line.line, "RDATE has no zone, its series has one; it counts in both zones")
        return [own, office] if own != office else [own]
    return [start.zone.wall(reading.instant(line, value))]
