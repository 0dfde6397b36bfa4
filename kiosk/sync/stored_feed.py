"""What a screen has on its disk: the player's side of syncing.

Every call touches this device's disk only and returns at once. Nothing here reaches the network, verifies a
signature or validates a feed; that is the work of the sync process.
"""

from __future__ import annotations

import logging
import random
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.sync import backoff
from kiosk.sync.generations import Generations
from kiosk.sync.last_signed import ROLES, signed_at
from kiosk.sync.published_version import NOTE, PublishedVersion, read_note, read_published, write_note
from kiosk.sync.store import Generation, Store
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import StoreError
from kiosk.sync.sync_messages import SyncOutcome, SyncRequest
from kiosk.sync.sync_status import SyncStatus

log = logging.getLogger(__name__)


class StoredFeed:
    """One screen's copy of a feed. Its methods may be called from any thread."""

    def __init__(self, config: SyncConfig) -> None:
        self.config = config
        self.store = Store(config.state)
        self.shelf = Generations(self.store, config.screen)
        self._scrubbed_to = ""
        self._status = SyncStatus()

    def current(self) -> Generation | None:
        """Return the generation to show, or None on a new device."""
        return self.shelf.current()

    def last_good(self) -> Generation | None:
        """Return the last generation that was really shown, if it can still be read."""
        return self.shelf.load(self.store.good_id())

    def recall(self, name: str) -> bytes:
        """Return a note of the player's own, or nothing."""
        return self.store.noted(name)

    def remember(self, name: str, data: bytes) -> None:
        """Keep a note of the player's own; a disk that takes none is told in the log."""
        try:
            self.store.note(name, data)
        except StoreError as bad:
            log.warning("%s", bad)

    def signed_at(self) -> datetime | None:
        """Return when admins last signed the site, as far as this device knows, or None on a new one."""
        return signed_at({role: self.store.signed(role) for role in ROLES})

    def published(self, generation_id: str) -> PublishedVersion | None:
        """Return which version of the feed a generation is, if this device has known it."""
        note = self.recall(NOTE)
        found = read_published(self.store.signed("targets"), generation_id)
        if found and write_note(found, generation_id) != note:
            self.remember(NOTE, write_note(found, generation_id))
        return found or read_note(note, generation_id)

    def confirm(self, generation_id: str) -> None:
        """Record that the first slides of a generation were really shown: it is the one to go back to."""
        self.shelf.confirm(generation_id)

    def reject(self, generation_id: str, reason: str) -> Generation | None:
        """Record that a generation could not be shown, never to try it again; return what to show now."""
        self.shelf.reject(generation_id, reason)
        return self.current()

    def request(self, *, clock_trusted: bool) -> SyncRequest:
        """Return what the sync process is asked at the next poll."""
        return SyncRequest(
            self.config, self.shelf.in_use, self.shelf.rejected, self._scrubbed_to, clock_trusted
        )

    def take(self, outcome: SyncOutcome) -> Generation | None:
        """Record what a poll brought; return the generation that is new or repaired, if one is.

        A problem is logged when it begins or changes, not at every poll.
        """
        if outcome.problem and outcome.problem != self._status.problem:
            log.warning("the update stopped: %s", outcome.problem)
        elif self._status.problem and not outcome.problem:
            log.info("updates work again")
        now = datetime.now(UTC)
        self._scrubbed_to = outcome.scrubbed_to
        self._status = replace(
            self._status,
            looked_at=now,
            reached_at=self._status.reached_at if outcome.problem else now,
            problem=outcome.problem,
            failures=self._status.failures + 1 if outcome.failed else 0,
            signed_until=outcome.signed_until,
            left_out_media=outcome.left_out_media,
        )
        if outcome.unshowable:
            self.shelf.reject(*outcome.unshowable)
        generation = self.shelf.load(outcome.generation, again=True)
        if generation:
            self.shelf.use(generation.id)
        return generation

    def wait_s(self, interval_s: float) -> float:
        """Return the seconds to wait before the next poll: `interval_s`, but less or more after failures."""
        return backoff.wait_s(self._status.failures, interval_s, random.random())  # noqa: S311  # no secret

    def status(self) -> SyncStatus:
        """Return how syncing goes."""
        return replace(
            self._status,
            generation=self.store.current_id(),
            shown=self.store.good_id(),
            rejected=dict(self.shelf.rejected),
            free_bytes=self._free_bytes(),
        )

    def _free_bytes(self) -> int:
        try:
            return self.store.free()
        except StoreError:
            return 0
