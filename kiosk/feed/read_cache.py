"""A cache of the files last read, so that reading a folder again only reads the files that have changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from kiosk.feed.yaml_reader import Document


class ReadFile(NamedTuple):
    """A file without errors: its document, and the part of the feed validated from it."""

    document: Document
    part: Any


class ReadCache:
    """The valid files of one folder. An entry is reused only for the same bytes and the same set of media."""

    def __init__(self) -> None:
        self._media: frozenset[str] = frozenset()
        self._files: dict[str, tuple[bytes, ReadFile]] = {}

    def begin(self, files: Collection[str], media: Collection[str]) -> None:
        """Forget the files that are gone; all of them if media were added or removed."""
        names = frozenset(media)
        kept = self._files if names == self._media else {}
        self._media, self._files = names, {file: each for file, each in kept.items() if file in files}

    def get(self, file: str, data: bytes) -> ReadFile | None:
        """Return the entry of a file that was read before with the same bytes."""
        known, read = self._files.get(file, (None, None))
        return read if known == data else None

    def put(self, file: str, data: bytes, document: Document, part: object) -> None:
        """Store a file without errors."""
        self._files[file] = data, ReadFile(document, part)
