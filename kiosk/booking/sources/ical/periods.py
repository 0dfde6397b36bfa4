"""PERIOD values (RFC 5545 3.3.9): a start, and an end or a duration."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import DateValue, parse_ical_date, parse_ical_duration, shifted
from kiosk.booking.sources.ical.event_times import CalendarReader, moved_instant
from kiosk.booking.sources.ical.time_zones import Zone
from kiosk.feed.wall_time import Span

_DAY = timedelta(days=1)


def period_span(line: Property, text: str, reading: CalendarReader) -> Span | None:
    """Return the span of a period; without a readable end, it lasts to the end of its day."""
    first, _, second = text.strip().partition("/")
    start = parse_ical_date(first)
    if start is None:
        reading.report(line.line, f"{line.name}={text.strip()!a} has no start; it does not count")
        return None
    zone = reading.zone_of(line, start)
    span = Span(zone.instant(start.wall), _end(zone, start, line, second, reading))
    if span.end < span.start:
        reading.report(line.line, f"{line.name}={text.strip()!a} ends before it begins; it takes no time")
    return span


def _end(zone: Zone, start: DateValue, line: Property, text: str, reading: CalendarReader) -> datetime:
    length = parse_ical_duration(text)
    if length is not None:
        return moved_instant(zone.instant(shifted(start.wall, length.days)), length.exact)
    value = parse_ical_date(text)
    if value is not None:
        return reading.instant(line, value)
    reading.report(line.line, f"{line.name}: a period ends with {text!a}; it counts to the end of its day")
    return zone.instant(shifted(start.wall.replace(hour=0, minute=0, second=0), _DAY))
