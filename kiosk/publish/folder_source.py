"""A feed folder on disk, read into the names, bytes and hashes that `kiosk.feed.feed_reader` takes.

Refuses anything that must not be published by accident: links that lead out of the folder, devices and
pipes, and files or folders that are too large. Does not follow links to folders, and ignores the files that
operating systems leave in folders.
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
    """The texts and media of a folder, by their names in the feed, and the problems of the folder."""

    folder: Path
    texts: dict[str, bytes] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def check_folder(folder: Path, icons: Collection[str]) -> CheckedFeed:
    """Return the feed in `folder` and all its problems; `icons` are the product's own pictograms.

    Raises `NotADirectoryError` if there is no such folder.
    """
    source = read_source(folder)
    checked = read_folder(source.texts, source.media, icons)
    problems = tuple(sorted((*source.problems, *checked.problems)))
    valid = not any(problem.severity is Severity.ERROR for problem in problems)
    return checked._replace(feed=checked.feed if valid else None, problems=problems)


def read_source(folder: Path) -> FolderContents:
    """Read every file of a feed folder; a file that cannot be read is reported as a problem."""
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
    """Yield the files below `folder`, sorted, without those left there by operating systems."""
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
    """Return whether a file or folder is really below `folder`, not a link or junction to somewhere else."""
    return Path(entry.path).resolve().is_relative_to(folder.resolve())


def _read(source: FolderContents, name: str, entry: os.DirEntry[str]) -> None:
    path = source.folder / name
    reason = _why_refused(source.folder, name, entry)
    if reason:
        source.problems.append(error(Position(printable(name)), reason))
        return
    try:
        _add_file(source, name, path)
    except OSError as bad:
        source.problems.append(error(Position(name), tr("cannot be read: {reason}", reason=bad.strerror)))


def _why_refused(folder: Path, name: str, entry: os.DirEntry[str]) -> Message | None:
    """Return why a file must not be opened, or None."""
    if sign := hidden(name):
        return tr("rename this file or its folder: its name has {sign}, which is invisible", sign=sign)
    if entry.is_symlink() and not _is_inside(folder, entry):
        return tr("a link that leads out of the folder; copy the file here instead")
    if entry.is_symlink() and not Path(entry.path).exists():
        return tr("a link that leads nowhere")
    return None if entry.is_file() else tr("not a plain file")


def _add_file(source: FolderContents, name: str, path: Path) -> None:
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
        _add_text(source, name, path, size)


def _add_text(source: FolderContents, name: str, path: Path, size: int) -> None:
    if size > MAX_BYTES:
        source.problems.append(error(Position(name), too_large()))
    elif sum(map(len, source.texts.values())) + size > MAX_TEXT_BYTES:
        limit = tr("the texts of this feed are larger than {size} MiB", size=MAX_TEXT_BYTES >> 20)
        source.problems.append(error(Position(name), limit))
    else:
        source.texts[name] = path.read_bytes()


class VerifyingReader:
    """A file that is read again to be published; raises at the end if its bytes have changed."""

    def __init__(self, file: IO[bytes], media: Media, name: str) -> None:
        self.file = file
        self.media = media
        self.name = name
        self.digest = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes; at the end of the file, raises `SiteError` if it has changed."""
        data = self.file.read(size)
        self.digest.update(data)
        if not data and self.digest.hexdigest() != self.media.sha256:
            raise SiteError(tr("{site} changed while it was being published; publish again", site=self.name))
        return data
