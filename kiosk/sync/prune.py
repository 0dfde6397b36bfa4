"""Deletes generations by age and free space, and the blobs that no generation references.

The current generation, the last good one and those that may be on the screen are kept. `to_remove` decides,
`prune_store` deletes.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.feed import site_layout
from kiosk.sync.store import Store, storage_errors

MAX_AGE_S = 14 * 86400.0
MAX_RESERVE = 64 << 20  # bytes
RESERVED_FRACTION = 20  # one twentieth


@dataclass(frozen=True, order=True)
class StoredGeneration:
    """A generation on disk: its age in seconds, and its id."""

    age_s: float
    id: str


def reserve(store: Store) -> int:
    """Return the bytes to leave free for other programs: a twentieth of the disk, at most 64 MiB."""
    with storage_errors(store.folder):
        return min(MAX_RESERVE, shutil.disk_usage(store.folder).total // RESERVED_FRACTION)


def to_remove(stored: Iterable[StoredGeneration], keep: Collection[str], *, short: bool) -> list[str]:
    """Return the ids of the generations to delete: the old ones, or all but `keep` if space is short."""
    return [each.id for each in sorted(stored) if each.id not in keep and (short or each.age_s > MAX_AGE_S)]


def prune_store(store: Store, keep: Collection[str], *, short: bool = False) -> None:
    """Delete what `to_remove` names, and unreferenced blobs; raises `StoreError`."""
    with storage_errors(store.folder):
        gone = to_remove(_stored(store), keep, short=short)
        for generation_id in gone:
            shutil.rmtree(store.generations / generation_id)
        if gone or short:
            _remove_blobs(store)
        _remove_incoming(store, 0.0 if short else MAX_AGE_S)
        for path in store.tuf.glob("tmp*"):
            path.unlink()  # a temporary file that python-tuf left when the process was killed


def _stored(store: Store) -> list[StoredGeneration]:
    return [StoredGeneration(_age_s(path), path.name) for path in _entries(store.generations)]


def _age_s(path: Path) -> float:
    return time.time() - path.stat().st_mtime


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _remove_blobs(store: Store) -> None:
    named = {
        sha256 for path in _entries(store.generations) for sha256 in _referenced(path / site_layout.FEED)
    }
    for folder in _entries(store.blobs):
        for path in _entries(folder):
            if path.name not in named:
                path.unlink()


def _referenced(feed: Path) -> set[str]:
    """Return the hashes that a stored feed references; none if it is damaged, since it is not shown then."""
    try:
        media = json.loads(feed.read_bytes()).get("media", {})
        return {str(each["sha256"]) for each in media.values()}
    except (OSError, ValueError, AttributeError, TypeError, KeyError):
        return set()


def _remove_incoming(store: Store, older_than_s: float) -> None:
    for path in _entries(store.incoming):
        if _age_s(path) > older_than_s:
            path.unlink()
