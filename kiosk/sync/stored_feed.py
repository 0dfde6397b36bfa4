"""The feed on a screen's disk: the player's side of syncing.

Methods only read and write the disk, and return at once. Network requests, signature verification and feed
validation are left to the sync process.
"""

from __future__ import annotations

import logging
import random
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.net import backoff
from kiosk.sync import last_signed
from kiosk.sync.composition import feed_of
from kiosk.sync.generations import Generations
from kiosk.sync.last_signed import ROLES, signed_at
from kiosk.sync.published_version import (
    NOTE,
    PublishedVersion,
    read_published,
    version_from_note,
    version_to_note,
)
from kiosk.sync.store import Generation, Store
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import StoreError
from kiosk.sync.sync_messages import SyncOutcome, SyncRequest
from kiosk.sync.sync_status import SyncStatus

log = logging.getLogger(__name__)


class StoredFeed:
    """One screen's copy of a feed. Safe to use from any thread."""

    def __init__(self, config: SyncConfig) -> None:
        self.config = config
        self.store = Store(config.state)
        self.generations = Generations(self.store, config.screen)
        self._scrubbed_to = ""
        self._status = SyncStatus()

    def current(self) -> Generation | None:
        """Return the generation to show, or None on a new device."""
        return self.generations.current()

    def last_good(self) -> Generation | None:
        """Return the last generation that was really shown, if it can still be read."""
        return self.generations.load(self.store.good_id())

    def read_note(self, name: str) -> bytes:
        """Return one of the store's notes; empty if there is none."""
        return self.store.read_note(name)

    def write_note(self, name: str, data: bytes) -> None:
        """Write one of the store's notes; a disk error is logged, not raised."""
        try:
            self.store.write_note(name, data)
        except StoreError as bad:
            log.warning("%s", bad)

    def signed_at(self) -> datetime | None:
        """Return when admins last signed the site, as far as this device knows; None on a new device."""
        signed = {role: self.store.signed(role) for role in ROLES}
        return signed_at(signed, self.store.read_note(last_signed.NOTE))

    def published(self, generation_id: str) -> PublishedVersion | None:
        """Return the published version of a generation, if known."""
        note = self.read_note(NOTE)
        version = read_published(self.store.signed("targets"), feed_of(self.store, generation_id))
        if version and version_to_note(version, generation_id) != note:
            self.write_note(NOTE, version_to_note(version, generation_id))
        return version or version_from_note(note, generation_id)

    def confirm(self, generation_id: str) -> None:
        """Record that the first slides of a generation were shown: rollbacks return to it."""
        self.generations.confirm(generation_id)

    def reject(self, generation_id: str, reason: str) -> Generation | None:
        """Record that a generation cannot be shown, so that it is not retried; return the one to show now."""
        self.generations.reject(generation_id, reason)
        return self.current()

    def request(self, *, clock_trusted: bool) -> SyncRequest:
        """Return the request for the next sync process."""
        return SyncRequest(
            self.config, self.generations.in_use, self.generations.rejected, self._scrubbed_to, clock_trusted
        )

    def record_outcome(self, outcome: SyncOutcome) -> Generation | None:
        """Record the outcome of a poll; return the new or repaired generation, if any.

        A problem is logged when it starts or changes, not at every poll.
        """
        if outcome.problem and outcome.problem != self._status.problem:
            log.warning("the update failed: %s", outcome.problem)
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
            admins_signed_until=outcome.admins_signed_until or self._status.admins_signed_until,
            certificate_until=outcome.certificate_until or self._status.certificate_until,
            left_out_media=outcome.left_out_media,
        )
        if outcome.unshowable:
            self.generations.reject(*outcome.unshowable)
        generation = self.generations.load(outcome.generation, again=True)
        if generation:
            self.generations.use(generation.id)
        return generation

    def wait_s(self, interval_s: float) -> float:
        """Return the seconds until the next poll: about `interval_s`, or a back-off after failures."""
        return backoff.poll_wait_s(self._status.failures, interval_s, random.random())  # noqa: S311  # jitter, not a secret

    def status(self) -> SyncStatus:
        """Return the status of syncing."""
        return replace(
            self._status,
            generation=self.store.current_id(),
            shown=self.store.good_id(),
            rejected=dict(self.generations.rejected),
            free_bytes=self._free_bytes(),
        )

    def _free_bytes(self) -> int:
        try:
            return self.store.free()
        except StoreError:
            return 0
