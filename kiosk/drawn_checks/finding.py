"""What is seen to be wrong on one drawing, as a value that goes from a worker to the one who asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Kinds of findings."""

    FIT = "does not fit"
    SMALL = "too small to be read from afar"
    CONTRAST = "too little contrast"
    QR_SIZE = "QR code too small"
    QR_READ = "QR code cannot be read"
    PICTURE = "cannot be shown"
    SIGN = "no such character in any font"
    UNDRAWN = "cannot be drawn"


@dataclass(frozen=True)
class Box:
    """A part of a drawing, in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Finding:
    """One fault on one drawing: where it is, by how much, and the words that are concerned."""

    fault: Fault
    detail: str
    box: Box
    words: str = ""
    signs: str = ""  # the characters at fault


@dataclass(frozen=True)
class Use:
    """A picture and the place that it fills, in pixels of the screen."""

    file: str
    width: int
    height: int
    painted_width: float = 0.0
    """How wide the picture itself is drawn."""
