"""The printer of a kiosk: what its worker says comes back to the thread of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.printers.print_worker import PrintWorker
from kiosk.printers.printer import Printer, PrinterStatus, Raster
from kiosk.ui.desk.printing import PrinterState, Tell

ASK_MS = 60_000
"""So that an empty printer is known before a visitor finds out."""


class KioskPrinter(QObject):
    """What the ui knows as a `TicketPrinter`; `close` it before the application ends."""

    told = Signal(object, object)  # a Tell and the PrinterStatus for it, from the worker's thread

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = PrintWorker(printer)
        self._timer = QTimer(self, interval=ASK_MS)
        self._timer.timeout.connect(self._keep_asking)
        self._timer.start()
        self._keep_asking()
        self.told.connect(self._tell)

    @property
    def last(self) -> PrinterStatus | None:
        """What the printer said last."""
        return self._worker.last

    def ask(self, tell: Tell) -> None:
        """Ask the printer how it is."""
        self._worker.ask(partial(self.told.emit, tell))

    def print(self, width: int, height: int, bits: bytes, tell: Tell) -> None:
        """Print rows of dots."""
        self._worker.print(Raster(width, height, bits), partial(self.told.emit, tell))

    def reset(self) -> None:
        """Take back all that has not come out."""
        self._worker.reset()

    def close(self) -> None:
        """Take back all that has not come out, and end the worker."""
        self._timer.stop()
        self._worker.close()

    def _keep_asking(self) -> None:
        self.ask(_not_heard)

    @Slot(object, object)
    def _tell(self, tell: Tell, status: PrinterStatus) -> None:
        tell(status)


def _not_heard(_status: PrinterState) -> None:
    """Take an answer that only `last` is to show."""
