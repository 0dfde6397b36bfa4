"""The instant for computing the age of a list of free times; never decreases if the clock is set back."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.feed.wall_time import Now, utc


class SlotsAge:
    """The latest instant at which one list was evaluated; each list has its own.

    It advances with a monotonic clock, so that the list ages however the system clock is set. A list that was
    evaluated while the clock ran ahead stays old: the next list arrives within minutes.
    """

    def __init__(self, latest: datetime | None = None) -> None:
        """`latest` is the last instant at which the list was evaluated before a restart."""
        self.latest = latest
        self._at_s: float | None = None

    def instant(self, now: Now, monotonic_s: float) -> Now:
        """Return the instant to use at `now`, when the monotonic clock shows `monotonic_s`."""
        if self.latest and self._at_s is not None:
            self.latest += timedelta(seconds=max(0.0, monotonic_s - self._at_s))
        if now:
            self.latest = max(utc(now), self.latest or utc(now))
        self._at_s = monotonic_s if self.latest else None
        return self.latest if now else None
