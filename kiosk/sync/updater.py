"""The door to sync for the player: what to show now, and a look for something newer.

`current` and `slots` touch only this device's disk and return at once. `poll` may take minutes and belongs in
a worker thread; it returns what went wrong instead of raising it.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from kiosk.sync.config import SyncConfig
from kiosk.sync.errors import SyncError
from kiosk.sync.store import Generation, Store

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Poll:
    """What one look at the site brought: what is new, and what went wrong (empty when nothing did)."""

    generation: Generation | None = None
    slots: bytes | None = None
    problem: str = ""


class Updater:
    """Keeps one screen's copy of a feed."""

    def __init__(self, config: SyncConfig) -> None:
        self._config = config
        self._store = Store(config.state)
        self._mutex = threading.Lock()
        self._problem = ""

    def current(self) -> Generation | None:
        """Return the generation to show, its feed checked against its id, or None on a new device."""
        generation_id = self._store.current_id()
        if not generation_id:
            return None
        try:
            return self._store.load(generation_id)
        except SyncError as bad:
            log.warning("%s", bad)
            return None

    def slots(self) -> bytes | None:
        """Return the last verified `slots.yaml`, however old it is."""
        return self._store.read_slots()

    def poll(self) -> Poll:
        """Look for something newer, verify it and make it current; never raises for what the world does."""
        with self._mutex:
            poll = self._poll()
            self._tell(poll.problem)
            return poll

    def _poll(self) -> Poll:
        from kiosk.sync.fetch import Fetcher  # noqa: PLC0415  # 0.2 s of imports that the first picture must not wait for
        from kiosk.sync.pull import Pull  # noqa: PLC0415  # as above

        pull = Pull(self._config, self._store, Fetcher(self._config))
        try:
            with self._store.lock():
                pull.run()
        except SyncError as bad:
            pull.problems.append(str(bad))
        finally:
            pull.fetcher.close()
        return Poll(pull.generation, pull.slots, "; ".join(pull.problems))

    def _tell(self, problem: str) -> None:
        """Log a problem when it begins or changes, and when it ends: not once a minute for a week."""
        if problem and problem != self._problem:
            log.warning("the update stopped: %s", problem)
        elif self._problem and not problem:
            log.info("updates work again")
        self._problem = problem
