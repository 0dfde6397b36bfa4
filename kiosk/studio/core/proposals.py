"""Proposals that need the signature of another admin: reviewed as pictures, then signed or rejected.

All functions raise `PublishError`.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Targets

from kiosk.feed.feed_reader import read_folder
from kiosk.feed.models import Feed, Media
from kiosk.feed.serialization import read_feed
from kiosk.frozen import frozen
from kiosk.publish.cosigning import Cosigner, Proposal
from kiosk.publish.feed_source import FeedSource, read_feed_source, source_hash
from kiosk.publish.folder_base import read_base
from kiosk.publish.key_manager import key_name
from kiosk.publish.keyring import load_keyring
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.published_state import read_feed_file
from kiosk.publish.rejection import Rejection, proposed_source, read_rejection
from kiosk.publish.storage.site_storage import open_host
from kiosk.studio.core.folder_merge import Fetch
from kiosk.studio.core.project import Project
from kiosk.studio.core.publishing import merge_published
from kiosk.trust.metadata_rules import read_metadata


@frozen
class ProposedFeed:
    """A proposal with the feeds before and after it; None where they cannot be drawn."""

    proposal: Proposal
    by: Sequence[str]
    """The names of the keys that have signed it."""

    is_mine: bool
    """Whether one of the keys here has already signed it."""

    before: Feed | None = None
    after: Feed | None = None

    @property
    def can_be_rejected(self) -> bool:
        """Whether it proposes a feed, so that its author can be shown a reason."""
        return bool(proposed_source(self.proposal))


@frozen
class SiteInbox:
    """The pending proposals of a site, and why the last proposal from this folder was not signed."""

    proposals: Sequence[ProposedFeed] = ()
    rejection: Rejection | None = None


def open_cosigner(site: str, keys: Path, now: datetime) -> Cosigner:
    """Return a cosigner for a site, with the keys of a folder."""
    return Cosigner(open_host(site), load_keyring(keys), now)


def read_inbox(cosigner: Cosigner, folder: Path, icons: Collection[str]) -> SiteInbox:
    """Return the inbox of a site for the person who edits a folder."""
    proposals = [_proposed(cosigner, each, icons) for each in cosigner.proposals()]
    own_proposal = read_base(folder, cosigner.host.name).proposed
    return SiteInbox(proposals, read_rejection(cosigner, own_proposal))


def _proposed(cosigner: Cosigner, proposal: Proposal, icons: Collection[str]) -> ProposedFeed:
    metadata, root = read_metadata(proposal.data), cosigner.read().root.signed
    signed = root.get_verification_result(proposal.role, metadata.signed_bytes, metadata.signatures).signed
    by = sorted(key_name(key) or key.keyid[:12] for key in signed.values())
    shown = ProposedFeed(proposal, by, any(each in cosigner.ring.signers for each in signed))
    if proposal.role != "targets":
        return shown
    before, after = read_metadata(proposal.base).signed, metadata.signed
    with suppress(SiteError):  # without its source nothing can be drawn, only described in text
        old, new = (_source_of(cosigner, each) for each in (before, after))
        feeds = [each and read_folder(each.texts, each.media, icons).valid_parts for each in (old, new)]
        if feeds[1] and _is_same(feeds[1], read_feed(read_feed_file(cosigner.host, after))):
            shown = replace(shown, before=feeds[0] or None, after=feeds[1])
    return shown


def _source_of(cosigner: Cosigner, targets: Targets) -> FeedSource | None:
    file_hash = source_hash(targets)
    return read_feed_source(cosigner.host, file_hash) if file_hash else None


def _is_same(source: Feed, published: Feed) -> bool:
    """Return whether the feed to draw equals the signed one, and both show the same files."""
    plain = [replace(each, media={}, renditions={}) for each in (source, published)]
    common = source.media.keys() & published.media.keys()
    return plain[0] == plain[1] and all(source.media[name] == published.media[name] for name in common)


def write_media(media: Mapping[str, Media], project: Project, fetch: Fetch, folder: Path) -> None:
    """Write media into an empty folder to draw from: from the project if it has them, else from the site."""
    for name, each in media.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if project.media.get(name) == each:
            shutil.copyfile(project.folder / name, path)
        else:
            path.write_bytes(fetch(each))


def sign(project: Project, cosigner: Cosigner, proposals: Sequence[ProposedFeed]) -> None:
    """Sign exactly what was shown, publish it and merge it; `WaitingError` if more signatures are needed."""
    for each in proposals:
        cosigner.sign_proposal(each.proposal)
    merge_published(project, cosigner)
