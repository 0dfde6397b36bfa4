"""The events of an iCalendar stream with their titles and places, read by the iCalendar parser of free times.

For free times a doubtful event counts as busy; here an event with a doubtful time is left out and reported,
since a wrong hour on a screen sends people to a closed door. Runs in a separate process; see `source_round`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.booking.sources.ical.busy_time import by_series, choices
from kiosk.booking.sources.ical.components import Component, read_components
from kiosk.booking.sources.ical.date_values import Form, parse_ical_date
from kiosk.booking.sources.ical.event_series import series_times
from kiosk.booking.sources.ical.event_times import CalendarReader
from kiosk.booking.sources.ical.time_zones import TimeZones
from kiosk.feed.wall_time import Span, instant, local_day
from kiosk.frozen import frozen
from kiosk.live.plain_text import plain_text
from kiosk.live.sources.calendar_bounds import within_calendar

MAX_EVENTS = 100
MAX_TIMES = 20_000
"""Occurrences of all series within the window; series beyond this are left out."""

MAX_PROBLEMS = 10
TITLE, PLACE, TAG, TAGS = 140, 80, 40, 10

_KEPT = frozenset(("SUMMARY", "LOCATION", "CATEGORIES", "CLASS"))
_NOT_FOR_DISPLAY = ("TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
"""Ignored: whether an event makes its owner busy says nothing about whether it takes place."""

_ESCAPED = re.compile(r"\\([nN,;\\])")


def read_events(request: bytes) -> bytes:
    """Return the coming events of a calendar and what was left out, as JSON; raises `BadAnswer`.

    The request is a line of JSON with `zone`, `now` and `days`, followed by the calendar.
    """
    head, _, data = request.partition(b"\n")
    question = json.loads(head)
    zone, now = ZoneInfo(question["zone"]), datetime.fromisoformat(question["now"])
    today = local_day(now, zone)
    window = Span(instant(today, 0, zone), instant(today + timedelta(days=question["days"]), 0, zone))
    reader = _EventReader(read_components(data, also=_KEPT), zone, window)
    events = sorted(reader.events(), key=lambda event: (event["start"], event["title"]))
    if len(events) > MAX_EVENTS:
        reader.problems.append(f"{len(events) - MAX_EVENTS} later events are left out")
    answer = {"data": {"events": events[:MAX_EVENTS]}, "problems": reader.problems[:MAX_PROBLEMS]}
    return json.dumps(answer).encode()


@dataclass
class _EventReader:
    components: list[Component]
    zone: ZoneInfo
    window: Span

    def __post_init__(self) -> None:
        zones = [component for component in self.components if component.name == "VTIMEZONE"]
        self._zones = TimeZones(zones, self.zone, self.window)
        self._listed = self._shown = 0
        self.problems: list[str] = []

    def events(self) -> Iterator[dict[str, Any]]:
        events = [component for component in self.components if component.name == "VEVENT"]
        for group in by_series(events):
            for event in group:
                for name in _NOT_FOR_DISPLAY:
                    event.properties.pop(name, None)
            try:
                yield from self._of_series(group)
            except ValueError as bad:
                self.problems.append(f"line {group[0].line}: left out: {bad}")

    def _of_series(self, group: list[Component]) -> list[dict[str, Any]]:
        """Return the events of one series in the window; raises `ValueError` if any time is in doubt."""
        if choices(group, self._zones) > 1:
            raise ValueError("its time zone has several meanings")
        reading = CalendarReader(self._zones, self.window, {}, self._listed)
        public = [
            (event, span)
            for event, span in series_times(group, reading)
            if self._is_within(span) and _is_public(event, group)
        ]
        self._listed, self._shown = reading.listed, self._shown + len(public)
        if reading.problems:
            raise ValueError(next(iter(reading.problems)).text)
        if self._shown > MAX_TIMES:
            raise ValueError("the calendar has too many times")
        return [self._event(event, span) for event, span in dict.fromkeys(_hashable(public))]

    def _is_within(self, span: Span) -> bool:
        return span.start < self.window.end and span.end >= self.window.start

    def _event(self, event: _Hashed, span: Span) -> dict[str, Any]:
        component = event.component
        title = plain_text(_unescaped(component.value("SUMMARY")), TITLE)
        if not title:
            raise ValueError("it has no title")
        start = component.first("DTSTART")
        value = parse_ical_date(start.value) if start else None
        return {
            "title": title,
            "start": within_calendar(span.start).isoformat(),
            "end": within_calendar(span.end).isoformat(),
            "all_day": value is not None and value.form is Form.DATE,
            "place": plain_text(_unescaped(component.value("LOCATION")), PLACE),
            "tags": list(_tags(component)),
        }


def _is_public(event: Component, group: list[Component]) -> bool:
    """Return whether an event is public by its class (RFC 5545, 3.8.1.3), or by that of its series."""
    original = next((other for other in group if other.first("RECURRENCE-ID") is None), event)
    written = event.value("CLASS") or original.value("CLASS") or "PUBLIC"
    return written.strip().upper() == "PUBLIC"


@frozen
class _Hashed:
    """An event hashed by identity, so that each of its times is listed once."""

    component: Component

    def __hash__(self) -> int:
        return id(self.component)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and other.component is self.component


def _hashable(times: list[tuple[Component, Span]]) -> Iterator[tuple[_Hashed, Span]]:
    return ((_Hashed(event), span) for event, span in times)


def _tags(event: Component) -> Iterator[str]:
    listed = [tag for line in event.all("CATEGORIES") for tag in re.split(r"(?<!\\),", line.value)]
    for tag in listed[:TAGS]:
        if text := plain_text(_unescaped(tag), TAG):
            yield text


def _unescaped(text: str) -> str:
    """Return an unescaped TEXT value (RFC 5545 3.3.11); undecodable bytes become question marks."""
    unescaped = _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], text)
    return unescaped.encode("utf-8", "replace").decode("utf-8", "replace")
