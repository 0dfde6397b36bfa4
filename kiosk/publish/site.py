"""The work of publishing, in its order: media first, then what is signed, and the timestamp at the very end.

Until the timestamp is replaced no kiosk sees anything new, so an interrupted publish leaves the site as it
was, and the next one goes on from there. All raise `PublishError`.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, Targets

from kiosk.content import site
from kiosk.content.models import Feed, Media
from kiosk.content.problems import ContentError
from kiosk.content.wire import read_feed, write_feed
from kiosk.publish import metadata as roles
from kiosk.publish.errors import HostError, KeysError, OutrunError, SiteError
from kiosk.publish.host import Host
from kiosk.publish.keys import TRUSTED_ROOT, Keyring, load_keyring, make_key
from kiosk.publish.metadata import Signed
from kiosk.publish.source import Checking
from kiosk.publish.trust import MAX_METADATA_BYTES, read_feed_file, read_signed

KEEP = 200
"""How many versions of the slots' metadata stay on the host for kiosks in the middle of an update."""

Progress = Callable[[str, int, int], None]
"""Told what is being written, the bytes written so far, and the bytes in all."""


def _silent(_what: str, _done: int, _total: int) -> None:
    pass


def init_site(host: Host, keys: Path, now: datetime) -> Path:
    """Make the keys of a new site and its first, empty, version; return the path of the trusted root.

    Refuses a host that already has a site, and a folder that already has keys.
    """
    with host.lock():
        if host.size(site.TIMESTAMP) is not None:
            raise SiteError(f"{host.name} is already a site; `kiosk publish` writes to it")
        if any(keys.glob("*.pem")):
            raise KeysError(f"{keys} already holds keys; name another folder with --keys")
        signers = {role: make_key(keys, role) for role in roles.ROLES}
        signed = roles.first({role: signer.public_key for role, signer in signers.items()}, now)
        return Publisher(host, load_keyring(keys), now).begin(signed)


@dataclass(frozen=True)
class Publisher:
    """One admin, or the machine of the slots, at work on one site at one time (`now`, in UTC)."""

    host: Host
    ring: Keyring
    now: datetime
    progress: Progress = _silent

    def begin(self, signed: Signed) -> Path:
        """Write the first version of a site; return the path of the trusted root."""
        for role, metadata in (("root", signed.root), ("targets", signed.targets), ("slots", signed.slots)):
            self._sign(metadata, signed, role)
        trusted = self.ring.folder / TRUSTED_ROOT
        trusted.write_bytes(signed.root.to_bytes())
        self._put(site.metadata_file("root", 1), signed.root.to_bytes())
        self._put_role("targets", signed.targets)
        self._put_role(site.SLOTS_ROLE, signed.slots)
        self._finish(signed, None)
        return trusted

    def publish(self, feed: Feed, folder: Path) -> Signed:
        """Sign `feed`, whose media lie in `folder`, and show it to all kiosks; return the new state."""
        with self.host.lock():
            old = read_signed(self.host, self.ring.trusted_root())
            self._put_media(folder, feed)
            data = write_feed(feed)
            new = roles.with_feed(old, data, self.now)
            self._put_target(site.FEED, new.targets, data)
            self._sign(new.targets, new, "targets")
            self._put_role("targets", new.targets)
            return self._finish(new, old)

    def feed(self) -> Feed:
        """Return the feed that is published now."""
        signed = read_signed(self.host, self.ring.trusted_root())
        try:
            return read_feed(read_feed_file(self.host, signed))
        except ContentError as bad:
            raise SiteError(f"the feed on {self.host.name} is of another version of this program") from bad

    def publish_slots(self, slots: bytes) -> Signed:
        """Sign `slots`, the bytes of `slots.yaml`, with the keys `slots` and `online` alone."""
        if len(slots) > site.MAX_SLOTS_BYTES:
            raise SiteError(f"{site.SLOTS} is larger than {site.MAX_SLOTS_BYTES >> 20} MiB")
        with self.host.lock():
            old = read_signed(self.host, self.ring.trusted_root())
            new = roles.with_slots(old, slots, self.now)
            self._put_target(site.SLOTS, new.slots, slots)
            self._sign(new.slots, new, site.SLOTS_ROLE)
            self._put_role(site.SLOTS_ROLE, new.slots)
            new = self._finish(new, old)
            self._tidy(new)
            return new

    def _finish(self, signed: Signed, old: Signed | None) -> Signed:
        """Bind the roles together; the last write, of the timestamp, is what kiosks see."""
        version = max((signed.snapshot.signed.version, *self.host.versions("snapshot"))) + 1
        signed = roles.bound(signed, version, self.now)
        self._sign(signed.snapshot, signed, "snapshot")
        signed = roles.stamped(signed, self.now)
        self._sign(signed.timestamp, signed, "timestamp")
        self._put(site.metadata_file("snapshot", version), signed.snapshot.to_bytes())
        self._refuse_if_outrun(old)
        self._put(site.TIMESTAMP, signed.timestamp.to_bytes())
        return signed

    def _refuse_if_outrun(self, old: Signed | None) -> None:
        there = self.host.read(site.TIMESTAMP, MAX_METADATA_BYTES)
        if old is not None and there != old.timestamp.to_bytes():
            raise OutrunError(f"someone else published to {self.host.name} meanwhile; publish again")

    def _sign(self, metadata: Metadata[Any], signed: Signed, role: str) -> None:
        if not self.ring.sign(metadata, signed.keyids(role)):
            raise KeysError(f"none of the keys in {self.ring.folder} may sign for {role}")

    def _put_media(self, folder: Path, feed: Feed) -> None:
        by_hash = {media.sha256: (name, media) for name, media in feed.media.items()}
        missing = [(name, media) for name, media in by_hash.values() if not self._has(media)]
        total, done = sum(media.size for _, media in missing), 0
        for name, media in missing:
            self.progress(name, done, total)
            self._put_one(folder / name, media)
            done += media.size
        self.progress("", total, total)

    def _has(self, media: Media) -> bool:
        return self.host.size(site.media_file(media.sha256)) == media.size

    def _put_one(self, path: Path, media: Media) -> None:
        try:
            with path.open("rb") as file:
                self.host.write(site.media_file(media.sha256), Checking(file, media, path.name))
        except OSError as bad:
            raise HostError(f"{path}: {bad.strerror}") from bad

    def _put_target(self, name: str, targets: Metadata[Targets], data: bytes) -> None:
        self._put(site.target_file(name, targets.signed.targets[name].hashes["sha256"]), data)

    def _put_role(self, role: str, metadata: Metadata[Targets]) -> None:
        self._put(site.metadata_file(role, metadata.signed.version), metadata.to_bytes())

    def _put(self, path: str, data: bytes) -> None:
        self.host.write(path, io.BytesIO(data))

    def _tidy(self, signed: Signed) -> None:
        """Take away what the slots of long ago left: they are published every few minutes, for years."""
        self.host.remove(site.metadata_file("snapshot", signed.snapshot.signed.version - KEEP))
        path = site.metadata_file(site.SLOTS_ROLE, signed.slots.signed.version - KEEP)
        data = self.host.read(path, MAX_METADATA_BYTES)
        if data is None:
            return
        old = Metadata[Targets].from_bytes(data).signed.targets.get(site.SLOTS)
        now = signed.slots.signed.targets[site.SLOTS]
        if old is not None and old.hashes != now.hashes:
            self.host.remove(site.target_file(site.SLOTS, old.hashes["sha256"]))
        self.host.remove(path)
