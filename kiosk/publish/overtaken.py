"""Whether publishing a folder would undo what somebody else has published since it was last up to date."""

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
    """A folder beside its site: what it holds, and what others have changed there that it lacks."""

    ours: FeedSource
    theirs: FeedSource | None
    """What the site shows; None if it was published without its source, or nothing was."""

    current: str
    """The hash of that source; empty without one."""

    lacking: Sequence[Merge] = ()
    base: FeedSource | None = None
    """The version that the folder began from, if there are changes of others since."""

    renamed: Mapping[str, bytes | None] = field(default_factory=dict)
    """Files of the folder to write before those changes, because others have taken their names."""

    @property
    def conflicts(self) -> list[Merge]:
        """What both sides have changed, each in another way."""
        return [each for each in self.lacking if each.conflict]


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
    """Return what a folder holds as a source; a file that is no text is left out, and reported by a check."""
    found = read_source(folder)
    texts = {name: data for name, data in found.texts.items() if _is_text(data)}
    return FeedSource(texts, found.media)


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def refuse_to_replace_proposal(session: SiteSession, folder: Path, ours: FeedSource) -> None:
    """Raise `SiteError` if the proposal of another folder waits for signatures on the site."""
    data = session.host.read(f"{PENDING}/targets.json", MAX_METADATA_BYTES)
    if data is None:
        return
    try:
        waiting = read_metadata(data).signed
    except DeserializationError:
        return  # nobody can sign it either
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
    """Publish a folder with its source, and remember in it what the site shows now; raises `PublishError`."""
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
    with suppress(OSError):  # a folder that cannot be written: the next publish compares without it
        write_base(folder, site, base)


def take_over(folder: Path, site: str, current: str) -> None:
    """Remember that a folder has all that the site shows."""
    _remember(folder, site, replace(read_base(folder, site), source=current))
