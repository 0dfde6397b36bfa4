"""Rename our file if somebody else has added a different one with the same name, so that both are kept.

This is done only for parts whose ids have no meaning outside the feed. Two offices, screens or topics with
the same id are the same thing, so a person has to settle that conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from kiosk.feed import yaml_reader
from kiosk.feed.problems import ContentError
from kiosk.feed.yaml_reader import Document
from kiosk.publish import overtaken
from kiosk.publish.feed_source import FeedSource
from kiosk.publish.overtaken import Comparison
from kiosk.publish.site_session import SiteSession
from kiosk.publish.three_way import merges, same, value_of
from kiosk.studio.core.part_uses import file_named, folder_and_id, renamed_files
from kiosk.studio.core.yaml_edit import EditError

_RENAMED = ("slides/", "playlists/", "notices/")


def compare(session: SiteSession, folder: Path) -> Comparison:
    """Compare a folder with its site after renaming our duplicates; raises `PublishError`."""
    return with_duplicates_renamed(overtaken.compare(session, folder))


def with_duplicates_renamed(compared: Comparison) -> Comparison:
    """Return a comparison in which our files are renamed if others have added files with the same names."""
    base, ours, theirs = compared.base, compared.ours, compared.theirs
    if base is None or theirs is None or not compared.lacking:
        return compared
    texts, written = dict(ours.texts), dict[str, bytes | None]()
    for name in _added_by_both(base, ours, theirs):
        if same(value_of(texts[name], name), value_of(theirs.texts[name], name)):
            continue
        with suppress(EditError, KeyError):  # it stays a conflict
            files = renamed_files(texts, _naming(texts, name), name, _free_id(name, base, theirs, texts))
            written |= files
            texts = {each: data for each, data in (texts | files).items() if data is not None}
    if not written:
        return compared
    ours = FeedSource(texts, ours.media)
    return replace(compared, ours=ours, renamed=written, lacking=merges(base, ours, theirs))


def _added_by_both(base: FeedSource, ours: FeedSource, theirs: FeedSource) -> list[str]:
    """Return the files that both sides added; slides first, so that playlists refer to the new names."""
    names = sorted(ours.texts.keys() & theirs.texts.keys() - base.texts.keys())
    return [name for folder in _RENAMED for name in names if name.startswith(folder)]


def _free_id(name: str, base: FeedSource, theirs: FeedSource, texts: Mapping[str, bytes]) -> str:
    folder, stem = folder_and_id(name)
    taken = {*base.texts, *theirs.texts, *texts}
    return next(each for n in count(2) if file_named(folder, each := f"{stem}-{n}") not in taken)


def _naming(texts: Mapping[str, bytes], name: str) -> dict[str, Document]:
    """Return the documents that may refer to the part in a file."""
    part, documents = folder_and_id(name)[1].encode(), dict[str, Document]()
    for other, text in texts.items():
        if part in text:
            with suppress(ContentError):
                documents[other] = yaml_reader.read(text, other)
    return documents
