"""The instant at which to judge the age of a list of free times; it never goes back with the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.booking.slots import SKEW
from kiosk.feed.wall_time import Now, utc


class SlotsAge:
    """The latest instant at which one list was evaluated; each list has its own.

    It advances with a monotonic clock, so that the list ages however the system clock is set. A list that was
    evaluated while the clock was ahead stays old; the next one arrives within minutes. While the clock is
    behind, a list is at least as old as the time since it was loaded, and the age of one from the future is
    unknown.
    """

    def __init__(
        self, latest: datetime | None = None, *, made: datetime | None = None, loaded_s: float = 0.0
    ) -> None:
        """`latest` is the last instant at which the list was evaluated before a restart.

        The list was generated at `made`, and loaded when the monotonic clock showed `loaded_s`.
        """
        self.latest = latest
        self._made, self._loaded_s = made, loaded_s
        self._is_known = latest is not None
        self._at_s: float | None = None

    def instant(self, now: Now, monotonic_s: float) -> Now:
        """Return the instant to use at `now` and `monotonic_s`, the monotonic clock; None if unknown."""
        if self.latest and self._at_s is not None:
            self.latest += timedelta(seconds=max(0.0, monotonic_s - self._at_s))
        if now:
            self.latest = max(utc(now), self.latest or utc(now), *self._floor(monotonic_s))
            self._is_known = self._is_known or self._made is None or utc(now) >= self._made - SKEW
        self._at_s = monotonic_s if self.latest else None
        return self.latest if now and self._is_known else None

    def _floor(self, monotonic_s: float) -> tuple[datetime, ...]:
        if self._made is None:
            return ()
        return (self._made + timedelta(seconds=max(0.0, monotonic_s - self._loaded_s)),)
