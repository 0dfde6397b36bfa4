"""The printer of a kiosk: what its worker says comes back to the thread of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.devices.printer import Printer, PrinterStatus, Raster
from kiosk.devices.worker import PrintWorker
from kiosk.ui.printing import Tell


class KioskPrinter(QObject):
    """What the ui knows as a `TicketPrinter`; `close` it before the application ends."""

    told = Signal(object, object)  # a Tell and the PrinterStatus for it, from the worker's thread

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = PrintWorker(printer)
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
        self._worker.close()

    @Slot(object, object)
    def _tell(self, tell: Tell, status: PrinterStatus) -> None:
        tell(status)
