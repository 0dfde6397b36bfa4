"""The kiosk's printer: passes the results of its worker thread to the main thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.printers.print_worker import PrintWorker
from kiosk.printers.printer import Printer, PrinterStatus, Raster
from kiosk.ui.desk.printing import PrinterState, StateCallback

QUERY_MS = 60_000
"""The interval between queries, which find an empty printer before a visitor does."""


class KioskPrinter(QObject):
    """The user interface's `TicketPrinter`; `close` it before the application ends."""

    answered = Signal(object, object)  # a StatusCallback and its PrinterStatus, from the worker's thread

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = PrintWorker(printer)
        self._timer = QTimer(self, interval=QUERY_MS)
        self._timer.timeout.connect(self._query)
        self._timer.start()
        self._query()
        self.answered.connect(self._report)

    @property
    def last(self) -> PrinterStatus | None:
        """The last known status."""
        return self._worker.last

    def query_status(self, on_state: StateCallback) -> None:
        """Query the status of the printer."""
        self._worker.query_status(partial(self.answered.emit, on_state))

    def print(self, width: int, height: int, bits: bytes, on_state: StateCallback) -> None:
        """Print a picture; `bits` are its rows of dots."""
        self._worker.print(Raster(width, height, bits), partial(self.answered.emit, on_state))

    def reset(self) -> None:
        """Cancel everything that has not been printed."""
        self._worker.reset()

    def close(self) -> None:
        """Cancel everything that has not been printed, and stop the worker."""
        self._timer.stop()
        self._worker.close()

    def _query(self) -> None:
        self.query_status(_ignore)

    @Slot(object, object)
    def _report(self, on_state: StateCallback, status: PrinterStatus) -> None:
        on_state(status)


def _ignore(_status: PrinterState) -> None:
    """Ignore a status: it is available as `last`."""
