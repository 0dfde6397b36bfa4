"""Merge what others have published into a folder, and keep what was edited in it.

A file without local edits is replaced by theirs; in all other files only the changed values are edited.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Media
from kiosk.publish.feed_source import FeedSource
from kiosk.publish.folder_source import MAX_MEDIA_BYTES
from kiosk.publish.json_differences import MISSING
from kiosk.publish.overtaken import Comparison
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.storage.site_storage import SiteStorage
from kiosk.publish.three_way import Merge, value_of
from kiosk.studio.core.project import Files
from kiosk.studio.core.safe_writes import safe_order, write_file
from kiosk.studio.core.yaml_edit import REMOVED, EditError, edited

Fetch = Callable[[Media], bytes]
"""Returns the bytes of a media file; raises `PublishError`."""


def merge_into(folder: Path, compared: Comparison, changes: Sequence[Merge], fetch: Fetch) -> list[Merge]:
    """Write the changes of others into a folder; return those that cannot be made.

    In a conflict, our value stays. All media is fetched before anything is written.
    """
    ours, theirs = compared.ours, compared.theirs
    if theirs is None:
        return []
    wanted = [each for each in changes if not each.conflict]
    files: dict[str, bytes | None] = {}
    refused: list[Merge] = []
    for name in dict.fromkeys(each.file for each in wanted):
        own = [each for each in wanted if each.file == name]
        try:
            files[name] = _content(name, own, ours, theirs, fetch)
        except EditError:
            refused += own
    there = {*ours.texts, *ours.media}
    _write(folder, compared.renamed, there - compared.renamed.keys())
    _write(folder, files, there)
    return refused


def _write(folder: Path, files: Files, there: Collection[str]) -> None:
    kept = [name for name, data in files.items() if data is not None]
    for name in safe_order(files, there, kept):
        write_file(folder / name, files[name])


def _content(
    name: str, changes: Sequence[Merge], ours: FeedSource, theirs: FeedSource, fetch: Fetch
) -> bytes | None:
    """Return the new content of a file; None if it is to be deleted."""
    if any(each.theirs is MISSING and not each.path for each in changes):
        return None
    if name.startswith("media/"):
        return fetch(theirs.media[name])
    there, here = theirs.texts[name], ours.texts.get(name)
    if here is None or any(not each.path for each in changes):
        return there
    text = here.decode()
    for each in changes:
        text = edited(text, each.path, REMOVED if each.result is MISSING else each.result)
    return there if value_of(text.encode(), name) == value_of(there, name) else text.encode()


def settled_changes(changes: Sequence[Merge], takes_theirs: Callable[[Merge], bool]) -> list[Merge]:
    """Return the changes with every conflict settled: those that do not take theirs are left out."""
    return [
        replace(each, result=each.theirs, conflict=False) if each.conflict else each
        for each in changes
        if not each.conflict or takes_theirs(each)
    ]


def fetcher(host: SiteStorage) -> Fetch:
    """Return a function that reads media files from a site and verifies their hashes."""

    def fetch(media: Media) -> bytes:
        path = site_layout.media_file(media.sha256)
        data = host.read(path, min(media.size, MAX_MEDIA_BYTES))
        if data is None or hashlib.sha256(data).hexdigest() != media.sha256:
            raise SiteError(
                tr("{path} is missing on {site}, or not what was signed", path=path, site=host.name)
            )
        return data

    return fetch
