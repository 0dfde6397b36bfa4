"""Recreate from a site the folder that it was last published from."""

from __future__ import annotations

from pathlib import Path

from kiosk.feed.message_catalog import tr
from kiosk.publish import overtaken
from kiosk.publish.feed_source import FeedSource, read_feed_source, source_hash
from kiosk.publish.overtaken import Comparison
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.site_session import SiteSession
from kiosk.publish.three_way import merges
from kiosk.studio.core.folder_merge import fetcher, merge_into


def source_on(session: SiteSession) -> FeedSource:
    """Return the files that a site was last published from; raises `PublishError`."""
    return read_feed_source(session.host, _current(session))


def _current(session: SiteSession) -> str:
    current = source_hash(session.read().targets.signed)
    if not current:
        raise SiteError(
            tr(
                "{site} does not have the files that it was published from; publish once from the folder "
                "that has them",
                site=session.host.name,
            )
        )
    return current


def clone(session: SiteSession, folder: Path) -> int:
    """Write the last published files into an empty folder; return their number. Raises `PublishError`."""
    current = _current(session)
    theirs = read_feed_source(session.host, current)
    nothing = FeedSource({}, {})
    comparison = Comparison(nothing, theirs, current)
    merge_into(folder, comparison, merges(nothing, nothing, theirs), fetcher(session.host))
    overtaken.take_over(folder, session.host.name, current)
    return len(theirs.texts) + len(theirs.media)
