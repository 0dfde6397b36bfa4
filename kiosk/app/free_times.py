"""The free times of one screen: read in another process, kept in bounded form, and never fresh a second time.

`read` is for a worker thread, all else for the thread of the window: it costs no more than the bounded form,
however long the list is that was signed.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from kiosk import isolated
from kiosk.booking.shown_slots import ask, shown
from kiosk.booking.slots import SlotList, read_slots
from kiosk.booking.slots_age import SlotsAge
from kiosk.content.models import Feed
from kiosk.content.problems import ContentError
from kiosk.content.walltime import Now

LIMITS = isolated.Limits(cpu_s=20)
"""Four times what the longest list takes on a small computer."""

SHOWN, JUDGED = "slots-shown", "slots-judged"

log = logging.getLogger(__name__)


class Notes(Protocol):
    """What the free times need of the updater."""

    def slots(self) -> bytes | None:
        """Return the last verified `slots.yaml`."""

    def recall(self, name: str) -> bytes:
        """Return a note of the player's own."""

    def remember(self, name: str, data: bytes) -> None:
        """Keep a note of the player's own."""


class FreeTimes:
    """The list that the screen shows, and the instant by which its age is judged."""

    def __init__(self, notes: Notes, monotonic: Callable[[], float]) -> None:
        self.notes, self._monotonic = notes, monotonic
        self.slots: SlotList | None = None
        self._age, self._is_noted = SlotsAge(), False
        self._read = ""

    def load(self) -> None:
        """Take what was shown before the start."""
        self._read, slots = self._kept()
        self.take(slots)

    def _kept(self) -> tuple[str, SlotList | None]:
        key, _, data = self.notes.recall(SHOWN).partition(b"\n")
        try:
            return key.decode(errors="replace"), read_slots(data) if data else None
        except ContentError:
            return "", None

    def read(self, data: bytes | None, feed: Feed) -> SlotList | None:
        """Return what a screen of `feed` takes of `data`, or of the stored list; None if nothing is new.

        A list that costs too much is not tried a second time, nor after a restart.
        """
        data = self.notes.slots() if data is None else data
        asked = ask(data or b"", feed.offices, feed.topics)
        key = hashlib.sha256(asked).hexdigest()
        if data is None or key == self._read:
            return None
        self._read, found = key, b""
        try:
            found = isolated.run(shown, asked, LIMITS)
            slots = read_slots(found)
        except (isolated.IsolatedError, ContentError) as bad:
            log.warning("the free times cannot be read: %s", bad)
            slots = None
        self.notes.remember(SHOWN, key.encode() + b"\n" + found)
        return slots

    def take(self, slots: SlotList | None) -> bool:
        """Show another list from now on; return whether it is one."""
        if slots is None:
            return False
        if self.slots is None or slots.generated_at != self.slots.generated_at:
            self._age, self._is_noted = SlotsAge(self._judged(slots)), False
        self.slots = slots
        return True

    def _judged(self, slots: SlotList) -> datetime | None:
        made, _, latest = self.notes.recall(JUDGED).decode(errors="replace").partition(" ")
        return datetime.fromisoformat(latest) if made == slots.generated_at.isoformat() else None

    def instant(self, now: Now) -> Now:
        """Return the instant by which the age of the list is judged."""
        return self._age.instant(now, self._monotonic())

    def note_age(self, now: Now, valid_for_s: float) -> None:
        """Note once on the disk that the list is too old, so that it stays so after a restart."""
        latest = self.instant(now)
        if self.slots is None or latest is None or self._is_noted:
            return
        if latest - self.slots.generated_at > timedelta(seconds=valid_for_s):
            self._is_noted = True
            self.notes.remember(
                JUDGED, f"{self.slots.generated_at.isoformat()} {latest.isoformat()}".encode()
            )
