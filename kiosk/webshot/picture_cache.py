"""The last good picture of each web page, on disk: one file per page."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from kiosk import system
from kiosk.feed.slides import WebSlide

MAX_PAGES = 50
"""The maximum number of pages per screen; further ones are not drawn."""


class PictureCache:
    """A folder of pictures. Times are seconds since the epoch; a picture from the future has the age 0."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file(self, slide: WebSlide) -> Path:
        """Return the path of the picture of a slide's page, whether or not it exists."""
        name = hashlib.sha256(f"{slide.zoom} {slide.url}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.png"

    def age_s(self, slide: WebSlide, now: float) -> float | None:
        """Return how old the picture is; None if there is none."""
        try:
            return max(0.0, now - self.file(slide).stat().st_mtime)
        except OSError:
            return None

    def keep(self, slide: WebSlide, picture: bytes, now: float) -> None:
        """Replace the picture atomically; raises `OSError`."""
        path = self.file(slide)
        system.write_atomically(path, picture)
        os.utime(path, (now, now))

    def prune(self, slides: Iterable[WebSlide]) -> None:
        """Delete the pictures of all other pages; raises `OSError`."""
        kept = {self.file(slide).name for slide in slides}
        for path in self._folder.glob("*"):
            if path.name.removeprefix(".").removesuffix(".new") not in kept:  # it may be in progress
                path.unlink(missing_ok=True)
