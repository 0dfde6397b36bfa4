"""A feed's folder on disk, as the names, bytes and hashes that `kiosk.feed.feed_reader` reads.

Refuses what must not be published by accident: links that lead out of the folder, devices and pipes, and
files or folders that are too large. It follows no link to a folder, and passes over what systems leave in
folders.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kiosk.feed.characters import hidden
from kiosk.feed.feed_reader import CheckedFeed, read_folder
from kiosk.feed.message_catalog import Message, tr
from kiosk.feed.misplaced_files import is_litter, may_be_part, right_name
from kiosk.feed.models import Media
from kiosk.feed.printable import printable
from kiosk.feed.problems import Position, Problem, Severity, error
from kiosk.feed.yaml_reader import MAX_BYTES, too_large
from kiosk.media.hashing import hash_file
from kiosk.publish.publish_errors import SiteError

MAX_FILES = 20_000
MAX_TEXT_BYTES = 64 << 20
MAX_MEDIA_BYTES = 2 << 30  # of one file


@dataclass
class FolderContents:
    """What a folder holds: texts and media by their names in the feed, and what is wrong with the folder."""

    folder: Path
    texts: dict[str, bytes] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def check_folder(folder: Path, icons: Collection[str]) -> CheckedFeed:
    """Return the feed in `folder` and all its problems; `icons` are the pictograms that the product has.

    Raises `NotADirectoryError` when there is no such folder.
    """
    source = read_source(folder)
    checked = read_folder(source.texts, source.media, icons)
    problems = tuple(sorted((*source.problems, *checked.problems)))
    whole = not any(problem.severity is Severity.ERROR for problem in problems)
    return checked._replace(feed=checked.feed if whole else None, problems=problems)


def read_source(folder: Path) -> FolderContents:
    """Read every file of a feed's folder; what cannot be read becomes a problem of that file."""
    if not folder.is_dir():
        raise NotADirectoryError(tr("{folder} is not a folder", folder=str(folder)))
    source = FolderContents(folder)
    for count, (name, entry) in enumerate(_names(source, folder)):
        if count == MAX_FILES:
            source.problems.append(
                error(Position(name), tr("more than {count} files in one feed", count=MAX_FILES))
            )
            break
        _read(source, name, entry)
    return source


def _names(
    source: FolderContents, folder: str | Path, above: str = ""
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the files below `folder`, sorted, without those that are no business of its authors."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if is_litter(entry.name):
            continue
        name = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False) and _is_inside(source.folder, entry):
            yield from _names(source, entry.path, f"{name}/")
        elif entry.is_dir():
            source.problems.append(
                error(Position(name), tr("a link to a folder; copy the folder here instead"))
            )
        else:
            yield name, entry


def _is_inside(folder: Path, entry: os.DirEntry[str]) -> bool:
    """Return whether a file or folder is really below `folder`, and no link or junction to elsewhere."""
    return Path(entry.path).resolve().is_relative_to(folder.resolve())


def _read(source: FolderContents, name: str, entry: os.DirEntry[str]) -> None:
    path = source.folder / name
    trouble = _trouble(source.folder, name, entry)
    if trouble:
        source.problems.append(error(Position(printable(name)), trouble))
        return
    try:
        _take(source, name, path)
    except OSError as bad:
        source.problems.append(error(Position(name), tr("cannot be read: {reason}", reason=bad.strerror)))


def _trouble(folder: Path, name: str, entry: os.DirEntry[str]) -> Message | None:
    """Return why a file must not be opened, or None."""
    if sign := hidden(name):
        return tr("rename this file or its folder: its name has {sign}, which is invisible", sign=sign)
    if entry.is_symlink() and not _is_inside(folder, entry):
        return tr("a link that leads out of the folder; copy the file here instead")
    if entry.is_symlink() and not Path(entry.path).exists():
        return tr("a link that leads nowhere")
    return None if entry.is_file() else tr("not a plain file")


def _take(source: FolderContents, name: str, path: Path) -> None:
    size = path.stat().st_size
    if name.startswith("media/"):
        if size > MAX_MEDIA_BYTES:
            message = tr("larger than {size} GiB", size=MAX_MEDIA_BYTES >> 30)
            source.problems.append(error(Position(name), message))
            return
        if right := right_name(name):
            message = tr(
                "a text file in media/; if it is a part of the feed, move it to the folder of its kind"
            )
            source.problems.append(error(Position(name), message, right.rpartition("/")[2]))
        source.media[name] = hash_file(path)
    elif may_be_part(name):
        _take_text(source, name, path, size)


def _take_text(source: FolderContents, name: str, path: Path, size: int) -> None:
    if size > MAX_BYTES:
        source.problems.append(error(Position(name), too_large()))
    elif sum(map(len, source.texts.values())) + size > MAX_TEXT_BYTES:
        limit = tr("the texts of this feed are larger than {size} MiB", size=MAX_TEXT_BYTES >> 20)
        source.problems.append(error(Position(name), limit))
    else:
        source.texts[name] = path.read_bytes()


class Checking:
    """A file as it is read once more to be published; refuses, at its end, bytes that have changed."""

    def __init__(self, file: IO[bytes], media: Media, name: str) -> None:
        self.file = file
        self.media = media
        self.name = name
        self.digest = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes; raises `SiteError` instead of the end if the file has changed."""
        data = self.file.read(size)
        self.digest.update(data)
        if not data and self.digest.hexdigest() != self.media.sha256:
            raise SiteError(tr("{site} changed while it was being published; publish again", site=self.name))
        return data
