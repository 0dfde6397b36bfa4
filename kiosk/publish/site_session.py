"""Steps common to all work on a site: read the signed state, sign the next version, and write it in order.

The timestamp is written last, and is the only write that kiosks notice. All methods raise `PublishError`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from tuf.api.metadata import Metadata, Targets

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen
from kiosk.publish import role_metadata as roles
from kiosk.publish.keyring import Keyring
from kiosk.publish.publish_errors import KeysError, OutrunError, SiteError, WaitingError
from kiosk.publish.published_state import MAX_METADATA_BYTES, read_signed
from kiosk.publish.role_metadata import Signed
from kiosk.publish.storage.site_storage import SiteStorage

PENDING = "pending"
"""The site's folder for proposals that lack signatures; kiosks do not read it."""


@frozen
class SiteSession:
    """Work on one site with a set of keys, at `now` (UTC)."""

    host: SiteStorage
    ring: Keyring
    now: datetime

    def read(self) -> Signed:
        """Return the verified state of the site."""
        return read_signed(self.host, self.ring.trusted_root())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lock the site against other publishers; raises `SiteError` if there is no site."""
        if self.host.size(site_layout.TIMESTAMP) is None:
            raise SiteError(
                tr("{site} is not a site; create one with `kiosk site init {site}`", site=self.host.name)
            )
        with self.host.lock():
            yield

    def put(self, path: str, data: bytes) -> None:
        """Write a small file."""
        self.host.write(path, io.BytesIO(data))

    def put_role(self, role: str, metadata: Metadata[Any]) -> None:
        """Write one version of a role's metadata."""
        self.put(site_layout.metadata_file(role, metadata.signed.version), metadata.to_bytes())

    def put_target(self, name: str, targets: Metadata[Targets], data: bytes) -> None:
        """Write a target under the hash that `targets` lists for it."""
        self.put(site_layout.target_file(name, targets.signed.targets[name].hashes["sha256"]), data)

    def sign(self, metadata: Metadata[Any], keyids: Iterable[str], role: str) -> None:
        """Sign with all available keys; raises `KeysError` if there is none."""
        if not self.ring.sign(metadata, keyids):
            raise KeysError(
                tr(
                    "none of the keys in {folder} may sign for {role}",
                    folder=str(self.ring.folder),
                    role=role,
                )
            )

    def show_role(self, role: str, new: Signed, old: Signed) -> Signed:
        """Sign a new version of `targets` or a delegated role and publish it, or raise `WaitingError`."""
        metadata: Metadata[Targets] = new.metadata(role)
        self.sign(metadata, new.keyids(role), role)
        return self.show_signed(role, new, old)

    def show_signed(self, role: str, new: Signed, old: Signed) -> Signed:
        """Publish a signed version of a role; if it lacks signatures, store it and raise `WaitingError`."""
        metadata: Metadata[Targets] = new.metadata(role)
        if not roles.is_signed(new, role, metadata):
            self.wait(role, metadata)
        self.put_role(role, metadata)
        signed = self.finish(new, old)
        self.host.remove(f"{PENDING}/{role}.json")
        return signed

    def wait(self, role: str, metadata: Metadata[Any]) -> None:
        """Store metadata that lacks signatures; always raises `WaitingError`."""
        self.put(f"{PENDING}/{role}.json", metadata.to_bytes())
        raise WaitingError(
            tr(
                "signed by {count}; more signatures are needed: the next admin must run "
                "`kiosk site sign {site}`",
                count=len(metadata.signatures),
                site=self.host.name,
            )
        )

    def finish(self, new: Signed, old: Signed | None, others: Iterable[str] = ()) -> Signed:
        """Write a new snapshot and timestamp; `others` are the ids of additional keys to sign them with."""
        new = roles.bound(new, new.snapshot.signed.version + 1, self.now)
        self.sign(new.snapshot, {*new.keyids("snapshot"), *others}, "snapshot")
        new = roles.stamped(new, self.now)
        self.sign(new.timestamp, {*new.keyids("timestamp"), *others}, "timestamp")
        self.put_role("snapshot", new.snapshot)
        self._refuse_if_outrun(old, new)
        self.put(site_layout.TIMESTAMP, new.timestamp.to_bytes())
        return new

    def _refuse_if_outrun(self, old: Signed | None, new: Signed) -> None:
        """Raise `OutrunError` if another publisher has written to the site since `old` was read."""
        expected: dict[str, Metadata[Any]] = {
            site_layout.metadata_file("snapshot", new.snapshot.signed.version): new.snapshot,
            site_layout.metadata_file("targets", new.targets.signed.version): new.targets,
        }
        for role, metadata in new.delegated.items():
            expected[site_layout.metadata_file(role, metadata.signed.version)] = metadata
        if old:
            expected[site_layout.TIMESTAMP] = old.timestamp
        for path, metadata in expected.items():
            if self.host.read(path, MAX_METADATA_BYTES) != metadata.to_bytes():
                raise OutrunError(
                    tr("someone else published to {site} meanwhile; publish again", site=self.host.name)
                )
