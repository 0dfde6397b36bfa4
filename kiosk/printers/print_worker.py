"""The thread that talks to the printer, so that no caller waits for it.

A job belongs to one visitor: when they leave, it is abandoned and cancelled before anything else is printed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from kiosk.printers.printer import Condition, Printer, PrinterStatus, Raster

StatusCallback = Callable[[PrinterStatus], None]
"""Receives a status, on the worker's thread."""

log = logging.getLogger(__name__)


class PrintWorker:
    """A printer whose calls return at once; each status is passed to a callback."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="printer")
        self._abandoned = threading.Event()
        self._callbacks: list[StatusCallback] = []
        self._lock = threading.Lock()
        self._last: PrinterStatus | None = None

    @property
    def last(self) -> PrinterStatus | None:
        """The last known status; None before the first query has finished."""
        return self._last

    def query_status(self, report: StatusCallback) -> None:
        """Query the status; callers that wait for the same query share its result."""
        with self._lock:
            self._callbacks.append(report)
            if len(self._callbacks) == 1:
                self._thread.submit(self._query)

    def _query(self) -> None:
        with self._lock:
            callbacks, self._callbacks = self._callbacks, []

        def report_all(status: PrinterStatus) -> None:
            for report in callbacks:
                report(status)

        self._run(self._printer.status, report_all)

    def print(self, raster: Raster, report: StatusCallback) -> None:
        """Print for the current visitor; the callback receives the resulting status."""
        abandoned = self._abandoned
        self._thread.submit(self._run, lambda: self._print(raster, abandoned), report, abandoned)

    def reset(self) -> None:
        """Abandon and cancel the jobs of a visitor who has left."""
        self._abandoned.set()
        self._abandoned = threading.Event()
        self._thread.submit(self._purge)

    def close(self) -> None:
        """Abandon and cancel everything, and stop the thread."""
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
        except Exception:  # a bug must appear to the visitor as a broken printer
            log.exception("unexpected error in the printer code")
            status = PrinterStatus(Condition.UNKNOWN, "fault in the program")
        if not (abandoned and abandoned.is_set()):  # an abandoned job says nothing about the printer
            self._note(status)
        report(status)

    def _purge(self) -> None:
        try:
            self._printer.purge()
        except Exception:  # as above, without a callback
            log.exception("unexpected error in the printer code")

    def _note(self, status: PrinterStatus) -> None:
        if self._last is None or status.condition is not self._last.condition:
            log.info("printer: %s %s", status.condition.value, status.detail)
        self._last = status
