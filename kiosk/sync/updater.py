"""Polls within this process, for `kiosk sync`; the player starts a sync process instead."""

from __future__ import annotations

import threading

from kiosk.frozen import frozen
from kiosk.net.interrupt import Interrupt
from kiosk.sync.site_poll import poll_site
from kiosk.sync.store import Generation
from kiosk.sync.stored_feed import StoredFeed
from kiosk.sync.sync_config import SyncConfig


@frozen
class PollResult:
    """The result of one poll: what is new, the problem (empty if none), and the media that are not shown."""

    generation: Generation | None = None
    slots: bytes | None = None
    live: bool = False
    problem: str = ""
    left_out_media: tuple[str, ...] = ()


class Updater(StoredFeed):
    """Keeps one screen's copy of a feed up to date. Safe to use from any thread."""

    def __init__(self, config: SyncConfig, *, clock_trusted: bool = False) -> None:
        """Only with `clock_trusted` does this device's clock limit the lifetime of signatures."""
        super().__init__(config)
        self.clock_trusted = clock_trusted
        self._polling = threading.Lock()
        self._interrupt = Interrupt()

    def poll(self) -> PollResult:
        """Poll the site, verify and activate what is new. Never raises for external failures."""
        with self._polling:
            outcome = poll_site(self.request(clock_trusted=self.clock_trusted), self._interrupt)
            if self._interrupt.is_set():
                return PollResult(problem=outcome.problem)
            slots = self.store.read_slots() if outcome.slots else None
            return PollResult(
                self.record_outcome(outcome), slots, outcome.live, outcome.problem, outcome.left_out_media
            )

    def close(self) -> None:
        """Cancel a running poll, and every later one."""
        self._interrupt.set()
