"""Which generation to show: the current one, or the last good one if the current one cannot be shown.

Records which generations were shown and which were rejected: on disk, or in memory until the program ends if
the disk fails. Does not decide what is trusted.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping

from kiosk.sync import media_plan, rejected
from kiosk.sync.store import Generation, Store
from kiosk.sync.sync_errors import RefusedError, StoreError

log = logging.getLogger(__name__)


class Generations:
    """The generations of a store that one screen may show. Safe to use from any thread."""

    def __init__(self, store: Store, screen: str, rejections: Mapping[str, str] | None = None) -> None:
        """`rejections` are the rejected generations, read from disk if not given."""
        self.store = store
        self.screen = screen
        self.rejected = rejected.read(store.read_note("rejected")) if rejections is None else rejections
        self.in_use: frozenset[str] = frozenset()
        """The ids of the generations that the player may be showing."""

        self._loaded: Generation | None = None
        self._lock = threading.RLock()

    def current(self) -> Generation | None:
        """Return the generation to show, or None on a new device.

        A complete generation is preferred to one with missing media, and the current one to the last good
        one.
        """
        with self._lock:
            ids = dict.fromkeys((self.store.current_id(), self.store.good_id()))
            stored = [generation for generation in map(self.load, ids) if generation]
            chosen = next(filter(self._is_complete, stored), stored[0] if stored else None)
            if chosen:
                self.use(chosen.id)
            return chosen

    def load(self, generation_id: str, *, again: bool = False) -> Generation | None:
        """Return a stored generation, unless it is damaged or rejected; `again` reads it from disk again."""
        with self._lock:
            if not generation_id or generation_id in self.rejected:
                return None
            if again or self._loaded is None or self._loaded.id != generation_id:
                try:
                    self._loaded = self.store.load(generation_id)
                except RefusedError as bad:
                    log.warning("%s", bad)
                    return None
            return self._loaded

    def use(self, generation_id: str) -> None:
        """Record that the player may be showing a generation from now on."""
        with self._lock:
            self.in_use |= {generation_id}

    def _is_complete(self, generation: Generation) -> bool:
        try:
            return not media_plan.missing_media(generation.feed, self.screen, self.store.has)
        except RefusedError:
            return False

    def confirm(self, generation_id: str) -> None:
        """Record that a generation was shown."""
        with self._lock:
            self.in_use = frozenset((generation_id,))
            self._write_note("good", generation_id.encode())

    def reject(self, generation_id: str, reason: str) -> None:
        """Record that a generation cannot be shown; if it is current, the last good one becomes current."""
        with self._lock:
            log.warning("generation %s was rejected: %s", generation_id[:12], reason)
            self.rejected = rejected.with_one(self.rejected, generation_id, reason)
            self.in_use -= {generation_id}
            self._write_note("rejected", rejected.write(self.rejected))
            # So that the next poll does not stop at an unchanged timestamp, and reports the rejected feed.
            self._write_note("seen", b"")
            if self.store.current_id() == generation_id:
                good = self.store.good_id()
                self._write_note("current", b"" if good in self.rejected else good.encode())

    def _write_note(self, name: str, data: bytes) -> None:
        try:
            self.store.write_note(name, data)
        except StoreError as bad:
            log.warning("%s", bad)
