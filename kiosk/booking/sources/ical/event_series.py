"""Recurring events, with their exceptions and the events that replace occurrences (RFC 5545 3.8.5).

All events with one UID are read together. Parts that are not understood never free time; see `exceptions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from kiosk.booking.sources.ical.added_times import added_spans
from kiosk.booking.sources.ical.components import Component
from kiosk.booking.sources.ical.content_lines import Property
from kiosk.booking.sources.ical.date_values import Form, shifted
from kiosk.booking.sources.ical.event_times import CalendarReader, EventTimes, event_times, makes_busy
from kiosk.booking.sources.ical.exceptions import exceptions
from kiosk.booking.sources.ical.replacements import Replacements
from kiosk.booking.sources.ical.rule_expansion import MAX_TIMES, local_times
from kiosk.booking.sources.ical.rule_parser import RecurrenceRule, parse_rule
from kiosk.feed.wall_time import FOREVER, Span

_DAY = timedelta(days=1)
_AROUND = 2 * _DAY
"""More than the offset of any zone."""

MAX_LISTED = 250_000
"""Occurrences of all recurring events in a calendar; listing that many takes a few seconds."""

_MIN_LISTED = 100
"""The minimum that a rule counts for: expanding it takes time even if it has no occurrence in the window."""

_REPEATS = ("RRULE", "RDATE")
"""The properties that make an event recur; only such events can have exceptions (RFC 5545 3.8.5.1)."""


def series_spans(events: Sequence[Component], reading: CalendarReader) -> Iterator[Span]:
    """Yield the busy spans of the events with one UID in the window, and possibly some outside it."""
    return (span for _, span in series_times(events, reading))


def series_times(events: Sequence[Component], reading: CalendarReader) -> Iterator[tuple[Component, Span]]:
    """Yield the spans of `series_spans`, each with the event that it comes from."""
    originals = [event for event in events if "RECURRENCE-ID" not in event.properties]
    replacing = [event for event in events if "RECURRENCE-ID" in event.properties]
    if replacing:
        originals = _without_copies(originals)
        for event in replacing:
            if any(name in event.properties for name in _REPEATS):
                reading.report(
                    event.line, "an event that replaces one of a series repeats itself; both count"
                )
            yield from ((event, span) for span in _event_spans(event, (), reading))
    if len(originals) > 1 and replacing:
        reading.report(
            originals[1].line, "a second event of the same UID; what is moved also counts where it was"
        )
        replacing = []
    for event in originals:
        yield from ((event, span) for span in _event_spans(event, replacing, reading))


def _without_copies(events: Sequence[Component]) -> list[Component]:
    return list({event.content: event for event in events}.values())


def _event_spans(event: Component, replacing: Sequence[Component], reading: CalendarReader) -> Iterator[Span]:
    busy = makes_busy(event)
    if not busy and not replacing:
        return
    for times in event_times(event, reading):
        if replacing or any(name in event.properties for name in _REPEATS):
            yield from _Series(event, times, Replacements(replacing, times, reading), reading).spans(
                busy=busy
            )
        else:
            yield times.span(times.start.wall)


class _Series:
    """The occurrences of one recurring event."""

    def __init__(
        self, event: Component, times: EventTimes, replaced: Replacements, reading: CalendarReader
    ) -> None:
        self._event = event
        self._times = times
        self._zone = times.start.zone
        self._replaced = replaced
        self._reading = reading
        around = _AROUND + replaced.margin
        self._low = shifted(self._zone.wall(reading.window.start), -around - times.length.about)
        self._high = shifted(self._zone.wall(reading.window.end), around)

    def spans(self, *, busy: bool) -> Iterator[Span]:
        """Yield the spans of the series; if the event is not `busy`, only those of its replacements."""
        excluded = exceptions(self._event, self._times, self._reading)
        excluded.walls.update(self._excluded_walls())
        for wall, span in self._occurrences():
            day = self._day(wall, span)
            if excluded.has(wall, span, day) or self._replaced.named.has(wall, span, day):
                continue
            yield from (
                self._replaced.spans(wall, span) if self._replaced.follows(span) else [span] if busy else []
            )
        if busy:
            yield from self._throughout

    def _occurrences(self) -> Iterator[tuple[datetime, Span]]:
        """Yield each occurrence once, as a local time in the zone of the series and as a span."""
        self._throughout: list[Span] = []
        start = self._times.start.wall
        seen = {start}
        yield start, self._times.span(start)
        for line in self._event.all("RRULE"):
            for rule in self._rules(line):
                for wall in self._walls(rule, line):
                    if wall not in seen:
                        seen.add(wall)
                        yield wall, self._times.span(wall)
        yield from added_spans(self._event, self._times, self._reading)

    def _rules(self, line: Property) -> tuple[RecurrenceRule, ...]:
        rules, problems = parse_rule(line.value)
        for problem in problems:
            self._reading.report(line.line, f"{line.name}: {problem}")
        return rules

    def _walls(self, rule: RecurrenceRule, line: Property) -> Iterator[datetime]:
        """Yield the local times of a rule; one with too many to list counts as busy throughout."""
        limit = self._limit(rule)
        high = min(self._high, shifted(self._zone.wall(limit), _DAY))
        walls = self._listed(rule, high)
        if walls is None:
            self._reading.report(
                line.line, f"{line.name}: too many times to list; taken as one without a gap"
            )
            start = max(self._times.start.wall, self._low)
            end = self._times.span(min(high, self._last(rule))).end
            self._throughout.append(Span(self._zone.instant(start), end))
            return
        if rule.until is None:
            yield from walls
        else:
            yield from (wall for wall in walls if self._zone.instant(wall) <= limit)

    def _listed(self, rule: RecurrenceRule, high: datetime) -> list[datetime] | None:
        """Return the times of a rule; None if it, or all rules of the calendar so far, have too many."""
        if self._reading.listed > MAX_LISTED:
            return None
        walls = local_times(rule, self._times.start.wall, self._low, high)
        self._reading.listed += max(_MIN_LISTED, MAX_TIMES if walls is None else len(walls))
        return walls

    def _last(self, rule: RecurrenceRule) -> datetime:
        if rule.count and rule.step and rule.is_plain:
            return shifted(self._times.start.wall, rule.count * rule.step)
        return datetime.max  # noqa: DTZ901  # a local time

    def _limit(self, rule: RecurrenceRule) -> datetime:
        """Return the last instant at which an occurrence may start: the latest that UNTIL may mean."""
        until, start, office = rule.until, self._times.start, self._reading.zones.office
        if until is None:
            return FOREVER
        if start.form is Form.DATE:
            days = [until.wall]
            if until.form is Form.UTC:
                days.append(office.wall(until.wall.replace(tzinfo=FOREVER.tzinfo)))
            return office.instant(max(days).replace(hour=0, minute=0, second=0))
        if until.form is Form.UTC:
            return until.wall.replace(tzinfo=FOREVER.tzinfo)
        wall = until.wall
        if until.form is Form.DATE:
            wall = shifted(wall, _DAY - timedelta(seconds=1))
        zones = [start.zone, office] if start.form is Form.UTC else [start.zone]
        return max(zone.instant(wall) for zone in zones)

    def _excluded_walls(self) -> Iterator[datetime]:
        """Yield the times that a fully understood EXRULE excludes (RFC 2445 4.8.5.2, since dropped)."""
        for line in self._event.all("EXRULE"):
            rules, problems = parse_rule(line.value)
            for problem in problems:
                self._reading.report(line.line, f"EXRULE: {problem}; it excludes nothing")
            if rules and not problems:
                limit = self._limit(rules[0])
                walls = local_times(rules[0], self._times.start.wall, self._low, self._high) or ()
                yield from (wall for wall in walls if self._zone.instant(wall) <= limit)

    def _day(self, wall: datetime, span: Span) -> datetime | None:
        """Return the day of an occurrence; None if it is in UTC and on another day at the office."""
        day = wall.replace(hour=0, minute=0, second=0, microsecond=0)
        if self._times.start.form is not Form.UTC:
            return day
        return day if self._reading.zones.office.wall(span.start).date() == day.date() else None
