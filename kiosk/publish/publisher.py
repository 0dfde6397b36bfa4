"""Publishing in order: media first, then signed metadata, and the timestamp last.

No kiosk sees anything new until the timestamp is replaced, so an interrupted publish changes nothing, and the
next one continues where it stopped. All functions raise `PublishError`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, Targets

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed, Media
from kiosk.feed.office_part import OfficePart, compose
from kiosk.feed.problems import ContentError
from kiosk.feed.serialization import read_feed, write_feed
from kiosk.frozen import frozen
from kiosk.publish import role_metadata as roles
from kiosk.publish.feed_source import FeedSource, source_hash
from kiosk.publish.folder_source import VerifyingReader
from kiosk.publish.keyring import TRUSTED_ROOT, key_files, load_keyring, make_key
from kiosk.publish.office_parts import fitting_parts, refuse_misfit
from kiosk.publish.publish_errors import HostError, KeysError, OutrunError, SiteError
from kiosk.publish.published_state import (
    read_delegated,
    read_feed_file,
    read_old_target,
    read_parts,
    read_targets,
)
from kiosk.publish.role_metadata import Signed
from kiosk.publish.site_session import SiteSession
from kiosk.publish.storage.site_storage import SiteStorage

KEEP = 200
"""Versions of a delegated role's metadata that are kept, for kiosks in the middle of an update."""

Progress = Callable[[str, int, int], None]
"""Takes the name of the current file, the bytes written so far, and the total."""


def _silent(_what: str, _done: int, _total: int) -> None:
    pass


def init_site(host: SiteStorage, keys: Path, now: datetime) -> Path:
    """Create the keys of a new site and its first, empty version; return the path of the trusted root.

    Refuses storage that already contains a site, and a folder that already contains keys.
    """
    with host.lock():
        if host.size(site_layout.TIMESTAMP) is not None:
            raise SiteError(tr("{site} is already a site; `kiosk publish` writes to it", site=host.name))
        if key_files(keys):
            raise KeysError(
                tr("{folder} already holds keys; name another folder with --keys", folder=str(keys))
            )
        signers = {role: make_key(keys, role) for role in roles.ROLES}
        signed = roles.first({role: signer.public_key for role, signer in signers.items()}, now)
        return _write_first_version(SiteSession(host, load_keyring(keys), now), signed)


def _write_first_version(session: SiteSession, signed: Signed) -> Path:
    first: dict[str, Metadata[Any]] = {"root": signed.root, "targets": signed.targets, **signed.delegated}
    for role, metadata in first.items():
        session.sign(metadata, signed.keyids(role), role)
        session.put_role(role, metadata)
    trusted = session.ring.folder / TRUSTED_ROOT
    trusted.write_bytes(signed.root.to_bytes())
    session.finish(signed, None)
    return trusted


@frozen
class Publisher(SiteSession):
    """Publishes new content: for an admin, or for the machine that publishes free times and live data."""

    progress: Progress = _silent

    def publish(
        self,
        feed: Feed,
        locate: Callable[[str], Path],
        source: FeedSource | None = None,
        based_on: str | None = None,
    ) -> Signed:
        """Sign and publish `feed`, whose media `locate` finds; return the new state.

        `source` is the files that the feed was read from. `based_on` is the hash of the published source that
        the caller compared them with; raises `OutrunError` if the site has another one by now.
        """
        with self.locked():
            old = self.read()
            if based_on is not None and source_hash(old.targets.signed) != based_on:
                raise OutrunError(
                    tr("someone else published to {site} meanwhile; publish again", site=self.host.name)
                )
            self._refuse_misfits(old, write_feed(feed))
            self.put_media(locate, feed)
            if source:
                self._put_source(locate, source)
            return self._show(write_feed(feed), old, source=source.sha256 if source else "")

    def check_destination(self) -> None:
        """Raise `PublishError` for what would stop a publish later.

        That is: no site, no key, no write access, or a wrong passphrase.
        """
        with self.locked():  # fails without write access
            old = self.read()
        for role in ("targets", "snapshot", "timestamp"):
            if self.ring.signers.keys().isdisjoint(old.keyids(role)):
                raise KeysError(
                    tr(
                        "none of the keys in {folder} may sign for {role}",
                        folder=str(self.ring.folder),
                        role=role,
                    )
                )
            self.ring.unlock(old.keyids(role))

    def roll_back(self, version: int | None = None) -> Signed:
        """Publish an earlier feed again as a new version; by default the last different one.

        Repeated calls go further back: versions that were rolled back are skipped. Refuses versions that
        current admins have not signed, and feeds with deleted files.
        """
        with self.locked():
            old = self.read()
            targets = self._complete_version(old, version)
            data = read_feed_file(self.host, targets)
            source = source_hash(targets)
            return self._show(data, old, returns_to=roles.origin(targets), source=source)

    def earlier(self, version: int | None = None) -> tuple[int, Feed]:
        """Return the version and the feed that `roll_back` would publish; refuses the same versions."""
        targets = self._complete_version(self.read(), version)
        return targets.version, self._parse(read_feed_file(self.host, targets))

    def _complete_version(self, old: Signed, version: int | None) -> Targets:
        """Return an earlier version; refuses one whose files are not all on the site."""
        targets = self._earlier(old) if version is None else read_targets(self.host, old, version)
        media = self._parse(read_feed_file(self.host, targets)).media
        missing = [name for name, file in media.items() if not self._has(file)]
        if missing:
            raise SiteError(
                tr(
                    "{file} of version {version} is no longer on {site}",
                    file=missing[0],
                    version=targets.version,
                    site=self.host.name,
                )
            )
        return targets

    def _earlier(self, old: Signed) -> Targets:
        """Return the newest version with a different feed, before the origin of the current one.

        Versions that current admins have not signed are skipped.
        """
        before = roles.origin(old.targets.signed)
        numbers = (version for version in self.host.versions("targets") if version < before)
        for version in sorted(numbers, reverse=True):
            with suppress(SiteError):
                targets = read_targets(self.host, old, version)
                if targets.targets and targets.targets != old.targets.signed.targets:
                    return targets
        raise SiteError(tr("{site} has no earlier feed", site=self.host.name))

    def _show(self, data: bytes, old: Signed, *, returns_to: int | None = None, source: str = "") -> Signed:
        new = roles.with_feed(old, data, self.now, returns_to=returns_to, source=source)
        self.put_target(site_layout.FEED, new.targets, data)
        return self.show_role("targets", new, old)

    def feed(self) -> Feed:
        """Return the published feed, including its office parts, as screens show it."""
        old = self.read()
        data = read_feed_file(self.host, old.targets.signed)
        parts = read_parts(self.host, old)
        return self._parse(compose(data, fitting_parts(data, parts)))

    def published(self) -> bytes | None:
        """Return the bytes of the published feed, or None if there is none yet."""
        targets = self.read().targets.signed
        return read_feed_file(self.host, targets) if targets.targets else None

    def _parse(self, data: bytes) -> Feed:
        try:
            return read_feed(data)
        except ContentError as bad:
            raise SiteError(
                tr("the feed on {site} was published by another version of this program", site=self.host.name)
            ) from bad

    def publish_slots(self, slots: bytes) -> Signed:
        """Sign and publish `slots`, the bytes of `slots.yaml`, with only the keys `slots` and `online`."""
        return self._publish_delegated(site_layout.SLOTS_ROLE, slots)

    def publish_live(self, live: bytes) -> Signed:
        """Sign and publish `live`, the bytes of `live.yaml`, with only the keys `live` and `online`."""
        return self._publish_delegated(site_layout.LIVE_ROLE, live)

    def live(self) -> bytes | None:
        """Return the published bytes of `live.yaml`, or None if there are none yet."""
        return read_delegated(self.host, self.read(), site_layout.LIVE_ROLE)

    def _publish_delegated(self, role: str, data: bytes) -> Signed:
        name, max_bytes = site_layout.target_of(role), site_layout.max_bytes(role)
        if len(data) > max_bytes:
            raise SiteError(tr("{file} is larger than {size} kB", file=name, size=max_bytes >> 10))
        with self.locked():
            old = self.read()
            if role not in old.delegated:
                raise SiteError(
                    tr(
                        "nobody may sign {file} on {site} yet; an admin adds a key: "
                        "`kiosk site keys new {role}`, then `kiosk site keys add {site} {role} {role}.pub`",
                        file=name,
                        site=self.host.name,
                        role=role,
                    )
                )
            new = roles.with_target(old, role, data, self.now)
            self.put_target(name, new.delegated[role], data)
            new = self.show_role(role, new, old)
            self._prune(new, role)
            return new

    def to_upload(self, feed: Feed | OfficePart) -> dict[str, Media]:
        """Return the media of `feed` that are not yet uploaded, by name; each file has one of its names."""
        by_hash = {media.sha256: (name, media) for name, media in feed.media.items()}
        return {name: media for name, media in by_hash.values() if not self._has(media)}

    def _refuse_misfits(self, old: Signed, feed: bytes) -> None:
        """Refuse a feed that would drop a published office part; parts already dropped do not count."""
        parts = read_parts(self.host, old)
        if parts:
            shown = fitting_parts(read_feed_file(self.host, old.targets.signed), parts)
            for office, data in shown.items():
                refuse_misfit(feed, {office: data})
            refuse_misfit(feed, shown)

    def _put_source(self, locate: Callable[[str], Path], source: FeedSource) -> None:
        """Upload the source's texts, and the originals that the feed has only in converted form."""
        for name, media in source.media.items():
            if not self._has(media):
                self._put_one(locate(name), media)
        path = site_layout.source_file(source.sha256)
        if self.host.size(path) is None:
            self.put(path, source.to_bytes())

    def put_media(self, locate: Callable[[str], Path], feed: Feed | OfficePart) -> None:
        """Upload those media of a feed or an office part that the site lacks."""
        missing = self.to_upload(feed)
        total, done = sum(media.size for media in missing.values()), 0
        for name, media in missing.items():
            self.progress(name, done, total)
            self._put_one(locate(name), media)
            done += media.size
        self.progress("", total, total)

    def _has(self, media: Media) -> bool:
        return self.host.size(site_layout.media_file(media.sha256)) == media.size

    def _put_one(self, path: Path, media: Media) -> None:
        try:
            with path.open("rb") as file:
                self.host.write(site_layout.media_file(media.sha256), VerifyingReader(file, media, path.name))
        except OSError as bad:
            raise HostError(f"{path}: {bad.strerror}") from bad

    def _prune(self, signed: Signed, role: str) -> None:
        """Delete old versions of a delegated role, since it is published every few minutes."""
        self.host.remove(site_layout.metadata_file("snapshot", signed.snapshot.signed.version - KEEP))
        current, name = signed.delegated[role].signed, site_layout.target_of(role)
        old = read_old_target(self.host, signed, role, current.version - KEEP)
        if old is not None and old.hashes != current.targets[name].hashes:
            self.host.remove(site_layout.target_file(name, old.hashes["sha256"]))
        self.host.remove(site_layout.metadata_file(role, current.version - KEEP))
