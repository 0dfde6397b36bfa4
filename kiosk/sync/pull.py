"""One update from start to end: ask, verify, download what is missing, activate.

The order is the safety: nothing becomes current before all of it is here and verified.
"""

from __future__ import annotations

import hashlib
import logging
import os
from datetime import UTC, datetime

from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater as TufUpdater
from tuf.ngclient import UpdaterConfig

from kiosk.content import site
from kiosk.content.models import Media
from kiosk.content.wire import MAX_FEED_BYTES
from kiosk.sync import atomic, plan, trust
from kiosk.sync.config import SyncConfig
from kiosk.sync.errors import RefusedError, StoreError, SyncError
from kiosk.sync.fetch import Answer, Fetcher, bounded
from kiosk.sync.store import Generation, Store
from kiosk.sync.trust import Seen, told

LIMITS = UpdaterConfig(
    timestamp_max_length=16 << 10, snapshot_max_length=64 << 10, targets_max_length=256 << 10
)

log = logging.getLogger(__name__)


class Pull:
    """One update of `store` from the site of `config`. `run` may be called once."""

    def __init__(self, config: SyncConfig, store: Store, fetcher: Fetcher) -> None:
        self.config = config
        self.store = store
        self.fetcher = fetcher
        self.base = config.url.rstrip("/")
        self.generation: Generation | None = None
        self.slots: bytes | None = None
        self.problems: list[str] = []

    def run(self) -> None:
        """Bring the store to what the site shows; what is new is in `generation` and `slots`.

        Raises `SyncError`; what was done before it stays done, and is whole.
        """
        timestamp = self.store.signed("timestamp")
        seen = Seen.read(self.store.read_seen(), timestamp)
        answer = self._ask(seen)
        if answer.data is None or (seen.sha256 and answer.data == timestamp):
            self._unchanged()
            return
        tuf = self._refresh(answer.data)
        self._feed(tuf)
        self._slots(tuf)
        if not self.problems:
            self.store.write_seen(Seen.of(answer.data, answer.etag).write())

    def _ask(self, seen: Seen) -> Answer:
        try:
            return self.fetcher.ask(f"{self.base}/{site.TIMESTAMP}", seen.etag, LIMITS.timestamp_max_length)
        except DownloadError as bad:
            raise told(bad) from bad

    def _unchanged(self) -> None:
        signed = {role: self.store.signed(role) for role in trust.ROLES}
        old = trust.expired(signed, datetime.now(UTC))
        if old:
            raise RefusedError(old)

    def _refresh(self, timestamp: bytes) -> TufUpdater:
        """Return python-tuf's updater after it has verified everything up to `targets`."""
        metadata_url = f"{self.base}/{site.METADATA}/"
        self.fetcher.ready = {f"{self.base}/{site.TIMESTAMP}": timestamp}
        try:
            root = self.config.root.read_bytes()
            atomic.make_folder(self.store.tuf)
            tuf = TufUpdater(
                str(self.store.tuf), metadata_url, fetcher=self.fetcher, config=LIMITS, bootstrap=root
            )
            tuf.refresh()
        except OSError as bad:
            raise StoreError(f"{bad.filename or self.store.tuf}: {bad.strerror}") from bad
        except (DownloadError, RepositoryError) as bad:
            raise told(bad) from bad
        return tuf

    def _feed(self, tuf: TufUpdater) -> None:
        target = self._target(tuf, site.FEED, MAX_FEED_BYTES)
        if target is None:
            raise RefusedError("nothing has been published on this site yet")
        if target.hashes["sha256"] == self.store.current_id() and self._is_whole():
            return
        generation = self.store.add(self._download(target, site.FEED))
        for media in plan.needed(generation.feed, self.config.screen):
            if not self.store.has(media):
                self._media(media)
        self._flush()
        self.store.activate(generation)
        self.generation = generation
        log.info("generation %s is current", generation.id[:12])

    def _is_whole(self) -> bool:
        try:
            generation = self.store.load(self.store.current_id())
        except SyncError:
            return False
        return all(map(self.store.has, plan.needed(generation.feed, self.config.screen)))

    def _slots(self, tuf: TufUpdater) -> None:
        """Bring the free times; a fault in them is told, but keeps no slide from the screen."""
        try:
            target = self._target(tuf, site.SLOTS, site.MAX_SLOTS_BYTES)
            if target is None or _is_of(target, self.store.read_slots()):
                return
            slots = self._download(target, site.SLOTS)
            self.store.write_slots(slots)
            self._flush()
            self.slots = slots
        except SyncError as bad:
            self.problems.append(f"{site.SLOTS}: {bad}")

    def _target(self, tuf: TufUpdater, name: str, limit: int) -> TargetFile | None:
        try:
            target = tuf.get_targetinfo(name)
        except OSError as bad:
            raise StoreError(f"{self.store.tuf}: {bad.strerror}") from bad
        except (DownloadError, RepositoryError) as bad:
            raise told(bad) from bad
        if target is not None and (target.length > limit or "sha256" not in target.hashes):
            raise RefusedError(f"{name} is signed with a size or a hash that is not taken here")
        return target

    def _download(self, target: TargetFile, name: str) -> bytes:
        url = f"{self.base}/{site.target_file(name, target.hashes['sha256'])}"
        try:
            data: bytes = self.fetcher.download_bytes(url, target.length)
            target.verify_length_and_hashes(data)
        except (DownloadError, RepositoryError) as bad:
            raise told(bad) from bad
        return data

    def _media(self, media: Media) -> None:
        url = f"{self.base}/{site.media_file(media.sha256)}"
        try:
            self._stream(url, media)
        except DownloadError as bad:
            raise told(bad) from bad
        except OSError as bad:
            raise StoreError(f"cannot store media: {bad.strerror}") from bad
        self.store.keep(media)

    def _stream(self, url: str, media: Media) -> None:
        digest = hashlib.sha256()
        with (
            self.fetcher.response(url, {"Accept-Encoding": "identity"}, (200,)) as response,
            self.store.incoming(media).open("wb") as file,
        ):
            for chunk in bounded(self.fetcher.chunks(response), media.size):
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != media.sha256:
            raise RefusedError(f"refused: media {media.sha256[:12]} is not the file that was signed")

    def _flush(self) -> None:
        """Flush python-tuf's own files: its versions are what refuses a rollback after a power cut."""
        try:
            for path in self.store.tuf.rglob("*.json"):
                with path.open("rb") as file:
                    os.fsync(file.fileno())
            atomic.sync_folder(self.store.tuf)
        except OSError as bad:
            raise StoreError(f"{self.store.tuf}: {bad.strerror}") from bad


def _is_of(target: TargetFile, data: bytes | None) -> bool:
    return data is not None and hashlib.sha256(data).hexdigest() == target.hashes["sha256"]
