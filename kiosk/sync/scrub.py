"""A slow walk over the blobs of the current generation, to find what the disk has spoilt since."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Sequence
from pathlib import Path

from kiosk.feed.models import Media
from kiosk.sync.store import Store

STEP = 4 << 20
"""Bytes read in one step, but at least one file: at a step a minute a gigabyte takes four hours."""


class Scrubber:
    """Remembers how far it has come."""

    def __init__(self, start: str = "") -> None:
        self.next = start

    def step(self, store: Store, wanted: Sequence[Media]) -> list[Media]:
        """Hash the next few blobs; return those that are damaged or gone."""
        return [each for each in self._stretch(wanted) if not is_intact(store.blob(each.sha256), each)]

    def _stretch(self, wanted: Sequence[Media]) -> list[Media]:
        ordered = sorted(wanted, key=lambda media: media.sha256)
        ahead = [media for media in ordered if media.sha256 > self.next] or ordered
        sizes = itertools.accumulate((media.size for media in ahead), initial=0)
        stretch = [media for media, before in zip(ahead, sizes, strict=False) if before < STEP]
        self.next = stretch[-1].sha256 if stretch else ""
        return stretch


def is_intact(path: Path, media: Media) -> bool:
    """Return whether a file is what its name says, as the disk has it now and not as memory remembers it."""
    try:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            return hashlib.file_digest(file, "sha256").hexdigest() == media.sha256
    except OSError:
        return False
