"""The free times of one screen, prepared by the sync process, and their age, which never decreases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from kiosk.booking.shown_slots import load_kept
from kiosk.booking.slots import SlotList
from kiosk.booking.slots_age import SlotsAge
from kiosk.feed.wall_time import Now
from kiosk.sync.store import SLOTS_SHOWN

JUDGED = "slots-judged"


class Notes(Protocol):
    """The part of the store that the free times need."""

    def read_note(self, name: str) -> bytes:
        """Return one of the store's notes; empty if there is none."""

    def write_note(self, name: str, data: bytes) -> None:
        """Write one of the store's notes."""


class FreeTimes:
    """The list that the screen shows, and the time by which its age is computed."""

    def __init__(self, notes: Notes, monotonic: Callable[[], float]) -> None:
        self.notes, self._monotonic = notes, monotonic
        self.slots: SlotList | None = None
        self._age, self._is_noted = SlotsAge(), False

    def load(self) -> bool:
        """Load the list from disk; return whether there is one."""
        return self.use(load_kept(self.notes.read_note(SLOTS_SHOWN)))

    def use(self, slots: SlotList | None) -> bool:
        """Use another list from now on; return whether there is one."""
        if slots is None:
            return False
        if self.slots is None or slots.generated_at != self.slots.generated_at:
            self._age, self._is_noted = self._age_of(slots), False
        self.slots = slots
        return True

    def _age_of(self, slots: SlotList) -> SlotsAge:
        return SlotsAge(self._judged(slots), made=slots.generated_at, loaded_s=self._monotonic())

    def _judged(self, slots: SlotList) -> datetime | None:
        generated_at, _, latest = self.notes.read_note(JUDGED).decode(errors="replace").partition(" ")
        return datetime.fromisoformat(latest) if generated_at == slots.generated_at.isoformat() else None

    def instant(self, now: Now) -> Now:
        """Return the time by which to compute the age of the list."""
        return self._age.instant(now, self._monotonic())

    def note_age(self, now: Now, valid_for_s: float) -> None:
        """Record on disk, once, that the list is too old, so that it stays too old after a restart."""
        latest = self.instant(now)
        if self.slots is None or latest is None or self._is_noted:
            return
        if latest - self.slots.generated_at > timedelta(seconds=valid_for_s):
            self._is_noted = True
            self.notes.write_note(
                JUDGED, f"{self.slots.generated_at.isoformat()} {latest.isoformat()}".encode()
            )
