"""A problem found on one drawing, as a value that workers send to the caller."""

from __future__ import annotations

from enum import StrEnum

from kiosk.frozen import frozen


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


@frozen
class Box:
    """A part of a drawing, in pixels."""

    x: int
    y: int
    width: int
    height: int


@frozen
class Finding:
    """One problem on one drawing: its position, its extent, and the text concerned."""

    fault: Fault
    detail: str
    box: Box
    words: str = ""
    signs: str = ""  # the characters that cannot be drawn


@frozen
class Use:
    """A picture and the area that it fills, in pixels of the screen."""

    file: str
    width: int
    height: int
    painted_width: float = 0.0
    """The width at which the picture itself is drawn."""
