"""Checks that publishing a folder does not undo changes that others have published in the meantime."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path

from tuf.api.metadata import Targets
from tuf.api.serialization import DeserializationError

from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen
from kiosk.media.preparation import Prepared
from kiosk.publish.feed_source import FIELD, FeedSource, read_feed_source, source_hash
from kiosk.publish.folder_base import Base, read_base, write_base
from kiosk.publish.folder_source import read_source
from kiosk.publish.publish_errors import SiteError, WaitingError
from kiosk.publish.published_state import MAX_METADATA_BYTES
from kiosk.publish.publisher import Publisher
from kiosk.publish.rejection import forget_rejection
from kiosk.publish.site_session import PENDING, SiteSession
from kiosk.publish.three_way import Merge, merges
from kiosk.trust.metadata_rules import read_metadata


@frozen
class Comparison:
    """A folder compared with its site: its source, and the changes by others that it lacks."""

    ours: FeedSource
    theirs: FeedSource | None
    """The source of the published feed; None if there is none or it was published without its source."""

    current: str
    """The hash of `theirs`; empty if that is None."""

    lacking: Sequence[Merge] = ()
    base: FeedSource | None = None
    """The version that the folder started from, if others have changed the site since."""

    renamed: Mapping[str, bytes | None] = field(default_factory=dict)
    """Files to write to the folder before those changes, because others have taken their names."""

    @property
    def conflicts(self) -> list[Merge]:
        """The values that both sides have changed, each differently."""
        return [merge for merge in self.lacking if merge.conflict]


def compare(session: SiteSession, folder: Path) -> Comparison:
    """Compare a folder with its site; raises `PublishError`."""
    ours = source_of(folder)
    current = source_hash(session.read().targets.signed)
    if not current:
        return Comparison(ours, None, "")
    theirs = read_feed_source(session.host, current)
    known = read_base(folder, session.host.name)
    if current in {ours.sha256, known.source, known.proposed}:
        return Comparison(ours, theirs, current)
    base = read_feed_source(session.host, known.source) if known.source else None
    return Comparison(ours, theirs, current, merges(base, ours, theirs), base)


def source_of(folder: Path) -> FeedSource:
    """Return the source in a folder, without files that are not UTF-8, which a check reports."""
    contents = read_source(folder)
    texts = {name: data for name, data in contents.texts.items() if _is_text(data)}
    return FeedSource(texts, contents.media)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def refuse_to_replace_proposal(session: SiteSession, folder: Path, ours: FeedSource) -> None:
    """Raise `SiteError` if a proposal from another folder waits for signatures on the site."""
    data = session.host.read(f"{PENDING}/targets.json", MAX_METADATA_BYTES)
    if data is None:
        return
    try:
        waiting = read_metadata(data).signed
    except DeserializationError:
        return  # nobody could sign it either
    shown = session.read().targets.signed
    if waiting.version <= shown.version:
        return
    source = waiting.unrecognized_fields.get(FIELD, "")
    if source not in {"", ours.sha256, read_base(folder, session.host.name).proposed}:
        raise SiteError(
            tr(
                "a proposal of somebody else waits for signatures on {site}, and this would replace it; "
                "look at it with `kiosk site sign {site}`",
                site=session.host.name,
            )
        )


def publish(publisher: Publisher, prepared: Prepared, compared: Comparison, folder: Path) -> Targets:
    """Publish a folder with its source, and record in the folder what the site now shows.

    Raises `PublishError`.
    """
    site, ours = publisher.host.name, compared.ours
    refuse_to_replace_proposal(publisher, folder, ours)
    try:
        new = publisher.publish(prepared.feed, prepared.locate, ours, compared.current).targets.signed
    except WaitingError:
        _remember(folder, site, replace(read_base(folder, site), proposed=ours.sha256))
        forget_rejection(publisher, ours.sha256)
        raise
    _remember(folder, site, Base(ours.sha256))
    return new


def _remember(folder: Path, site: str, base: Base) -> None:
    with suppress(OSError):  # the folder is read-only: the next publish compares without a base
        write_base(folder, site, base)


def take_over(folder: Path, site: str, current: str) -> None:
    """Record that a folder includes everything that the site shows."""
    _remember(folder, site, replace(read_base(folder, site), source=current))
