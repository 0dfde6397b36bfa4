"""Free/busy lists (VFREEBUSY, RFC 5545 3.6.4): their busy periods, and what they say nothing about.

A list covers the range from its DTSTART to its DTEND. Outside of it nothing is known, so it counts as busy.
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
    """Yield the busy periods of all lists, and what none of them covers."""
    for each in lists:
        if each.malformed_line:
            reading.report(each.malformed_line, "not a line of iCalendar")
        for line in each.all("FREEBUSY"):
            if not _is_free(line):
                yield from _periods(line, reading)
    covered = [_covered(each, reading) for each in lists]
    yield from without([reading.window], covered)


def _is_free(line: Property) -> bool:
    """Return whether a line lists free time; unknown kinds are busy (RFC 5545 3.2.9)."""
    return {each.strip() for each in line.parameter("FBTYPE").upper().split(",")} == {"FREE"}


def _periods(line: Property, reading: CalendarReader) -> Iterator[Span]:
    for text in filter(str.strip, line.value.split(",")):
        span = period_span(line, text, reading)
        if span:
            yield span


def _covered(each: Component, reading: CalendarReader) -> Span:
    return Span(_bound(each, "DTSTART", reading) or BEGINNING, _bound(each, "DTEND", reading) or FOREVER)


def _bound(each: Component, name: str, reading: CalendarReader) -> datetime | None:
    line = each.first(name)
    value = parse_ical_date(line.value) if line else None
    return reading.instant(line, value) if line and value else None
