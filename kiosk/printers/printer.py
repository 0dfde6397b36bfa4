"""What a printer is to the kiosk: something with a state that takes one picture at a time.

Owns the words for it; refuses text, fonts and layout: a ticket comes as dots, drawn to the printer's width.
Nothing here or below raises for a printer in trouble: trouble is a `PrinterStatus`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Condition(StrEnum):
    """How a printer is."""

    READY = "ready"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Paper:
    """What a picture is drawn for, in dots. A roll has no height; `margin` is what must stay white all round.

    `name` is what the printer calls this paper.
    """

    width: int
    height: int | None
    dpi: int
    margin: int = 0
    name: str = ""


@dataclass(frozen=True)
class PrinterStatus:
    """How a printer is, the printer's own words for it, and its paper where it is known."""

    condition: Condition
    detail: str = ""
    paper: Paper | None = None

    @property
    def can_print(self) -> bool:
        """Whether a job sent now would come out."""
        return self.condition in {Condition.READY, Condition.PAPER_LOW}


@dataclass(frozen=True)
class Raster:
    """A picture of black (1) and white (0) dots: rows of whole bytes, the leftmost dot in the highest bit."""

    width: int
    height: int
    bits: bytes

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or len(self.bits) != self.row_bytes * self.height:
            raise ValueError(f"{len(self.bits)} bytes are no picture of {self.width}×{self.height} dots")

    @property
    def row_bytes(self) -> int:
        """The bytes of one row."""
        return (self.width + 7) // 8

    def rows(self) -> Iterator[bytes]:
        """Yield the rows from the top."""
        for start in range(0, len(self.bits), self.row_bytes):
            yield self.bits[start : start + self.row_bytes]


class Printer(Protocol):
    """A printer. Each call returns within seconds, whatever the device does; one call at a time."""

    def status(self) -> PrinterStatus:
        """Ask the device how it is."""
        ...

    def print(self, raster: Raster, abandoned: threading.Event) -> PrinterStatus:
        """Print a picture and return how that ended: it came out if the status `can_print`.

        Once `abandoned` is set the job is given up. A job that did not come out is taken back.
        """
        ...

    def purge(self) -> None:
        """Take back whatever has not come out, so that nothing prints for the next visitor."""
        ...

    def interrupt(self) -> None:
        """End a call that is under way in another thread; after this only `purge` is called."""
        ...
