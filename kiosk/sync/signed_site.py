"""The signed metadata and targets of a site, verified by python-tuf.

Everything except `fetch_timestamp` returns verified data. Raises `SyncError`.
"""

from __future__ import annotations

import os
from datetime import datetime

from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import TargetFile
from tuf.api.serialization import DeserializationError
from tuf.ngclient import Updater as TufUpdater
from tuf.ngclient import UpdaterConfig

from kiosk import system
from kiosk.feed import site_layout
from kiosk.sync import update_trust
from kiosk.sync.site_fetcher import ConditionalResponse, Fetcher
from kiosk.sync.store import Store, storage_errors
from kiosk.sync.sync_config import SyncConfig
from kiosk.sync.sync_errors import RefusedError
from kiosk.sync.update_trust import sync_error
from kiosk.trust.metadata_rules import foreign_targets, office_roles, read_metadata

LIMITS = UpdaterConfig(
    timestamp_max_length=16 << 10, snapshot_max_length=64 << 10, targets_max_length=256 << 10
)


class SignedSite:
    """The metadata of a site during one update. Call `refresh` before `target`."""

    def __init__(self, config: SyncConfig, store: Store, fetcher: Fetcher) -> None:
        self.base = config.url.rstrip("/")
        self.root = config.root
        self.store = store
        self.fetcher = fetcher
        self._tuf: TufUpdater | None = None

    def fetch_timestamp(self, etag: str) -> ConditionalResponse:
        """Return the site's timestamp, not yet verified, unless its `etag` is unchanged."""
        try:
            return self.fetcher.fetch_if_changed(
                f"{self.base}/{site_layout.TIMESTAMP}", etag, LIMITS.timestamp_max_length
            )
        except DownloadError as bad:
            raise sync_error(bad) from bad

    def refresh(self, timestamp: bytes) -> None:
        """Verify everything from the trusted root to `targets`, with the bytes from `fetch_timestamp`."""
        self.fetcher.ready = {f"{self.base}/{site_layout.TIMESTAMP}": timestamp}
        url = f"{self.base}/{site_layout.METADATA}/"
        try:
            with storage_errors(self.store.tuf):
                root = self.root.read_bytes()
                system.make_folder(self.store.tuf)
                self._tuf = TufUpdater(
                    str(self.store.tuf), url, fetcher=self.fetcher, config=LIMITS, bootstrap=root
                )
                self._tuf.refresh()
            self._refuse_foreign()
        except (DownloadError, RepositoryError) as bad:
            raise sync_error(bad) from bad

    def _refuse_foreign(self) -> None:
        """Refuse `targets` metadata that name more than the feed: they would override the delegated roles."""
        foreign = foreign_targets(read_metadata(self.store.signed("targets")).signed)
        if foreign:
            raise RefusedError(f"refused: the feed's role signs more than the feed: {', '.join(foreign)}")

    def target(self, name: str, limit: int) -> TargetFile | None:
        """Return the signed size and hash of a target, or None; refuses one of more than `limit` bytes."""
        if self._tuf is None:
            raise RuntimeError("call refresh before target")
        try:
            with storage_errors(self.store.tuf):
                target = self._tuf.get_targetinfo(name)
        except (DownloadError, RepositoryError) as bad:
            raise sync_error(bad) from bad
        if target is not None and (target.length > limit or "sha256" not in target.hashes):
            raise RefusedError(f"{name} has a signed size or hash that is not accepted")
        return target

    def download(self, target: TargetFile, name: str) -> bytes:
        """Return the bytes of a target."""
        url = f"{self.base}/{site_layout.target_file(name, target.hashes['sha256'])}"
        try:
            data: bytes = self.fetcher.download_bytes(url, target.length)
            target.verify_length_and_hashes(data)
        except (DownloadError, RepositoryError) as bad:
            raise sync_error(bad) from bad
        return data

    def root_version(self) -> int:
        """Return the version of the newest stored, verified root."""
        names = (path.name for path in (self.store.tuf / "root_history").glob("*"))
        return max(site_layout.versions_among(names, "root"), default=0)

    def office_roles(self) -> dict[str, str]:
        """Return the roles of the offices' staff in the stored metadata, by office."""
        snapshot = self.store.signed("snapshot")
        targets = self.store.signed("targets")
        if not snapshot or not targets:
            return {}
        try:
            listed = read_metadata(snapshot).signed.meta
            roles = office_roles(read_metadata(targets).signed)
        except DeserializationError:
            return {}
        return {office: role for office, role in roles.items() if f"{role}.json" in listed}

    def refuse_delegations(self, role: str) -> None:
        """Refuse metadata of an office's staff that delegate to others, who would outlive a revocation."""
        if read_metadata(self.store.signed(role)).signed.delegations:
            raise RefusedError("refused: it lets others sign")

    def expiries(self) -> dict[str, datetime]:
        """Return the expiry of each stored role."""
        roles = (*update_trust.ROLES, *self.office_roles().values())
        return update_trust.expiries({role: self.store.signed(role) for role in roles})

    def flush(self) -> None:
        """Flush python-tuf's files to disk: their versions prevent a rollback attack after a power cut."""
        with storage_errors(self.store.tuf):
            for path in self.store.tuf.rglob("*.json"):
                with path.open("rb") as file:
                    os.fsync(file.fileno())
            system.sync_folder(self.store.tuf)
