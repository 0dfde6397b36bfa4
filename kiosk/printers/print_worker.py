"""The one thread that talks to the printer, so that no one waits for it.

Owns the order of things: a job belongs to one visitor, and when they leave it is abandoned and taken back
before anything else is printed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from kiosk.printers.printer import Condition, Printer, PrinterStatus, Raster

StatusCallback = Callable[[PrinterStatus], None]
"""Gets an answer, on the worker's thread."""

log = logging.getLogger(__name__)


class PrintWorker:
    """A printer whose calls return at once; each answer is told when it is there."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="printer")
        self._abandoned = threading.Event()
        self._callbacks: list[StatusCallback] = []
        self._lock = threading.Lock()
        self._last: PrinterStatus | None = None

    @property
    def last(self) -> PrinterStatus | None:
        """What the printer said last; None before its first answer."""
        return self._last

    def ask(self, report: StatusCallback) -> None:
        """Ask the printer how it is; those who ask before it is asked share the answer."""
        with self._lock:
            self._callbacks.append(report)
            if len(self._callbacks) == 1:
                self._thread.submit(self._answer)

    def _answer(self) -> None:
        with self._lock:
            asked, self._callbacks = self._callbacks, []

        def report_all(status: PrinterStatus) -> None:
            for report in asked:
                report(status)

        self._run(self._printer.status, report_all)

    def print(self, raster: Raster, report: StatusCallback) -> None:
        """Print for the visitor who is here; the answer tells whether it came out."""
        abandoned = self._abandoned
        self._thread.submit(self._run, lambda: self._print(raster, abandoned), report, abandoned)

    def reset(self) -> None:
        """Give up the jobs of a visitor who has left, and take them back."""
        self._abandoned.set()
        self._abandoned = threading.Event()
        self._thread.submit(self._purge)

    def close(self) -> None:
        """Give up everything, take it back and end the thread."""
        self._abandoned.set()
        self._printer.interrupt()
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._purge()

    def _print(self, raster: Raster, abandoned: threading.Event) -> PrinterStatus:
        if abandoned.is_set():
            return PrinterStatus(Condition.UNKNOWN, "abandoned")
        return self._printer.print(raster, abandoned)

    def _run(
        self,
        do: Callable[[], PrinterStatus],
        report: StatusCallback,
        abandoned: threading.Event | None = None,
    ) -> None:
        try:
            status = do()
        except Exception:  # a fault of ours must reach the visitor as a printer that does not work
            log.exception("the printer's part of the program failed")
            status = PrinterStatus(Condition.UNKNOWN, "fault in the program")
        if not (abandoned and abandoned.is_set()):  # such a job says nothing of the printer
            self._note(status)
        report(status)

    def _purge(self) -> None:
        try:
            self._printer.purge()
        except Exception:  # as above; nobody waits for an answer
            log.exception("the printer's part of the program failed")

    def _note(self, status: PrinterStatus) -> None:
        if self._last is None or status.condition is not self._last.condition:
            log.info("printer: %s %s", status.condition.value, status.detail)
        self._last = status
