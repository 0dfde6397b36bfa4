"""What the staff of offices sign, on its way to a screen: fetched, and put together with the feed.

A part that is refused, does not fit or cannot be fetched costs nothing but itself: the last good one stays,
the feed and the other offices go on. Parts are fetched before the feed becomes current, so that no hours are
shown that a part has replaced.
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
    """The parts of one update, by office, and what was wrong with them."""

    parts: dict[str, bytes] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    """Those that may be gone at the next poll."""

    misfits: list[str] = field(default_factory=list)
    """Those that last until the feed or the part changes."""

    costly: bool = False
    """Whether one does not fit only because validating it exceeded the limits."""

    def key(self, feed_hash: str) -> str:
        """Return what identifies this feed with these parts: its own hash if there are none."""
        if not self.parts:
            return feed_hash
        hashes = [f"{office} {_hash(data)}" for office, data in sorted(self.parts.items())]
        return _hash("\n".join([feed_hash, *hashes]).encode())


def fetch_parts(site: SignedSite, store: Store, refuse_far: Callable[[str], None]) -> OfficeParts:
    """Return the newest good part of each office; `refuse_far` raises for a role signed for too long.

    Raises `TransportError` if one that this device never had cannot be fetched.
    """
    found = OfficeParts()
    for office, role in site.office_roles().items():
        kept = store.read_delegated(role)
        try:
            data = _fetch(site, role, kept, refuse_far)
        except SyncError as bad:
            if kept is None and isinstance(bad, TransportError):
                raise
            found.problems.append(f"{site_layout.office_file(office)}: {bad}")
            data = kept
        if data is not None:
            store.write_delegated(role, data)
            found.parts[office] = data
    return found


def _fetch(
    site: SignedSite, role: str, kept: bytes | None, refuse_far: Callable[[str], None]
) -> bytes | None:
    target = site.target(site_layout.target_of(role), site_layout.max_bytes(role))
    site.refuse_handing_on(role)
    refuse_far(role)
    if target is None:
        return None
    if kept is not None and _hash(kept) == target.hashes["sha256"]:
        return kept
    return site.download(target, site_layout.target_of(role))


def compose_feed(store: Store, feed: bytes, found: OfficeParts, *, again: bool) -> tuple[bytes, bytes]:
    """Return a feed with the parts that fit, and its compiled form; the others are among the problems.

    `again` is for `validate_feed`. Raises `UnshowableFeedError` if the feed itself cannot be shown.
    """
    if found.parts:
        try:
            return _valid(store, feed, found.parts, again=again)
        except (UnshowableFeedError, RefusedError):
            _leave_out_misfits(store, feed, found, again=again)
    return _valid(store, feed, found.parts, again=again)


def _leave_out_misfits(store: Store, feed: bytes, found: OfficeParts, *, again: bool) -> None:
    """Keep each part that fits the feed together with those before it: also what is too much in sum goes."""
    offered, found.parts = found.parts, {}
    for office, data in sorted(offered.items()):
        try:
            _valid(store, feed, {**found.parts, office: data}, again=again)
        except (UnshowableFeedError, RefusedError) as bad:
            found.costly |= isinstance(bad, TooCostlyFeedError)
            found.misfits.append(f"{site_layout.office_file(office)}: {bad}")
        else:
            found.parts[office] = data


def _valid(store: Store, feed: bytes, parts: Mapping[str, bytes], *, again: bool) -> tuple[bytes, bytes]:
    try:
        whole = compose(feed, parts)
    except (ContentError, ValueError, RecursionError, AttributeError, TypeError) as bad:
        raise RefusedError(str(bad.problems[0] if isinstance(bad, ContentError) else bad)) from bad
    return whole, validate_feed(store, whole, again=again)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
