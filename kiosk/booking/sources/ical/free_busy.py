"""Free/busy lists (VFREEBUSY, RFC 5545 3.6.4): their busy periods, and the time that they do not cover.

A list covers the range from its DTSTART to its DTEND. Nothing is known about other times, so they are busy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import parse_ical_date
from kiosk.booking.sources.ical.event_times import CalendarReader
from kiosk.booking.sources.ical.periods import period_span
from kiosk.booking.sources.ical.span_sets import without
from kiosk.feed.wall_time import BEGINNING, FOREVER, Span


def free_busy_spans(lists: Sequence[Component], reading: CalendarReader) -> Iterator[Span]:
    """Yield the busy periods of all lists, and the time that none of them covers."""
    for free_busy in lists:
        if free_busy.malformed_line:
            reading.report(free_busy.malformed_line, "not a line of iCalendar")
        for line in free_busy.all("FREEBUSY"):
            if not _is_free(line):
                yield from _periods(line, reading)
    covered = [_covered(free_busy, reading) for free_busy in lists]
    yield from without([reading.window], covered)


def _is_free(line: Property) -> bool:
    """Return whether a line lists free time; unknown kinds are busy (RFC 5545 3.2.9)."""
    return {kind.strip() for kind in line.parameter("FBTYPE").upper().split(",")} == {"FREE"}


def _periods(line: Property, reading: CalendarReader) -> Iterator[Span]:
    for text in filter(str.strip, line.value.split(",")):
        span = period_span(line, text, reading)
        if span:
            yield span


def _covered(free_busy: Component, reading: CalendarReader) -> Span:
    start, end = (_bound(free_busy, name, reading) for name in ("DTSTART", "DTEND"))
    return Span(start or BEGINNING, end or FOREVER)


def _bound(free_busy: Component, name: str, reading: CalendarReader) -> datetime | None:
    line = free_busy.first(name)
    value = parse_ical_date(line.value) if line else None
    return reading.instant(line, value) if line and value else None
