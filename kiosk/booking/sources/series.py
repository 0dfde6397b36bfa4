"""Events that come again: by the library, but for those of every second, minute or hour, which are too many.

These are taken to be as busy as they can be: their exceptions and moved events are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.booking.sources.moments import known_zone, moment, single
from kiosk.booking.sources.sift import Component, takes_time
from kiosk.content.walltime import FOREVER, Span, instant

_STEPS = {"SECONDLY": timedelta(seconds=1), "MINUTELY": timedelta(minutes=1), "HOURLY": timedelta(hours=1)}
_MOST = 200_000
"""More spans than minutes in the longest window that is of use; a series with more is busy all the time."""

_AROUND = timedelta(days=2)
"""More than the offset of any zone: how much wider is asked than what is wanted."""


@dataclass(frozen=True)
class Ticking:
    """From `first` on, every `step`, busy for `length`, the last beginning at `last` or before."""

    first: datetime
    last: datetime
    step: timedelta
    length: timedelta

    def spans(self, window: Span) -> Iterator[Span]:
        """Yield the busy spans that reach into `window`."""
        last = min(self.last, window.end)
        skipped = max((window.start - self.length - self.first) // self.step, 0)
        start = self.first + skipped * self.step
        if start <= last and (self.length >= self.step or (last - start) // self.step > _MOST):
            yield Span(start, last + self.length)
            return
        while start <= last:
            yield Span(start, start + self.length)
            start += self.step


def ticking(event: Component, zone: ZoneInfo) -> Ticking | None:
    """Return an event that comes again more than daily, whatever the hour and the day; None for others."""
    parts = _rule(event)
    step, span = _STEPS.get(parts.get("FREQ", "")), single(event, zone)
    if step is None or span is None or any(key.startswith("BY") for key in parts):
        return None
    step *= _number(parts.get("INTERVAL", "1"))
    last = FOREVER
    if "UNTIL" in parts:
        until = moment(parts["UNTIL"], zone)
        last = until + timedelta(days=1) if until else FOREVER  # a day is meant to its end
    if "COUNT" in parts:
        last = span.start + (_number(parts["COUNT"]) - 1) * step
    return Ticking(span.start, last, step, max(span.end - span.start, timedelta()))


def _rule(event: Component) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in event.value("RRULE").upper().split(";"))


def _number(text: str) -> int:
    return int(text) if re.fullmatch("[1-9][0-9]{0,4}", text) else 1


def expanded(events: Sequence[Component], zones: Sequence[str], zone: ZoneInfo, window: Span) -> list[Span]:
    """Return when the events of one series are busy around `window`, by the library.

    Raises `ValueError`, `KeyError` or what else the library makes of events that it cannot understand.
    """
    import recurring_ical_events  # type: ignore[import-untyped]  # noqa: PLC0415  # untyped; 0.3 s, so only here
    from icalendar import Calendar  # noqa: PLC0415  # as above

    foreign = [] if all(_at_home(event) for event in events) else zones
    body = [*foreign, *(line for event in events for line in event.text())]
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Infodisk//EN")
    calendar = Calendar.from_ical("\r\n".join((*head, *body, "END:VCALENDAR", "")))
    if any(event.errors for event in calendar.walk("VEVENT")):
        raise ValueError("times that cannot be understood")
    found = recurring_ical_events.of(calendar).between(window.start - _AROUND, window.end + _AROUND)
    return [_span(event, zone) for event in found if _counts(event)]


def _at_home(event: Component) -> bool:
    """Return whether all zones of the event are IANA's, so that those of the file need not be read."""
    named = (
        re.search("TZID=([^;:]+)", line, re.IGNORECASE) for lines in event.lines.values() for line in lines
    )
    return all(known_zone(each[1].strip('"')) for each in named if each)


def _counts(event: Any) -> bool:  # noqa: ANN401  # icalendar's, untyped
    keys = ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
    return takes_time(*(str(event.get(key, "")) for key in keys))


def _span(event: Any, zone: ZoneInfo) -> Span:  # noqa: ANN401  # icalendar's, untyped
    # Not `.start` and `.end`, which drift by an hour over a change of the clock.
    return Span(_instant(event["DTSTART"].dt, zone), _instant(event["DTEND"].dt, zone))


def _instant(when: date | datetime, zone: ZoneInfo) -> datetime:
    if not isinstance(when, datetime):
        return instant(when, 0, zone)
    there = when if when.tzinfo else when.replace(tzinfo=zone)
    return datetime.fromtimestamp(there.timestamp(), UTC)
