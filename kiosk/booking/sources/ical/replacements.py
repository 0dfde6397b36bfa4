"""Events that replace one occurrence of a series, or it and all later ones (RFC 5545 3.8.4.4, 3.2.13).

A replacement without a readable time of its own replaces nothing, unless it makes nobody busy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import Form, Length, parse_ical_date, shifted
from kiosk.booking.sources.ical.event_times import CalendarReader, EventTimes, event_times, makes_busy
from kiosk.booking.sources.ical.exceptions import NamedTimes
from kiosk.feed.wall_time import Span
from kiosk.frozen import frozen


@frozen
class _Following:
    """From `start` on, all occurrences move by `shift` and last for `length`; None cancels them."""

    start: datetime
    shift: timedelta
    length: Length | None


class Replacements:
    """The replacements of one series."""

    def __init__(self, events: Sequence[Component], times: EventTimes, reading: CalendarReader) -> None:
        self.named = NamedTimes()
        self._times = times
        self._reading = reading
        self._following: list[_Following] = []
        for event in events:
            self._add(event)
        self._following.sort(key=lambda following: following.start)

    @property
    def margin(self) -> timedelta:
        """How far outside a range an occurrence may be that is moved into it."""
        lengths = (
            abs(rule.shift) + (rule.length.about if rule.length else timedelta()) for rule in self._following
        )
        return max(lengths, default=timedelta())

    def follows(self, span: Span) -> bool:
        """Return whether an occurrence is at or after one that was replaced with all later ones."""
        return bool(self._following) and self._following[0].start <= span.start

    def spans(self, wall: datetime, span: Span) -> Iterator[Span]:
        """Yield the span to which such an occurrence is moved, unless it is cancelled."""
        rule = [rule for rule in self._following if rule.start <= span.start][-1]
        if rule.length is not None:
            yield self._times.span(shifted(wall, rule.shift), rule.length)

    def _add(self, event: Component) -> None:
        line = event.all("RECURRENCE-ID")[0]
        busy = makes_busy(event)
        own = event_times(event, self._reading) if busy else []
        if busy and not own:
            return
        if not self.named.add(line, line.value, self._times, self._reading):
            return
        range_ = line.parameter("RANGE").upper()
        if range_ == "THISANDFUTURE":
            self._add_following(line, own)
        elif range_:
            self._reading.report(line.line, f"RANGE={range_!a} is not supported; one time is replaced")

    def _add_following(self, line: Property, own: Sequence[EventTimes]) -> None:
        value = parse_ical_date(line.value)
        start = self._times.start
        if value is None:
            return
        forms = {
            start.form is Form.DATE,
            value.form is Form.DATE,
            *(times.start.form is Form.DATE for times in own),
        }
        if len(forms) > 1 or len(own) > 1:
            self._reading.report(line.line, "RANGE=THISANDFUTURE with dates and times; one time is replaced")
            return
        floating = value.form is Form.LOCAL and "TZID" not in line.parameters
        zone = start.zone if floating else self._reading.zone_of(line, value)
        begin = zone.instant(value.wall)
        if not own:
            self._following.append(_Following(begin, timedelta(), None))
            return
        shift = start.zone.wall(own[0].start.instant) - start.zone.wall(begin)
        self._following.append(_Following(begin, shift, own[0].length))
