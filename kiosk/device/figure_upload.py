"""Uploads the released months to the drop of a device's configuration, in a process of its own."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from kiosk.config import Config, FigureDrop
from kiosk.device.figure_release import UnsentMonths
from kiosk.feed.printable import safe_line
from kiosk.fleet.figure_drop import UploadOutcome, read_outcome, upload_request
from kiosk.usage.figure_archive import FigureArchive, file_name

CPU_S, MEMORY = 30, 1 << 30
COMMAND = (
    sys.executable, "-m", "kiosk.isolated", "kiosk.fleet.figure_drop", "upload", str(CPU_S), str(MEMORY),
)  # fmt: skip
DEADLINE_MS = 90_000
LOOK_MS, RETRY_MS = 300_000, 3_600_000
KILL_MS = 1000
MAX_WORDS = 300  # characters

log = logging.getLogger(__name__)


class FigureUpload(QObject):
    """Looks every few minutes whether a month has grown; after a failure, an hour later.

    A start uploads every month again: they are few, small and replaced as a whole, so nothing needs to be
    remembered.
    """

    ended = Signal()

    def __init__(self, archive: FigureArchive, drop: FigureDrop, config: Config, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._drop, self._config = archive, drop, config
        self._unsent = UnsentMonths(archive)
        self._process: QProcess | None = None
        self._versions: dict[str, tuple[str, int]] = {}
        self._problem = ""
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._deadline = QTimer(self, interval=DEADLINE_MS, singleShot=True)
        self._deadline.timeout.connect(self._kill)

    @Slot()
    def look(self) -> None:
        """Upload what has changed, unless that is under way."""
        if self._process:
            return
        documents = {}
        for month, version in self._unsent.pending():
            if document := self._archive.document(month):
                name = file_name(self._config.screen, month)
                documents[name] = document
                self._versions[name] = month, version
        if documents:
            self._start(upload_request(self._drop, self._config, documents))

    def _start(self, request: bytes) -> None:
        process = self._process = QProcess(self)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        self._deadline.start()
        process.start(COMMAND[0], list(COMMAND[1:]))
        process.write(request)
        process.closeWriteChannel()

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finish(UploadOutcome(problem="no process can be started"))

    @Slot(int, QProcess.ExitStatus)
    def _end(self, status: int, _how: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        answer = bytes(self._process.readAllStandardOutput().data())
        try:
            outcome = read_outcome(answer)
        except ValueError:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
            outcome = UploadOutcome(problem=said.strip() or f"the process ended with {status}")
        self._finish(outcome)

    def _finish(self, outcome: UploadOutcome) -> None:
        self._deadline.stop()
        if self._process:
            self._process.deleteLater()
        self._process = None
        for name in outcome.stored & self._versions.keys():
            self._unsent.mark_sent(*self._versions[name])
        self._timer.setInterval(RETRY_MS if outcome.problem else LOOK_MS)
        if outcome.problem and outcome.problem != self._problem:  # told once, not every hour
            log.warning("figures were not uploaded: %s", safe_line(outcome.problem, MAX_WORDS))
        self._problem = outcome.problem
        self.ended.emit()

    @Slot()
    def _kill(self) -> None:
        if self._process:
            self._process.kill()

    def close(self) -> None:
        """End an upload that is under way, and start no other."""
        self._timer.stop()
        self._deadline.stop()
        process, self._process = self._process, None
        if process:
            process.kill()
            process.waitForFinished(KILL_MS)
