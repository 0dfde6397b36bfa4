"""Published availability (VAVAILABILITY, RFC 7953): busy throughout its range, but when available.

Here leniency would free time. An AVAILABLE part that is not understood in full therefore makes nothing
available.
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
"""What a priority of 0, which is undefined, ranks as: after 9, the lowest (RFC 7953 3.2)."""


def availability_spans(components: Sequence[Component], reading: CalendarReader) -> list[Span]:
    """Return when the availability of a calendar makes it busy; a higher priority overrules a lower one."""
    ranked: dict[int, list[Component]] = defaultdict(list)
    for each in components:
        ranked[_rank(each)].append(each)
    busy: list[Span] = []
    for rank in sorted(ranked, reverse=True):
        ranges = [_range(each, reading) for each in ranked[rank]]
        own = [
            span
            for each, range_ in zip(ranked[rank], ranges, strict=True)
            for span in _busy(each, range_, reading)
        ]
        busy = [*without(busy, ranges), *own]
    return busy


def _rank(each: Component) -> int:
    text = each.value("PRIORITY")
    return int(text) if text in set("123456789") else _LOWEST


def _range(each: Component, reading: CalendarReader) -> Span:
    """Return from when to when an availability holds: without bounds that can be read, always."""
    first, last, length = each.first("DTSTART"), each.first("DTEND"), each.first("DURATION")
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


def _busy(each: Component, range_: Span, reading: CalendarReader) -> Iterator[Span]:
    available: dict[str, list[Component]] = defaultdict(list)
    for number, part in enumerate(each.children):
        available[part.value("UID") or str(number)].append(part)
    free = (span for parts in available.values() for span in _understood(parts, reading))
    return without([range_], free)


def _understood(parts: Iterable[Component], reading: CalendarReader) -> list[Span]:
    """Return when parts of one UID are available, or nothing if anything is wrong with them."""
    own = CalendarReader(reading.zones, reading.window, {})
    spans = list(series_spans(list(parts), own))
    reading.problems.update(own.problems)
    return [] if own.problems else spans
