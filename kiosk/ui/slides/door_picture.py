"""Which picture a welcome slide shows: lit while the office is open, dark while closed, snow in December."""

from __future__ import annotations

from kiosk.booking.opening_hours import open_state
from kiosk.feed.slides import DoorState, WelcomeSlide
from kiosk.feed.wall_time import Now
from kiosk.ui.screen_context import ScreenContext

DECEMBER = 12


def door_picture(slide: WelcomeSlide, context: ScreenContext, now: Now) -> str | None:
    """Return the picture of a welcome slide at `now`; its usual one while the time is not trusted."""
    if now is None:
        return slide.picture
    closed = not open_state(context.office, context.feed.zone, now).open
    states: tuple[DoorState, ...]
    if context.local(now).month == DECEMBER:
        states = ("december-closed", "closed", "december") if closed else ("december",)
    else:
        states = ("closed",) if closed else ()
    return next((slide.pictures[state] for state in states if state in slide.pictures), slide.picture)
