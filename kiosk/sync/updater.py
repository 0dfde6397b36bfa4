"""Polling within this process, for `kiosk sync`, whose user waits for it; the player starts a process."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from kiosk.net.interrupt import Interrupt
from kiosk.sync.site_poll import poll_site
from kiosk.sync.store import Generation
from kiosk.sync.stored_feed import StoredFeed
from kiosk.sync.sync_config import SyncConfig


@dataclass(frozen=True)
class Poll:
    """What one poll brought: what is new, what went wrong (empty when nothing did), and what is not shown."""

    generation: Generation | None = None
    slots: bytes | None = None
    problem: str = ""
    left_out_media: tuple[str, ...] = ()


class Updater(StoredFeed):
    """Keeps one screen's copy of a feed up to date. Its methods may be called from any thread."""

    def __init__(self, config: SyncConfig, *, clock_trusted: bool = False) -> None:
        """`clock_trusted`: whether the clock of this device is right; only then it bounds signatures."""
        super().__init__(config)
        self.clock_trusted = clock_trusted
        self._polling = threading.Lock()
        self._interrupt = Interrupt()

    def poll(self) -> Poll:
        """Look for something newer, verify it and make it current; never raises for what the world does."""
        with self._polling:
            outcome = poll_site(self.request(clock_trusted=self.clock_trusted), self._interrupt)
            if self._interrupt.is_set():
                return Poll(problem=outcome.problem)
            slots = self.store.read_slots() if outcome.slots else None
            return Poll(self.take(outcome), slots, outcome.problem, outcome.left_out_media)

    def close(self) -> None:
        """Let a poll that is under way end soon, and every later one at once."""
        self._interrupt.set()
