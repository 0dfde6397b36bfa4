"""The versions of a site: when each was published, by whom, and what it changed.

Only versions signed by current admins are read; others cannot be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tuf.api.metadata import Metadata, Targets

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import error_message, tr
from kiosk.frozen import frozen
from kiosk.publish import role_metadata as roles
from kiosk.publish.changes import Change, changes
from kiosk.publish.key_manager import key_name
from kiosk.publish.publish_errors import PublishError, SiteError
from kiosk.publish.published_state import read_feed_file, read_signed, read_version
from kiosk.publish.role_metadata import Signed
from kiosk.publish.storage.site_storage import SiteStorage


@frozen
class Version:
    """One version of the feed; `problem` says why it cannot be read."""

    number: int
    at: datetime | None = None
    by: tuple[str, ...] = ()
    """The names of the keys that signed it."""

    returns_to: int | None = None
    """The version that it rolled back to."""

    changes: tuple[Change, ...] = ()
    """The changes since the previous readable version; empty if it was only re-signed."""

    problem: str = ""


def history(host: SiteStorage, trusted_root: bytes, limit: int) -> list[Version]:
    """Return the newest `limit` versions of a site's feed, newest first; raises `PublishError`."""
    signed = read_signed(host, trusted_root)
    newest = signed.targets.signed.version
    numbers = sorted(version for version in host.versions("targets") if version <= newest)
    return list(_versions(host, signed, numbers[-limit - 1 :]))[: -limit - 1 : -1]


def _versions(host: SiteStorage, signed: Signed, numbers: list[int]) -> Iterator[Version]:
    """Yield the versions in order, each compared with the last readable one."""
    before: bytes | None = None
    for number in numbers:
        try:
            metadata = read_version(host, signed, number)
            feed = read_feed_file(host, metadata.signed) if metadata.signed.targets else None
            changed = tuple(_changed(before, feed))
        except PublishError as bad:
            yield Version(number, problem=error_message(bad))
            continue
        yield _version(signed, metadata, changed)
        before = feed


def _changed(before: bytes | None, after: bytes | None) -> list[Change]:
    try:
        return changes(before, after) if after else []
    except ValueError as bad:
        raise SiteError(tr("its feed cannot be read: {reason}", reason=error_message(bad))) from bad


def _version(signed: Signed, metadata: Metadata[Targets], changed: tuple[Change, ...]) -> Version:
    targets = metadata.signed
    result = signed.root.signed.get_verification_result("targets", metadata.signed_bytes, metadata.signatures)
    origin = roles.origin(targets)
    return Version(
        targets.version,
        targets.expires - site_layout.LIFE["targets"],
        tuple(sorted(key_name(key) or key.keyid[:12] for key in result.signed.values())),
        origin if origin != targets.version else None,
        changed,
    )
