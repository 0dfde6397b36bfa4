"""Ticket printing for QML: whether it is offered, and its progress.

Knows no printer: the application passes one in, which answers when it can. Everything about a visitor is
dropped when they leave the page, and later answers are ignored.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.desk.desk import Desk
from kiosk.ui.desk.ticket_image import TicketPaper, dots, draw_ticket

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

READY, PRINTING, PRINTED, UNKNOWN = "ready", "printing", "printed", "unknown"


class PrinterState(Protocol):
    """The state of a printer; PrintLine.qml has a sentence for each `condition`."""

    @property
    def condition(self) -> str:
        """The state as one word."""

    @property
    def can_print(self) -> bool:
        """Whether a ticket would come out; in the answer to a ticket, whether it did."""

    @property
    def paper(self) -> TicketPaper | None:
        """The paper to draw for, if known."""


StateCallback = Callable[[PrinterState], None]


class TicketPrinter(Protocol):
    """A printer whose calls return at once; their results arrive in the GUI thread."""

    def query_status(self, on_state: StateCallback) -> None:
        """Query the state of the printer."""

    def print(self, width: int, height: int, bits: bytes, on_state: StateCallback) -> None:
        """Print rows of dots."""

    def reset(self) -> None:
        """Cancel everything that has not come out."""


@QmlElement
class Printing(QObject):
    """Queries the printer while a visitor looks at a ticket, and prints the ticket on request."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._printer: TicketPrinter | None = None
        self._state = ""
        self._paper: TicketPaper | None = None
        self._visit = 0
        desk.turned.connect(self._look)
        desk.visitorLeft.connect(self._forget)

    def serve(self, printer: TicketPrinter) -> None:
        """Offer this printer from now on."""
        self._printer = printer

    @Property(str, notify=changed)
    def state(self) -> str:
        """Empty (nothing to offer), `ready`, `printing`, `printed`, or the condition of a faulty printer."""
        return self._state

    @Slot()
    def print(self) -> None:
        """Print the ticket that is shown."""
        parts = self._desk.printed_parts()
        if self._printer is None or self._paper is None or self._state != READY or not parts:
            return
        self._set_state(PRINTING)
        image = draw_ticket(parts, self._paper)
        self._printer.print(image.width(), image.height(), dots(image), partial(self._printed, self._visit))

    @Slot()
    def _look(self) -> None:
        """Query the printer whenever a ticket is shown or rebuilt; offer nothing once its page is left."""
        if not self._desk.printed_parts():
            self._leave()
        elif self._printer and self._state not in {PRINTING, PRINTED}:
            self._printer.query_status(partial(self._asked, self._visit))

    def _leave(self) -> None:
        if self._state:
            self._visit += 1
            self._set_state("")

    @Slot()
    def _forget(self) -> None:
        """Cancel the job, so that nothing comes out for the next visitor."""
        if self._printer:
            self._printer.reset()

    def _asked(self, visit: int, answer: PrinterState) -> None:
        if visit != self._visit or self._state in {PRINTING, PRINTED}:
            return
        self._paper = answer.paper
        can_print = READY if answer.paper else UNKNOWN
        self._set_state(can_print if answer.can_print else str(answer.condition))

    def _printed(self, visit: int, answer: PrinterState) -> None:
        if visit == self._visit:
            self._set_state(PRINTED if answer.can_print else str(answer.condition))

    def _set_state(self, state: str) -> None:
        self._state = state
        self.changed.emit()
