"""Published availability (VAVAILABILITY, RFC 7953): busy throughout its range, except when available.

Leniency would free time here, so an AVAILABLE part that is not fully understood makes nothing available.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.date_values import parse_ical_date, parse_ical_duration, shifted
from kiosk.booking.sources.ical.event_series import series_spans
from kiosk.booking.sources.ical.event_times import CalendarReader, moved_instant
from kiosk.booking.sources.ical.span_sets import without
from kiosk.feed.wall_time import BEGINNING, FOREVER, Span

_LOWEST = 10
"""The rank of priority 0, which means undefined: below 9, the lowest (RFC 7953 3.2)."""


def availability_spans(components: Sequence[Component], reading: CalendarReader) -> list[Span]:
    """Return the busy spans from a calendar's availability; a higher priority overrides a lower one."""
    ranked: dict[int, list[Component]] = defaultdict(list)
    for component in components:
        ranked[_rank(component)].append(component)
    busy: list[Span] = []
    for rank in sorted(ranked, reverse=True):
        ranges = [_range(component, reading) for component in ranked[rank]]
        own = [
            span
            for component, range_ in zip(ranked[rank], ranges, strict=True)
            for span in _busy(component, range_, reading)
        ]
        busy = [*without(busy, ranges), *own]
    return busy


def _rank(component: Component) -> int:
    text = component.value("PRIORITY")
    return int(text) if text in set("123456789") else _LOWEST


def _range(component: Component, reading: CalendarReader) -> Span:
    """Return the range of an availability; without a readable bound it is open on that side."""
    first, last, length = (component.first(name) for name in ("DTSTART", "DTEND", "DURATION"))
    start = parse_ical_date(first.value) if first else None
    end = parse_ical_date(last.value) if last else None
    begin = reading.instant(first, start) if first and start else BEGINNING
    for line, value in ((first, start), (last, end)):
        if line and value is None:
            reading.report(line.line, f"{line.name}={line.value!a} is not a time; the range has no bound")
    if last and end:
        return Span(begin, reading.instant(last, end))
    duration = parse_ical_duration(length.value) if length else None
    if length and duration is None:
        reading.report(length.line, f"DURATION={length.value!a} is not understood; the range has no bound")
    if first and start and duration:
        nominal = reading.zone_of(first, start).instant(shifted(start.wall, duration.days))
        return Span(begin, moved_instant(nominal, duration.exact))
    return Span(begin, FOREVER)


def _busy(component: Component, range_: Span, reading: CalendarReader) -> Iterator[Span]:
    available: dict[str, list[Component]] = defaultdict(list)
    for number, part in enumerate(component.children):
        available[part.value("UID") or str(number)].append(part)
    free = (span for parts in available.values() for span in _understood(parts, reading))
    return without([range_], free)


def _understood(parts: Iterable[Component], reading: CalendarReader) -> list[Span]:
    """Return the available spans of the parts with one UID; none if there is any problem with them."""
    own = CalendarReader(reading.zones, reading.window, {})
    spans = list(series_spans(list(parts), own))
    reading.problems.update(own.problems)
    return [] if own.problems else spans
