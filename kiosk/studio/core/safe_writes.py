"""Write files in an order that leaves a readable feed even if the process is killed in between."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from kiosk import system

_REFERRED_FIRST = ("media", "topics", "offices", "screens", "slides", "notices", "playlists")
"""The folders of a feed; files refer only to parts in their own folder or an earlier one."""


def safe_order(names: Iterable[str], there: Collection[str], wanted: Collection[str]) -> list[str]:
    """Return the order in which to write files; `there` are the existing ones, `wanted` those to keep.

    New parts come first, before anything refers to them. Deletions come last, when nothing does any more.
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
    """Replace a file atomically, or delete it if `data` is None."""
    if data is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    system.write_atomically(path, data)
