"""The web address at which a visitor books, from an office's template (RFC 6570)."""

from __future__ import annotations

from uritemplate import expand

from kiosk.booking.slots import Slot
from kiosk.content.models import Feed


def booking_link(feed: Feed, office_id: str, topic_id: str, language: str, slot: Slot | None) -> str:
    """Return where to book: `slot` expands to its start in the feed's zone, and to nothing without one."""
    start = slot.start.astimezone(feed.zone).isoformat(timespec="minutes") if slot else None
    return expand(
        feed.offices[office_id].booking.link, office=office_id, topic=topic_id, lang=language, slot=start
    )
