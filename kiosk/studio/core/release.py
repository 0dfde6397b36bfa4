"""What a publish would change on the screens, and what was published before."""

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

MOST_VERSIONS = 30
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
        """Whether something that people see now is gone afterwards."""
        return self.what == "removed"


@frozen
class PublishedSite:
    """What a site shows now, None if that is not known, and its versions, the newest first."""

    feed: Feed | None
    versions: Sequence[Version]
    expires: datetime | None = None
    """When the first signature of an admin expires, if that is soon."""


def read_site(
    site: str, keys: Path, now: datetime, icons: Collection[str], office: str = ""
) -> PublishedSite:
    """Read a site, with what the staff of an `office` show if one is given; raises `PublishError`."""
    ring = Keyring(keys, {})
    session = OfficePublisher(open_host(site), ring, now)
    signed = session.read()
    if office:
        source: FeedSource | None = office_publishing.shown_source(session, office)
    else:
        source = source_on(session) if source_hash(signed.targets.signed) else None
    feed = read_folder(source.texts, source.media, icons).sound if source else None
    versions = history(session.host, ring.trusted_root(), MOST_VERSIONS)
    return PublishedSite(feed, versions, expiry_soon(signed, now))


def expiry_soon(signed: Signed, now: datetime) -> datetime | None:
    """Return when the first signature expires that only a person can renew, if that is soon. Pure."""
    ends = expiries(signed).items()
    first = min(at for role, at in ends if role in {"root", "targets"} or office_of(role))
    return first if first - now < EXPIRES_SOON else None


def release_changes(old: Feed | None, new: Feed) -> list[ReleaseChange]:
    """Return what publishing `new` would change: screens that vanish first, then all else that goes. Pure.

    A slide that leaves one screen and stays on another is removed from the one and not changed on the other.
    """
    screens: dict[tuple[str, str, str], list[str]] = {}
    for screen, found in screens_touched(old, new).items():
        for each in found:
            screens.setdefault((each.kind, each.id, each.what), []).append(screen)
    changes = [ReleaseChange(*key, tuple(where)) for key, where in screens.items() if key[0] != "media"]
    return sorted(changes, key=_rank)


def _rank(change: ReleaseChange) -> tuple[bool, int, bool, str, str]:
    vanishes = change.kind == "screens" and change.takes_away
    return not vanishes, _ORDER.index(change.what), change.kind != "slides", change.kind, change.part_id
