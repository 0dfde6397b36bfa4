"""Limits times to the years that live data allows: one outside would cause a whole answer to be refused."""

from __future__ import annotations

from datetime import datetime

EARLIEST, LATEST = datetime(2000, 1, 3), datetime(2199, 12, 28)  # noqa: DTZ001  # in any zone
"""Within the years that live data allows, whatever the offset."""


def within_calendar(time: datetime) -> datetime:
    """Return a time, limited to the years that live data allows: some write the year 9999 for "no end"."""
    bare = min(max(time.replace(tzinfo=None), EARLIEST), LATEST)
    return bare.replace(tzinfo=time.tzinfo)
