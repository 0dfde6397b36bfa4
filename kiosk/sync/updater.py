"""The door to sync for the player: what to show now, a look for something newer, and what became of it.

`current`, `slots`, `confirm`, `reject` and `status` touch only this device's disk and return at once.
`poll` may take minutes and belongs in a worker thread; it returns what went wrong instead of raising it.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.content.printable import safe_line
from kiosk.net.interrupt import Interrupt
from kiosk.sync import pace
from kiosk.sync.config import SyncConfig
from kiosk.sync.errors import StoreError, SyncError
from kiosk.sync.patrol import Patrol
from kiosk.sync.shelf import Shelf
from kiosk.sync.status import Status
from kiosk.sync.store import Generation, Store
from kiosk.sync.vouched import ROLES, signed_at

if TYPE_CHECKING:
    from kiosk.sync.pull import Pull

log = logging.getLogger(__name__)

MAX_PROBLEM = 400
"""How many characters the status of a screen holds of a problem: a web host may write as many as it likes."""


@dataclass(frozen=True)
class Poll:
    """What one look at the site brought: what is new, and what went wrong (empty when nothing did)."""

    generation: Generation | None = None
    slots: bytes | None = None
    problem: str = ""


class Updater:
    """Keeps one screen's copy of a feed. Its methods may be called from any thread."""

    def __init__(self, config: SyncConfig, trusts_clock: Callable[[], bool] = lambda: False) -> None:
        """`trusts_clock` says whether the clock of this device is right; only then it bounds signatures."""
        self._config = config
        self._trusts_clock = trusts_clock
        self._store = Store(config.state)
        self._shelf = Shelf(self._store, config.screen)
        self._patrol = Patrol()
        self._polling = threading.Lock()
        self._interrupt = Interrupt()
        self._status = Status()

    def current(self) -> Generation | None:
        """Return the generation to show, its feed checked against its id, or None on a new device."""
        return self._shelf.current()

    def last_good(self) -> Generation | None:
        """Return the last generation that was really shown, if it is still whole enough to be read."""
        return self._shelf.load(self._store.good_id())

    def slots(self) -> bytes | None:
        """Return the last verified `slots.yaml`, however old it is."""
        return self._store.read_slots()

    def recall(self, name: str) -> bytes:
        """Return a note of the player's own, or nothing."""
        return self._store.noted(name)

    def remember(self, name: str, data: bytes) -> None:
        """Keep a note of the player's own; a disk that takes none is told in the log."""
        try:
            self._store.note(name, data)
        except StoreError as bad:
            log.warning("%s", bad)

    def signed_at(self) -> datetime | None:
        """Return when admins signed the site last, as far as this device knows, or None on a new one."""
        return signed_at({role: self._store.signed(role) for role in ROLES})

    def confirm(self, generation_id: str) -> None:
        """Take note that the first slides of a generation were really shown: it is the one to go back to."""
        self._shelf.confirm(generation_id)

    def reject(self, generation_id: str, reason: str) -> Generation | None:
        """Take note that a generation could not be shown, never to try it again; return what to show now."""
        self._shelf.reject(generation_id, reason)
        return self.current()

    def wait_s(self, interval_s: float) -> float:
        """Return the seconds to wait before the next poll: `interval_s`, but less or more after failures."""
        return pace.wait_s(self._status.failures, interval_s, random.random())  # noqa: S311  # no secret

    def status(self) -> Status:
        """Return how syncing goes."""
        return replace(
            self._status,
            generation=self._store.current_id(),
            shown=self._store.good_id(),
            rejected=dict(self._shelf.rejected),
            free_bytes=self._free(),
        )

    def _free(self) -> int:
        try:
            return self._store.free()
        except StoreError:
            return 0

    def poll(self) -> Poll:
        """Look for something newer, verify it and make it current; never raises for what the world does."""
        with self._polling:
            if self._config.baked and not self._store.current_id():
                first = self._poll(replace(self._config, url=self._config.baked.resolve().as_uri()))
                then = self._poll(self._config)
                return replace(
                    then, generation=then.generation or first.generation, slots=then.slots or first.slots
                )
            return self._poll(self._config)

    def close(self) -> None:
        """Let a poll that is under way end soon, and every later one at once."""
        self._interrupt.set()

    def _poll(self, config: SyncConfig) -> Poll:
        from kiosk.sync.pull import Known, open_pull  # noqa: PLC0415  # the first picture must not wait for it

        current = self._shelf.load(self._store.current_id())
        known = Known(current, self._shelf.rejected, self._shelf.in_use, self._trusts_clock())
        pull = open_pull(config, self._store, known, self._interrupt)
        try:
            with self._store.lock(), pull:
                pull.run()
                pull.mend(self._patrol)
        except SyncError as bad:
            pull.passing.append(str(bad))
        if pull.unshowable:
            self._shelf.reject(pull.unshowable.generation_id, pull.unshowable.reason)
        if pull.generation:
            self._shelf.use(pull.generation.id)
        return self._told(pull)

    def _told(self, pull: Pull) -> Poll:
        """Keep the outcome for the status, and log a problem when it begins or changes, not once a minute."""
        problem = safe_line("; ".join((*pull.settled, *pull.passing)), MAX_PROBLEM)
        if self._interrupt.is_set():
            return Poll(pull.generation, pull.slots, problem)
        if problem and problem != self._status.problem:
            log.warning("the update stopped: %s", problem)
        elif self._status.problem and not problem:
            log.info("updates work again")
        now = datetime.now(UTC)
        self._status = replace(
            self._status,
            looked_at=now,
            reached_at=self._status.reached_at if problem else now,
            problem=problem,
            failures=self._status.failures + 1 if pull.passing else 0,
            signed_until=min(pull.site.expiries().values(), default=None),
        )
        return Poll(pull.generation, pull.slots, problem)
