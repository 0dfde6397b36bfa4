"""Verifies the stored blobs of the current generation, a few at each poll, to find damage on disk."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Sequence
from pathlib import Path

from kiosk.feed.models import Media
from kiosk.sync.store import Store

STEP = 4 << 20
"""Bytes to read in one step (at least one file): at one step per minute, a gigabyte takes four hours."""


class Scrubber:
    """The position of the scrub: the hash of the last verified blob."""

    def __init__(self, start: str = "") -> None:
        self.next = start

    def step(self, store: Store, wanted: Sequence[Media]) -> list[Media]:
        """Hash the next few blobs; return those that are damaged or missing."""
        return [each for each in self._next_files(wanted) if not is_intact(store.blob(each.sha256), each)]

    def _next_files(self, wanted: Sequence[Media]) -> list[Media]:
        ordered = sorted(wanted, key=lambda media: media.sha256)
        ahead = [media for media in ordered if media.sha256 > self.next] or ordered
        sizes = itertools.accumulate((media.size for media in ahead), initial=0)
        batch = [media for media, before in zip(ahead, sizes, strict=False) if before < STEP]
        self.next = batch[-1].sha256 if batch else ""
        return batch


def is_intact(path: Path, media: Media) -> bool:
    """Return whether a file matches its hash; reads the disk instead of the page cache."""
    try:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            return hashlib.file_digest(file, "sha256").hexdigest() == media.sha256
    except OSError:
        return False
