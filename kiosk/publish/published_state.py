"""The state of a site, verified from the publisher's own root, before the next version is signed.

Expiry is ignored, since admins re-sign expired metadata. Refuses a host that serves other keys or an altered
version.
"""

from __future__ import annotations

from typing import TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import error_message, tr
from kiosk.feed.serialization import MAX_FEED_BYTES
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.role_metadata import Signed
from kiosk.publish.storage.site_storage import SiteStorage
from kiosk.trust.metadata_rules import office_roles, read_metadata

MAX_METADATA_BYTES = 5_000_000  # the limit of python-tuf's client
MAX_ROOTS = 256

T = TypeVar("T", Root, Snapshot, Targets, Timestamp)


def read_signed(host: SiteStorage, trusted_root: bytes) -> Signed:
    """Return the verified state of the site.

    Raises `SiteError` if it is missing or not signed by the keys that `trusted_root` leads to.
    """
    try:
        return _read(host, trusted_root)
    except (RepositoryError, DeserializationError) as bad:
        raise SiteError(
            tr("the signatures on {site} are not valid: {reason}", site=host.name, reason=error_message(bad))
        ) from bad


def _read(host: SiteStorage, trusted_root: bytes) -> Signed:
    root = latest_root(host, trusted_root)
    timestamp = _verified(Timestamp, _fetch(host, site_layout.TIMESTAMP), root.signed, "timestamp")
    snapshot_meta = timestamp.signed.snapshot_meta
    data = _fetch(host, site_layout.metadata_file("snapshot", snapshot_meta.version))
    snapshot_meta.verify_length_and_hashes(data)
    snapshot = _verified(Snapshot, data, root.signed, "snapshot")
    targets = _role(host, snapshot.signed, root.signed, "targets")
    slots = _role(host, snapshot.signed, targets.signed, site_layout.SLOTS_ROLE)
    live = None
    if site_layout.LIVE_ROLE in delegated_roles(targets.signed):
        live = _role(host, snapshot.signed, targets.signed, site_layout.LIVE_ROLE)
    offices = {
        role: _role(host, snapshot.signed, targets.signed, role)
        for role in sorted(office_roles(targets.signed).values())
        if f"{role}.json" in snapshot.signed.meta
    }
    return Signed(root, targets, slots, snapshot, timestamp, live, offices)


def delegated_roles(targets: Targets) -> frozenset[str]:
    """Return the names of the roles that `targets` delegates to."""
    return frozenset((targets.delegations and targets.delegations.roles) or ())


def read_feed_file(host: SiteStorage, targets: Targets) -> bytes:
    """Return the bytes of the `feed.yaml` in `targets`; raises `SiteError` if they do not match."""
    feed = targets.targets.get(site_layout.FEED)
    if feed is None:
        raise SiteError(tr("nothing has been published on {site} yet", site=host.name))
    if "sha256" not in feed.hashes or feed.length > MAX_FEED_BYTES:
        raise SiteError(
            tr(
                "{file} on {site} is signed with a hash or a size that no kiosk accepts",
                file=site_layout.FEED,
                site=host.name,
            )
        )
    path = site_layout.target_file(site_layout.FEED, feed.hashes["sha256"])
    data = host.read(path, MAX_FEED_BYTES) or b""
    try:
        feed.verify_length_and_hashes(data)
    except RepositoryError as bad:
        raise SiteError(
            tr(
                "{path} on {site} is missing or not what was signed; publish again",
                path=str(path),
                site=host.name,
            )
        ) from bad
    return data


def read_targets(host: SiteStorage, signed: Signed, version: int) -> Targets:
    """Return an earlier version of `targets`, if signed by current keys; raises `SiteError`."""
    return read_version(host, signed, version).signed


def read_version(host: SiteStorage, signed: Signed, version: int) -> Metadata[Targets]:
    """Return an earlier version of `targets` with its signatures; see `read_targets`."""
    newest = signed.targets.signed.version
    if not 1 <= version <= newest:
        raise SiteError(
            tr("there is no version {version}; there are 1 to {newest}", version=version, newest=newest)
        )
    try:
        data = _fetch(host, site_layout.metadata_file("targets", version))
        targets = _verified(Targets, data, signed.root.signed, "targets")
    except (RepositoryError, DeserializationError) as bad:
        raise SiteError(
            tr(
                "version {version} is not signed by the current admins: {reason}",
                version=version,
                reason=error_message(bad),
            )
        ) from bad
    if targets.signed.version != version:
        raise SiteError(
            tr("version {found} is where {version} should be", found=targets.signed.version, version=version)
        )
    return targets


def read_old_target(host: SiteStorage, signed: Signed, role: str, version: int) -> TargetFile | None:
    """Return the target of an earlier version of a delegated role, or None if current keys did not sign it.

    The caller deletes this target, so an altered file must not choose it.
    """
    data = host.read(site_layout.metadata_file(role, version), MAX_METADATA_BYTES)
    try:
        old = _verified(Targets, data or b"", signed.targets.signed, role).signed
    except (RepositoryError, DeserializationError, SiteError):
        return None
    return old.targets.get(site_layout.target_of(role)) if old.version == version else None


def read_delegated(host: SiteStorage, signed: Signed, role: str) -> bytes | None:
    """Return the published target of a delegated role; None if it is missing or not what was signed."""
    metadata, name = signed.delegated.get(role), site_layout.target_of(role)
    file = metadata and metadata.signed.targets.get(name)
    if not file or "sha256" not in file.hashes:
        return None
    data = host.read(site_layout.target_file(name, file.hashes["sha256"]), site_layout.max_bytes(role))
    try:
        file.verify_length_and_hashes(data or b"")
    except RepositoryError:
        return None
    return data


def latest_root(host: SiteStorage, trusted_root: bytes) -> Metadata[Root]:
    """Return the newest root, verified version by version from the trusted one."""
    root = _verified(Root, trusted_root, None, "root")
    root.signed.verify_delegate("root", root.signed_bytes, root.signatures)
    for _ in range(MAX_ROOTS):
        path = site_layout.metadata_file("root", root.signed.version + 1)
        data = host.read(path, MAX_METADATA_BYTES)
        if data is None:
            break
        root = _next_root(root, data)
    return root


def _next_root(old: Metadata[Root], data: bytes) -> Metadata[Root]:
    new = _verified(Root, data, old.signed, "root")
    new.signed.verify_delegate("root", new.signed_bytes, new.signatures)
    if new.signed.version != old.signed.version + 1:
        raise SiteError(
            tr(
                "root {found} is where {wanted} should be",
                found=new.signed.version,
                wanted=old.signed.version + 1,
            )
        )
    return new


def _role(host: SiteStorage, snapshot: Snapshot, delegator: Root | Targets, role: str) -> Metadata[Targets]:
    meta = snapshot.meta.get(f"{role}.json")
    if meta is None:
        raise SiteError(tr("{site} has no {role} in its snapshot", site=host.name, role=role))
    data = _fetch(host, site_layout.metadata_file(role, meta.version))
    meta.verify_length_and_hashes(data)
    return _verified(Targets, data, delegator, role)


def _verified(kind: type[T], data: bytes, delegator: Root | Targets | None, role: str) -> Metadata[T]:
    metadata: Metadata[T] = read_metadata(data)
    if not isinstance(metadata.signed, kind):
        raise SiteError(
            tr("{role} holds metadata of another role, {other}", role=role, other=metadata.signed.type)
        )
    if delegator is not None:
        delegator.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
    return metadata


def _fetch(host: SiteStorage, path: str) -> bytes:
    data = host.read(path, MAX_METADATA_BYTES)
    if data is None:
        raise SiteError(
            tr("{site} has no {path}; `kiosk site init` creates a site", site=host.name, path=str(path))
        )
    return data


def read_parts(host: SiteStorage, signed: Signed) -> dict[str, bytes]:
    """Return the parts that office staff have published, by office; raises `SiteError` if one is missing."""
    parts = {}
    for role, metadata in signed.offices.items():
        if metadata.signed.targets:
            data = read_delegated(host, signed, role)
            if data is None:
                raise SiteError(
                    tr(
                        "{path} on {site} is missing or not what was signed; publish again",
                        path=site_layout.target_of(role),
                        site=host.name,
                    )
                )
            parts[site_layout.office_of(role)] = data
    return parts
