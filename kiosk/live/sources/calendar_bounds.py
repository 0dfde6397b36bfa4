"""Times of sources, within the years that live data may name: one outside would refuse a whole answer."""

from __future__ import annotations

from datetime import datetime

EARLIEST, LATEST = datetime(2000, 1, 3), datetime(2199, 12, 28)  # noqa: DTZ001  # of any zone
"""Within the years that live data may name, whatever the offset."""


def within_calendar(time: datetime) -> datetime:
    """Return a time, or the first or last that live data may name: some write the year 9999 for "no end"."""
    bare = min(max(time.replace(tzinfo=None), EARLIEST), LATEST)
    return bare.replace(tzinfo=time.tzinfo)
