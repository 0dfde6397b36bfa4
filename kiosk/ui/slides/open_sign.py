"""A sign that shows without words whether an office is open, and its hours in digits."""

from __future__ import annotations

from datetime import datetime

from kiosk.booking.opening_hours import open_spans
from kiosk.feed.wall_time import Now, Span, local_day, utc
from kiosk.frozen import frozen
from kiosk.ui.phrases import Phrases, isolated
from kiosk.ui.screen_context import ScreenContext


@frozen
class OpenSign:
    """What the sign shows: `hours` such as `10–18`, and the `day` if that is not today, such as `30/11`.

    `known` is False while the time is not trusted. An office without hours is closed and has none to show.
    """

    known: bool = False
    open: bool = False
    hours: str = ""
    day: str = ""


def open_sign(context: ScreenContext, office_id: str, say: Phrases, now: Now) -> OpenSign:
    """Return the current hours of an office, or its next hours while it is closed."""
    if now is None:
        return OpenSign()
    office, zone = context.feed.offices[office_id], context.feed.zone
    today = local_day(now, zone)
    span = next((span for span in open_spans(office, zone, today) if span.end > utc(now)), None)
    if span is None:
        return OpenSign(known=True)
    start = context.local(span.start)
    is_open = span.start <= utc(now)
    day = "" if is_open or start.date() == today else isolated(say.digits(start.date()))
    return OpenSign(known=True, open=is_open, hours=_hours(context, span), day=day)


def _hours(context: ScreenContext, span: Span) -> str:
    start, end = context.local(span.start), context.local(span.end)
    return isolated(f"{_clock(start)}–{_clock(end) if end.hour or end.minute else '24'}")


def _clock(moment: datetime) -> str:
    return f"{moment.hour}:{moment:%M}" if moment.minute else str(moment.hour)
