"""A ticket printer in any condition that it is set to, so that every message about printing can be drawn."""

from __future__ import annotations

from kiosk.frozen import frozen
from kiosk.ui.desk.printing import PRINTED, PRINTING, READY, StateCallback
from kiosk.ui.desk.ticket_image import TicketPaper

CONDITIONS = (READY, PRINTING, PRINTED, "paper-out", "cover-open", "offline", "error")
"""The conditions for which PrintLine.qml has a text."""


@frozen
class _RollPaper:
    """80 mm of paper."""

    width: int = 576
    height: int | None = None
    dpi: int = 203
    margin: int = 20


@frozen
class _Answer:
    condition: str
    can_print: bool
    paper: TicketPaper | None = None


class StillPrinter:
    """Always reports its `condition` at once; an empty one means that there is no printer."""

    condition = ""

    def query_status(self, on_state: StateCallback) -> None:
        """Report the condition."""
        can_print = self.condition in {READY, PRINTING, PRINTED}
        on_state(_Answer(self.condition, can_print, _RollPaper() if can_print else None))

    def print(self, width: int, height: int, bits: bytes, on_state: StateCallback) -> None:
        """Report the end of printing, unless the condition is to be still printing."""
        del width, height, bits
        if self.condition == PRINTED:
            on_state(_Answer(PRINTED, can_print=True))

    def reset(self) -> None:
        """Do nothing: there is no job to cancel."""
