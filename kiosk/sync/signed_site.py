"""The signed part of a site, as python-tuf verifies it: what is new, and the targets that it names.

Everything it returns has been verified. Raises `SyncError`.
"""

from __future__ import annotations

import os
from datetime import datetime

from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater as TufUpdater
from tuf.ngclient import UpdaterConfig

from kiosk import system
from kiosk.feed import site_layout
from kiosk.sync import update_trust
from kiosk.sync.site_fetcher import ConditionalResponse, Fetcher
from kiosk.sync.store import Store, disk
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import RefusedError
from kiosk.sync.update_trust import told
from kiosk.trust.metadata_rules import foreign_targets, read_metadata

LIMITS = UpdaterConfig(
    timestamp_max_length=16 << 10, snapshot_max_length=64 << 10, targets_max_length=256 << 10
)


class SignedSite:
    """One look at the metadata of a site. `refresh` comes before `target`."""

    def __init__(self, config: SyncConfig, store: Store, fetcher: Fetcher) -> None:
        self.base = config.url.rstrip("/")
        self.root = config.root
        self.store = store
        self.fetcher = fetcher
        self._tuf: TufUpdater | None = None

    def ask(self, etag: str) -> ConditionalResponse:
        """Return the site's timestamp, not yet verified, unless it still has this `etag`."""
        try:
            return self.fetcher.ask(f"{self.base}/{site_layout.TIMESTAMP}", etag, LIMITS.timestamp_max_length)
        except DownloadError as bad:
            raise told(bad) from bad

    def refresh(self, timestamp: bytes) -> None:
        """Verify everything from the trusted root to `targets`, with the timestamp that `ask` brought."""
        self.fetcher.ready = {f"{self.base}/{site_layout.TIMESTAMP}": timestamp}
        url = f"{self.base}/{site_layout.METADATA}/"
        try:
            with disk(self.store.tuf):
                root = self.root.read_bytes()
                system.make_folder(self.store.tuf)
                self._tuf = TufUpdater(
                    str(self.store.tuf), url, fetcher=self.fetcher, config=LIMITS, bootstrap=root
                )
                self._tuf.refresh()
            self._refuse_foreign()
        except (DownloadError, RepositoryError) as bad:
            raise told(bad) from bad

    def _refuse_foreign(self) -> None:
        """Refuse a `targets` that names more than the feed: it would win over whoever may sign the rest."""
        foreign = foreign_targets(read_metadata(self.store.signed("targets")).signed)
        if foreign:
            raise RefusedError(f"refused: the feed's role signs what is not the feed: {', '.join(foreign)}")

    def target(self, name: str, limit: int) -> TargetFile | None:
        """Return what is signed of a target, or None if there is none; refuses more than `limit` bytes."""
        if self._tuf is None:
            raise RuntimeError("refresh comes first")
        try:
            with disk(self.store.tuf):
                target = self._tuf.get_targetinfo(name)
        except (DownloadError, RepositoryError) as bad:
            raise told(bad) from bad
        if target is not None and (target.length > limit or "sha256" not in target.hashes):
            raise RefusedError(f"{name} is signed with a size or a hash that is not taken here")
        return target

    def download(self, target: TargetFile, name: str) -> bytes:
        """Return the bytes of a target."""
        url = f"{self.base}/{site_layout.target_file(name, target.hashes['sha256'])}"
        try:
            data: bytes = self.fetcher.download_bytes(url, target.length)
            target.verify_length_and_hashes(data)
        except (DownloadError, RepositoryError) as bad:
            raise told(bad) from bad
        return data

    def root_version(self) -> int:
        """Return the version of the newest root that was verified and stored here."""
        names = (path.name for path in (self.store.tuf / "root_history").glob("*"))
        return max(site_layout.versions_among(names, "root"), default=0)

    def expiries(self) -> dict[str, datetime]:
        """Return until when each role that is stored here is signed."""
        return update_trust.expiries({role: self.store.signed(role) for role in update_trust.ROLES})

    def flush(self) -> None:
        """Flush python-tuf's own files: their versions are what refuses a rollback after a power cut."""
        with disk(self.store.tuf):
            for path in self.store.tuf.rglob("*.json"):
                with path.open("rb") as file:
                    os.fsync(file.fileno())
            system.sync_folder(self.store.tuf)
