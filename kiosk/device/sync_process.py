"""Runs the sync process: one at a time, killed when it takes too long."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from kiosk.sync.sync_messages import SyncOutcome, SyncRequest, read_outcome

COMMAND = (sys.executable, "-m", "kiosk.sync")
DEADLINE_MS = 3_600_000
"""A new device may download a gigabyte over a slow line; the next poll resumes it."""

KILL_MS = 1000

log = logging.getLogger(__name__)


class SyncProcess(QObject):
    """Polls the site in a separate process; `finished` passes the `SyncOutcome`."""

    finished = Signal(object)

    def __init__(self, parent: QObject, command: tuple[str, ...] = COMMAND) -> None:
        super().__init__(parent)
        self._command = command
        self._request = b""
        self._process: QProcess | None = None
        self._deadline = QTimer(self, interval=DEADLINE_MS, singleShot=True)
        self._deadline.timeout.connect(self._kill)

    @property
    def is_running(self) -> bool:
        """Whether a poll is running."""
        return self._process is not None

    def start(self, request: SyncRequest) -> None:
        """Start a poll; none may be running."""
        process = QProcess(self)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        process.readyReadStandardError.connect(self._log)
        self._process, self._request = process, request.line()
        self._deadline.start()
        process.started.connect(self._ask)
        process.start(self._command[0], list(self._command[1:]))

    @Slot()
    def _ask(self) -> None:
        if self._process:
            self._process.write(self._request)
            self._process.closeWriteChannel()

    @Slot()
    def _log(self) -> None:
        process = self._process
        if process:
            for line in bytes(process.readAllStandardError().data()).decode("utf-8", "replace").splitlines():
                log.info("sync: %s", line)

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process:
            self._finish(SyncOutcome(problem="the sync process cannot be started", failed=True))

    @Slot(int, QProcess.ExitStatus)
    def _end(self, status: int, how: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        line = bytes(self._process.readAllStandardOutput().data())
        try:
            outcome = read_outcome(line)
        except ValueError:
            killed = how is QProcess.ExitStatus.CrashExit
            words = f"signal {status}" if killed else f"exit status {status}"
            outcome = SyncOutcome(problem=f"the sync process ended without an outcome ({words})", failed=True)
        self._finish(outcome)

    def _finish(self, outcome: SyncOutcome) -> None:
        self._deadline.stop()
        if self._process:
            self._process.deleteLater()
        self._process = None
        self.finished.emit(outcome)

    @Slot()
    def _kill(self) -> None:
        if self._process:
            self._process.kill()

    def stop(self) -> None:
        """Kill a running poll, without an outcome."""
        process, self._process = self._process, None
        self._deadline.stop()
        if process:
            process.kill()
            process.waitForFinished(KILL_MS)
