"""A calendar as busy time within a window, and what was not understood."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from kiosk.booking.sources.ical.availability import availability_spans
from kiosk.booking.sources.ical.components import Component, read_components
from kiosk.booking.sources.ical.event_series import series_spans
from kiosk.booking.sources.ical.event_times import CalendarReader
from kiosk.booking.sources.ical.free_busy import free_busy_spans
from kiosk.booking.sources.ical.time_zones import TimeZones
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.feed.wall_time import Span, merge_spans
from kiosk.frozen import frozen

MAX_PROBLEMS = 20
MAX_LENGTH = 300


@frozen
class Busy:
    """The busy spans of a calendar within a window, and what was not understood."""

    spans: tuple[Span, ...]
    problems: tuple[str, ...] = ()


def read_busy(data: bytes, zone: ZoneInfo, window: Span, owner: str = "") -> Busy:
    """Return the busy time of a calendar in `window`; raises `BadAnswer` if it is not a calendar.

    `zone` applies to floating times and all-day events; events that the address `owner` declined are free.
    """
    return _busy(read_components(data, owner), zone, window, lambda line: f"line {line}")


def read_busy_objects(objects: Mapping[str, bytes], zone: ZoneInfo, window: Span, owner: str = "") -> Busy:
    """Return the busy time of a calendar of several named objects; raises `BadAnswer` if one is damaged."""
    components: list[Component] = []
    firsts: list[int] = []
    lines = 0
    for name, data in objects.items():
        firsts.append(lines)
        try:
            components += read_components(data, owner, lines)
        except BadAnswer as bad:
            raise BadAnswer(f"{name!a}: {bad}") from bad
        lines += data.count(b"\n") + data.count(b"\r") + 1
    names = list(objects)

    def place(line: int) -> str:
        number = bisect_left(firsts, line) - 1
        return f"{names[number]!a}, line {line - firsts[number]}"

    return _busy(components, zone, window, place)


def _busy(components: Sequence[Component], zone: ZoneInfo, window: Span, place: Callable[[int], str]) -> Busy:
    groups: dict[str, list[Component]] = defaultdict(list)
    for component in components:
        groups[component.name].append(component)
    reading = CalendarReader(TimeZones(groups["VTIMEZONE"], zone, window), window, {})
    spans = list(_event_spans(groups["VEVENT"], reading))
    for name, spans_of in (("VFREEBUSY", free_busy_spans), ("VAVAILABILITY", availability_spans)):
        if groups[name]:
            spans += spans_of(groups[name], reading)
    problems = (f"{place(line)}: {text}" if line else text for line, text in sorted(reading.problems))
    return Busy(tuple(_within(spans, window)), _shortened(list(problems)))


def _event_spans(events: Sequence[Component], reading: CalendarReader) -> Iterator[Span]:
    """Yield the spans of all events; if a time zone has several meanings, its events are read with each."""
    for group in by_series(events):
        for choice in range(choices(group, reading.zones)):
            reading.zones.choice = choice
            yield from series_spans(group, reading)
        reading.zones.choice = 0


def by_series(events: Sequence[Component]) -> Iterator[list[Component]]:
    """Yield the events grouped by UID."""
    series: dict[str, list[Component]] = defaultdict(list)
    for number, event in enumerate(events):
        series[event.value("UID") or f"\n{number}"].append(event)
    yield from series.values()


def choices(events: Sequence[Component], zones: TimeZones) -> int:
    """Return the largest number of meanings that a time zone named in the events has."""
    lines = (line for event in events for listed in event.properties.values() for line in listed)
    return max(
        (zones.choices(line.parameter("TZID")) for line in lines if "TZID" in line.parameters), default=1
    )


def _within(spans: Sequence[Span], window: Span) -> Iterator[Span]:
    cut = (Span(max(span.start, window.start), min(span.end, window.end)) for span in spans)
    return merge_spans(sorted(span for span in cut if span.start < span.end))


def _shortened(problems: Sequence[str]) -> tuple[str, ...]:
    first = tuple(problem[:MAX_LENGTH] for problem in problems[:MAX_PROBLEMS])
    more = len(problems) - len(first)
    return (*first, f"{more} more problems") if more else first
