"""The next version of each signed role, from the previous one. Pure; callers pass `now`.

Six roles, after The Update Framework's specification (1.0.33): `root` lists the keys of the top-level roles;
`targets` (the admins) signs `feed.yaml`, delegates only `slots.yaml` to `slots`, and only `live.yaml` to
`live`; `snapshot` and `timestamp` bind the versions together and are signed by an online key. A site created
before live data existed has no `live` until a key is added for it.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from typing import Any

from securesystemslib.signer import Key
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from kiosk.feed import site_layout
from kiosk.frozen import frozen
from kiosk.publish import feed_source

ROLES = ("root", "targets", "online", *site_layout.DELEGATED)
"""The keys of a new site. `online` signs both snapshot and timestamp."""


@frozen
class Signed:
    """One consistent state of a site: what each role signs."""

    root: Metadata[Root]
    targets: Metadata[Targets]
    slots: Metadata[Targets]
    snapshot: Metadata[Snapshot]
    timestamp: Metadata[Timestamp]
    live: Metadata[Targets] | None = None
    offices: Mapping[str, Metadata[Targets]] = field(default_factory=dict)
    """The metadata signed by office staff, by role."""

    @property
    def delegated(self) -> dict[str, Metadata[Targets]]:
        """The metadata of each role that `targets` delegates to, by its name."""
        roles = {site_layout.SLOTS_ROLE: self.slots, site_layout.LIVE_ROLE: self.live, **self.offices}
        return {role: metadata for role, metadata in roles.items() if metadata}

    def metadata(self, role: str) -> Metadata[Any]:
        """Return the metadata of a role."""
        return self.offices[role] if role in self.offices else getattr(self, role)

    def delegator(self, role: str) -> Root | Targets:
        """Return the metadata that lists the keys of `role`."""
        return self.targets.signed if site_layout.is_delegated(role) else self.root.signed

    def keyids(self, role: str) -> Sequence[str]:
        """Return the ids of the keys that may sign for `role`."""
        return self.delegator(role).get_delegated_role(role).keyids


def first(keys: Mapping[str, Key], now: datetime) -> Signed:
    """Return the state of a new site, with nothing published; `keys` has one key for each of `ROLES`."""
    targets = Targets(1, expires=now + site_layout.LIFE["targets"])
    for role in site_layout.DELEGATED:
        delegate(targets, role, keys[role])
    snapshot = Metadata(Snapshot(1, expires=now + site_layout.LIFE["snapshot"]))
    timestamp = Metadata(Timestamp(1, expires=now + site_layout.LIFE["timestamp"]))
    slots, live = (empty(role, now) for role in (site_layout.SLOTS_ROLE, site_layout.LIVE_ROLE))
    return Signed(Metadata(_first_root(keys, now)), Metadata(targets), slots, snapshot, timestamp, live)


def empty(role: str, now: datetime) -> Metadata[Targets]:
    """Return the first version of a delegated role's metadata, without a target."""
    return Metadata(Targets(1, expires=now + site_layout.life(role)))


def _first_root(keys: Mapping[str, Key], now: datetime) -> Root:
    root = Root(1, expires=now + site_layout.LIFE["root"], consistent_snapshot=True)
    by_role = {"root": "root", "targets": "targets", "snapshot": "online", "timestamp": "online"}
    for role, key in by_role.items():
        root.add_key(keys[key], role)
    return root


def delegate(targets: Targets, role: str, key: Key) -> None:
    """Let `key` sign the one target of a delegated role, and nothing else."""
    name = site_layout.target_of(role)
    delegations = targets.delegations or Delegations({}, {})
    roles = dict(delegations.roles or {})
    roles[role] = DelegatedRole(role, [key.keyid], 1, terminating=True, paths=[name])
    targets.delegations = Delegations({**delegations.keys, key.keyid: key}, roles)


RETURNS_TO = "x-infodisk-returns-to"
"""The metadata field with the version that a rollback returned to."""


def with_feed(
    signed: Signed, feed: bytes, now: datetime, *, returns_to: int | None = None, source: str = ""
) -> Signed:
    """Return the state with `feed`, the bytes of `feed.yaml`, in the admins' role.

    For a rollback, `returns_to` is the version that had this feed before; `source` is its source's hash.
    """
    files = {site_layout.FEED: TargetFile.from_data(site_layout.FEED, feed, ["sha256"])}
    new = _next_targets(signed.targets, files, now + site_layout.LIFE["targets"])
    if returns_to is not None:
        new.signed.unrecognized_fields[RETURNS_TO] = returns_to
    if source:
        new.signed.unrecognized_fields[feed_source.FIELD] = source
    return replace(signed, targets=new)


def origin(targets: Targets) -> int:
    """Return the version that this version rolled back to, or its own version."""
    version = targets.unrecognized_fields.get(RETURNS_TO)
    return version if type(version) is int and 0 < version < targets.version else targets.version


def with_target(signed: Signed, role: str, data: bytes, now: datetime) -> Signed:
    """Return the state with `data` as the only target of a delegated role."""
    name = site_layout.target_of(role)
    files = {name: TargetFile.from_data(name, data, ["sha256"])}
    old = signed.delegated.get(role) or empty(role, now)
    new = _next_targets(old, files, now + site_layout.life(role))
    new.signed.delegations = None  # a delegated role may not delegate: that would outlive a revocation
    return with_role(signed, role, new)


def with_role(signed: Signed, role: str, metadata: Metadata[Targets]) -> Signed:
    """Return the state with new metadata for `targets` or a delegated role."""
    if site_layout.office_of(role):
        return replace(signed, offices={**signed.offices, role: metadata})
    changes: dict[str, Any] = {role: metadata}
    return replace(signed, **changes)


def renewed(signed: Signed, role: str, now: datetime) -> Signed:
    """Return the state with a new version of `targets` or a delegated role that expires later."""
    old = signed.targets if role == "targets" else signed.delegated[role]
    name = site_layout.FEED if role == "targets" else site_layout.target_of(role)
    new = _extended(old, now + site_layout.life(role), name)
    if role != "targets":
        new.signed.delegations = None  # as above
    return with_role(signed, role, new)


def _extended(old: Metadata[Targets], expires: datetime, name: str) -> Metadata[Targets]:
    """Return the next version with only the target `name`; other targets are dropped."""
    new = _next_targets(old, {key: file for key, file in old.signed.targets.items() if key == name}, expires)
    if origin(old.signed) != old.signed.version:
        new.signed.unrecognized_fields[RETURNS_TO] = origin(old.signed)
    if source := feed_source.source_hash(old.signed):
        new.signed.unrecognized_fields[feed_source.FIELD] = source
    return new


def with_delegation(signed: Signed, delegations: Delegations, now: datetime) -> Signed:
    """Return the state with new delegations in the admins' role."""
    new = renewed(signed, "targets", now)
    new.targets.signed.delegations = delegations
    return new


def next_root(signed: Signed, now: datetime) -> Root:
    """Return a copy of the root as its next version, for the caller to change and sign."""
    root = copy.deepcopy(signed.root.signed)
    root.version += 1
    root.expires = now + site_layout.LIFE["root"]
    return root


def is_signed(signed: Signed, role: str, metadata: Metadata[Any]) -> bool:
    """Return whether `metadata` has enough signatures from the keys that `signed` lists for the role."""
    delegator = signed.delegator(role)
    return delegator.get_verification_result(role, metadata.signed_bytes, metadata.signatures).verified


def is_root_signed(old: Metadata[Root], new: Metadata[Root]) -> bool:
    """Return whether the new root has enough signatures from both the old and the new root keys."""
    result = new.signed.get_root_verification_result(old.signed, new.signed_bytes, new.signatures)
    return result.verified


def _next_targets(
    old: Metadata[Targets], files: dict[str, TargetFile], expires: datetime
) -> Metadata[Targets]:
    new = Targets(old.signed.version + 1, expires=expires, targets=files, delegations=old.signed.delegations)
    return Metadata(new)


def bound(signed: Signed, snapshot_version: int, now: datetime) -> Signed:
    """Return the state with a new snapshot of the signed roles; sign it before `stamped`."""
    meta = {
        f"{role}.json": _meta_file(metadata.signed.version, metadata.to_bytes())
        for role, metadata in {"targets": signed.targets, **signed.delegated}.items()
    }
    snapshot = Snapshot(snapshot_version, expires=now + site_layout.LIFE["snapshot"], meta=meta)
    return replace(signed, snapshot=Metadata(snapshot))


def stamped(signed: Signed, now: datetime) -> Signed:
    """Return the state with a new timestamp of the signed snapshot."""
    snapshot = signed.snapshot
    meta = _meta_file(snapshot.signed.version, snapshot.to_bytes())
    version = signed.timestamp.signed.version + 1
    timestamp = Timestamp(version, expires=now + site_layout.LIFE["timestamp"], snapshot_meta=meta)
    return replace(signed, timestamp=Metadata(timestamp))


def _meta_file(version: int, data: bytes) -> MetaFile:
    return MetaFile.from_data(version, data, ["sha256"])


def expiries(signed: Signed) -> dict[str, datetime]:
    """Return the expiry of each role."""
    roles: dict[str, Metadata[Any]] = {
        "root": signed.root,
        "targets": signed.targets,
        **signed.delegated,
        "snapshot": signed.snapshot,
        "timestamp": signed.timestamp,
    }
    return {role: metadata.signed.expires for role, metadata in roles.items()}
