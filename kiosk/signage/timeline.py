"""What is on during a period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.feed.wall_time import utc
from kiosk.frozen import frozen
from kiosk.signage.schedule import Schedule, Showing


@frozen
class Stretch:
    """A period from `start` to `end`, in UTC, with the same content."""

    start: datetime
    end: datetime
    showing: Showing


def periods(schedule: Schedule, start: datetime, end: datetime) -> Iterator[Stretch]:
    """Yield what is on from `start` to `end`, without gaps."""
    start, end = utc(start), utc(end)
    while start < end:
        showing = schedule.at(start)
        until = min(showing.until or end, end)
        yield Stretch(start, until, showing)
        start = until
