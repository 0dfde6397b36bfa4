"""The interface of a printer: it has a status and prints one picture at a time.

Handles no text, fonts or layout: a ticket arrives as a bitmap of the printer's width. Printer problems are
never raised: they are a `PrinterStatus`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from kiosk.frozen import frozen


class Condition(StrEnum):
    """The condition of a printer."""

    READY = "ready"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


@frozen
class Paper:
    """The size of the paper, in dots. A roll has no height; `margin` is the white border on all sides.

    `name` is the printer's name for this paper.
    """

    width: int
    height: int | None
    dpi: int
    margin: int = 0
    name: str = ""


@frozen
class PrinterStatus:
    """The condition of a printer, the printer's own details, and its paper if known."""

    condition: Condition
    detail: str = ""
    paper: Paper | None = None

    @property
    def can_print(self) -> bool:
        """Whether a job sent now would be printed."""
        return self.condition in {Condition.READY, Condition.PAPER_LOW}


@frozen
class Raster:
    """A picture of black (1) and white (0) dots: rows of whole bytes, the leftmost dot in the highest bit."""

    width: int
    height: int
    bits: bytes

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or len(self.bits) != self.row_bytes * self.height:
            raise ValueError(f"{len(self.bits)} bytes are not a picture of {self.width}×{self.height} dots")

    @property
    def row_bytes(self) -> int:
        """The bytes of one row."""
        return (self.width + 7) // 8

    def rows(self) -> Iterator[bytes]:
        """Yield the rows from the top."""
        for start in range(0, len(self.bits), self.row_bytes):
            yield self.bits[start : start + self.row_bytes]


class Printer(Protocol):
    """A printer. Each call returns within seconds, whatever the device does. Not thread-safe."""

    def status(self) -> PrinterStatus:
        """Query the status of the device."""
        ...

    def print(self, raster: Raster, abandoned: threading.Event) -> PrinterStatus:
        """Print a picture and return the resulting status: it was printed if the status `can_print`.

        Setting `abandoned` cancels the job. A job that was not printed is cancelled.
        """
        ...

    def purge(self) -> None:
        """Cancel whatever has not been printed, so that nothing prints for the next visitor."""
        ...

    def interrupt(self) -> None:
        """Cancel a call that runs in another thread; only `purge` may be called after it."""
        ...
