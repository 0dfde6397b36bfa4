"""The live data of one screen, prepared by the sync process, and their age, which never decreases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.booking.slots_age import SlotsAge
from kiosk.device.free_times import Notes
from kiosk.feed.models import Feed
from kiosk.feed.wall_time import Now
from kiosk.live.freshness import valid_for
from kiosk.sync.store import LIVE_SHOWN

if TYPE_CHECKING:
    from kiosk.live.live_data import LiveData

JUDGED = "live-judged"


class ShownLiveData:
    """The live data that the screen shows, and the time by which their age is computed."""

    def __init__(self, notes: Notes, monotonic: Callable[[], float]) -> None:
        self.notes, self._monotonic = notes, monotonic
        self.data: LiveData | None = None
        self._age, self._stale = SlotsAge(), 0

    def load(self) -> bool:
        """Load the live data from disk; return whether there are any."""
        kept = self.notes.read_note(LIVE_SHOWN)
        if not kept:
            return False
        from kiosk.live.shown_live import load_kept  # noqa: PLC0415  # many screens have no live data

        data = load_kept(kept)
        if data is None:
            return False
        if self.data is None or data.generated_at != self.data.generated_at:
            self._age, self._stale = self._age_of(data), 0
        self.data = data
        return True

    def _age_of(self, data: LiveData) -> SlotsAge:
        return SlotsAge(self._judged(data), made=data.generated_at, loaded_s=self._monotonic())

    def _judged(self, data: LiveData) -> datetime | None:
        generated_at, _, latest = self.notes.read_note(JUDGED).decode(errors="replace").partition(" ")
        try:
            return datetime.fromisoformat(latest) if generated_at == data.generated_at.isoformat() else None
        except ValueError:
            return None

    def instant(self, now: Now) -> Now:
        """Return the time by which to compute the age of the data."""
        return self._age.instant(now, self._monotonic())

    def note_age(self, now: Now, feed: Feed) -> None:
        """Record on disk whenever another source is too old, so that it stays too old after a restart."""
        latest = self.instant(now)
        if self.data is None or latest is None:
            return
        valid = valid_for(feed)
        stale = sum(
            latest - known.as_of > timedelta(seconds=valid.get(name, 0.0))
            for _, name, known in self.data.known()
        )
        if stale > self._stale:
            self._stale = stale
            self.notes.write_note(
                JUDGED, f"{self.data.generated_at.isoformat()} {latest.isoformat()}".encode()
            )
