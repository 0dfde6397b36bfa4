"""The changes that a publish would make on the screens, and the earlier versions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.feed.feed_reader import read_folder
from kiosk.feed.models import Feed
from kiosk.feed.site_layout import office_of
from kiosk.frozen import frozen
from kiosk.publish.changes import screens_touched
from kiosk.publish.feed_source import FeedSource, source_hash
from kiosk.publish.history import Version, history
from kiosk.publish.keyring import Keyring
from kiosk.publish.office_publisher import OfficePublisher
from kiosk.publish.role_metadata import Signed, expiries
from kiosk.publish.storage.site_storage import open_host
from kiosk.studio.core import office_publishing
from kiosk.studio.core.site_clone import source_on

MAX_VERSIONS = 30
EXPIRES_SOON = timedelta(days=30)
"""For signatures that only a person can renew, as in `kiosk status`."""

_ORDER = ("removed", "changed", "added")


@frozen
class ReleaseChange:
    """One part of the feed that was `added`, `removed` or `changed`, and the screens that show it."""

    kind: str
    part_id: str
    what: str
    screens: tuple[str, ...]

    @property
    def takes_away(self) -> bool:
        """Whether something that people see now disappears."""
        return self.what == "removed"


@frozen
class PublishedSite:
    """The feed that a site shows now (None if unknown), and its versions, newest first."""

    feed: Feed | None
    versions: Sequence[Version]
    expires: datetime | None = None
    """When the first signature of an admin expires, if that is soon."""


def read_site(
    site: str, keys: Path, now: datetime, icons: Collection[str], office: str = ""
) -> PublishedSite:
    """Read a site, including what the staff of `office` show if one is given; raises `PublishError`."""
    ring = Keyring(keys, {})
    session = OfficePublisher(open_host(site), ring, now)
    signed = session.read()
    if office:
        source: FeedSource | None = office_publishing.shown_source(session, office)
    else:
        source = source_on(session) if source_hash(signed.targets.signed) else None
    feed = read_folder(source.texts, source.media, icons).valid_parts if source else None
    versions = history(session.host, ring.trusted_root(), MAX_VERSIONS)
    return PublishedSite(feed, versions, expiry_soon(signed, now))


def expiry_soon(signed: Signed, now: datetime) -> datetime | None:
    """Return the earliest expiry of a signature that only a person can renew, if it is soon. Pure."""
    ends = expiries(signed).items()
    first = min(at for role, at in ends if role in {"root", "targets"} or office_of(role))
    return first if first - now < EXPIRES_SOON else None


def release_changes(old: Feed | None, new: Feed) -> list[ReleaseChange]:
    """Return what publishing `new` would change: removed screens first, then other removals. Pure.

    A slide that leaves one screen but stays on another is a removal for the first and no change for the
    other.
    """
    screens: dict[tuple[str, str, str], list[str]] = {}
    for screen, touched in screens_touched(old, new).items():
        for each in touched:
            screens.setdefault((each.kind, each.id, each.what), []).append(screen)
    changes = [ReleaseChange(*key, tuple(where)) for key, where in screens.items() if key[0] != "media"]
    return sorted(changes, key=_rank)


def _rank(change: ReleaseChange) -> tuple[bool, int, bool, str, str]:
    vanishes = change.kind == "screens" and change.takes_away
    return not vanishes, _ORDER.index(change.what), change.kind != "slides", change.kind, change.part_id
