"""The order in which files are written, so that a kill in between leaves a feed that can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from kiosk import system

_REFERRED_FIRST = ("media", "topics", "offices", "screens", "slides", "notices", "playlists")
"""The folders of a feed: each one's files name only parts of those before it, or of its own."""


def safe_order(names: Iterable[str], there: Collection[str], wanted: Collection[str]) -> list[str]:
    """Return the order in which to write files, of those that are `there` and those that are `wanted`.

    New parts come first, before anything names them, and deleted ones go last, when nothing does any more.
    """

    def place(name: str) -> tuple[int, int, str]:
        if name not in wanted:
            return 2, -_rank(name), name
        return int(name in there), _rank(name), name

    return sorted(names, key=place)


def _rank(name: str) -> int:
    folder = name.partition("/")[0]
    return _REFERRED_FIRST.index(folder) if folder in _REFERRED_FIRST else 0


def write_file(path: Path, data: bytes | None) -> None:
    """Write a file in one rename, or delete it."""
    if data is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    system.write_atomically(path, data)
