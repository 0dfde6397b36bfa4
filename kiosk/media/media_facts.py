"""What screens need from a media file, and what it contains: plain values passed between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from kiosk.frozen import frozen

Kind = Literal["", "picture", "drawing", "film", "document", "sound"]

Pixels = tuple[int, int]
"""Width and height."""


@frozen
class Need:
    """What screens need from a file: the resolutions to render, and the pages (empty means all)."""

    resolutions: tuple[Pixels, ...] = ()
    pages: tuple[int, ...] = ()
    film_s: float = 0.0
    """The duration of the slide that shows the file as a film; 0 if there is none."""


@frozen
class Order:
    """One file to examine and convert. Renditions are written to the folder `out`."""

    path: Path
    need: Need
    out: Path
    fonts: Path


@frozen
class Made:
    """A rendition of a file: its name in `out`, and the resolution of the screens it is for (None: all)."""

    name: str
    page: int = 1
    resolution: Pixels | None = None


@frozen
class MediaFacts:
    """The facts of a file. Faults and warnings have a line and column in the file, or zeros."""

    kind: Kind = ""
    width: int = 0
    height: int = 0
    faults: tuple[tuple[int, int, str], ...] = ()
    warnings: tuple[tuple[int, int, str], ...] = ()
    seconds: float = 0.0
    still_is_plain: bool = False
    """Whether the frame that screens without motion show has only one colour."""

    pages: int = 0
    letters: Mapping[int, float] = field(default_factory=dict)
    """The median line height of each page, as a fraction of the page width."""

    aspect: float = 0.0
    """The aspect ratio of a drawing."""

    made: tuple[Made, ...] = ()


def unusable(kind: Kind, *messages: str) -> MediaFacts:
    """Return the facts of a file that cannot be shown."""
    return MediaFacts(kind, faults=tuple((0, 0, message) for message in messages))
