"""How long a source is left alone: an hour at most, whatever its server says.

A pause that ends later was stored before the clock was set back, and does not count.
"""

from __future__ import annotations

from datetime import datetime, timedelta

LONGEST_PAUSE = timedelta(hours=1)


def is_paused(until: datetime | None, now: datetime) -> bool:
    """Return whether a pause that ends at `until` includes `now`."""
    return until is not None and now < until <= now + LONGEST_PAUSE
