"""Runs the sync process, which polls the site once."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.device.request_process import ProcessEnd, RequestProcess
from kiosk.sync.sync_messages import SyncOutcome, SyncRequest, read_outcome

COMMAND = (sys.executable, "-m", "kiosk.sync")
DEADLINE_MS = 3_600_000
"""A new device may download a gigabyte over a slow line; the next poll resumes an interrupted download."""

log = logging.getLogger(__name__)


class SyncProcess(QObject):
    """Polls the site in a separate process; `finished` passes the `SyncOutcome`."""

    finished = Signal(object)

    def __init__(
        self, parent: QObject, command: tuple[str, ...] = COMMAND, deadline_ms: int = DEADLINE_MS
    ) -> None:
        super().__init__(parent)
        self._process = RequestProcess(command, deadline_ms, self)
        self._process.complained.connect(self._log)
        self._process.ended.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether a poll is running."""
        return self._process.is_running

    def start(self, request: SyncRequest) -> None:
        """Start a poll; none may be running."""
        self._process.start(request.line())

    @Slot(str)
    def _log(self, line: str) -> None:
        log.info("sync: %s", line)

    @Slot(ProcessEnd)
    def _end(self, end: ProcessEnd) -> None:
        try:
            outcome = read_outcome(end.answer)
        except ValueError:
            outcome = SyncOutcome(problem=f"the sync process {end.failure}", failed=True)
        self.finished.emit(outcome)

    def stop(self) -> None:
        """Kill a running poll, without an outcome."""
        self._process.stop()
