"""Fetches the parts that the staff of offices sign, and composes the feed with them.

A part that is refused, does not fit or cannot be fetched affects nothing else: its last good version stays in
use, and the feed and the other offices are updated. Parts are fetched before the feed becomes current, so
that no opening hours are shown that a part has replaced.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.feed import site_layout
from kiosk.feed.office_part import compose
from kiosk.feed.problems import ContentError
from kiosk.sync.feed_validation import validate_feed
from kiosk.sync.signed_site import SignedSite
from kiosk.sync.store import Store
from kiosk.sync.sync_errors import (
    RefusedError,
    SyncError,
    TooCostlyFeedError,
    TransportError,
    UnshowableFeedError,
)


@dataclass
class OfficeParts:
    """The parts of one update, by office, and the problems with them."""

    parts: dict[str, bytes] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    """Problems that may be gone at the next poll."""

    misfits: list[str] = field(default_factory=list)
    """Problems that last until the feed or the part changes."""

    costly: bool = False
    """Whether a part was left out because validating it exceeded the limits."""

    def key(self, feed_hash: str) -> str:
        """Return a key for a feed with these parts: the feed's own hash if there are none."""
        if not self.parts:
            return feed_hash
        hashes = [f"{office} {_hash(data)}" for office, data in sorted(self.parts.items())]
        return _hash("\n".join([feed_hash, *hashes]).encode())


def fetch_parts(site: SignedSite, store: Store, refuse_far: Callable[[str], None]) -> OfficeParts:
    """Return the newest good part of each office; `refuse_far` raises for a role signed for too long.

    Raises `TransportError` if a part that this device never had cannot be fetched.
    """
    updates = OfficeParts()
    for office, role in site.office_roles().items():
        stored = store.read_delegated(role)
        try:
            data = _fetch(site, role, stored, refuse_far)
        except SyncError as bad:
            if stored is None and isinstance(bad, TransportError):
                raise
            updates.problems.append(f"{site_layout.office_file(office)}: {bad}")
            data = stored
        if data is not None:
            store.write_delegated(role, data)
            updates.parts[office] = data
    return updates


def _fetch(
    site: SignedSite, role: str, stored: bytes | None, refuse_far: Callable[[str], None]
) -> bytes | None:
    target = site.target(site_layout.target_of(role), site_layout.max_bytes(role))
    site.refuse_delegations(role)
    refuse_far(role)
    if target is None:
        return None
    if stored is not None and _hash(stored) == target.hashes["sha256"]:
        return stored
    return site.download(target, site_layout.target_of(role))


def compose_feed(store: Store, feed: bytes, updates: OfficeParts, *, again: bool) -> tuple[bytes, bytes]:
    """Return a feed with the parts that fit, and its compiled form; parts that do not fit become `misfits`.

    `again` is passed to `validate_feed`. Raises `UnshowableFeedError` if the feed itself cannot be shown.
    """
    if updates.parts:
        try:
            return _composed(store, feed, updates.parts, again=again)
        except (UnshowableFeedError, RefusedError):
            _leave_out_misfits(store, feed, updates, again=again)
    return _composed(store, feed, updates.parts, again=again)


def _leave_out_misfits(store: Store, feed: bytes, updates: OfficeParts, *, again: bool) -> None:
    """Add the parts to the feed one by one, and leave out each with which the feed would be invalid.

    This also finds parts that are valid alone, but too much in total.
    """
    offered, updates.parts = updates.parts, {}
    for office, data in sorted(offered.items()):
        try:
            _composed(store, feed, {**updates.parts, office: data}, again=again)
        except (UnshowableFeedError, RefusedError) as bad:
            updates.costly |= isinstance(bad, TooCostlyFeedError)
            updates.misfits.append(f"{site_layout.office_file(office)}: {bad}")
        else:
            updates.parts[office] = data


def _composed(store: Store, feed: bytes, parts: Mapping[str, bytes], *, again: bool) -> tuple[bytes, bytes]:
    try:
        composed = compose(feed, parts)
    except (ContentError, ValueError, RecursionError, AttributeError, TypeError) as bad:
        raise RefusedError(str(bad.problems[0] if isinstance(bad, ContentError) else bad)) from bad
    return composed, validate_feed(store, composed, again=again)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
