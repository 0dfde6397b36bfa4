"""Uploads the released months to the web host in the device's configuration, in a separate process."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.config import Config, FigureDrop
from kiosk.device.figure_release import UnsentMonths
from kiosk.device.request_process import ProcessEnd, RequestProcess
from kiosk.feed.printable import safe_line
from kiosk.fleet.figure_drop import UploadOutcome, read_outcome, upload_request
from kiosk.usage.figure_archive import FigureArchive, file_name

CPU_S, MEMORY = 30, 1 << 30
COMMAND = (
    sys.executable, "-m", "kiosk.isolated", "kiosk.fleet.figure_drop", "upload", str(CPU_S), str(MEMORY),
)  # fmt: skip
DEADLINE_MS = 90_000
CHECK_MS, RETRY_MS = 300_000, 3_600_000
MAX_WORDS = 300  # characters

log = logging.getLogger(__name__)


class FigureUpload(QObject):
    """Checks every few minutes whether a month has changed; after a failure, only an hour later.

    Every month is uploaded again after a restart: there are few, and they are small. So no state needs to be
    stored.
    """

    ended = Signal()

    def __init__(self, archive: FigureArchive, drop: FigureDrop, config: Config, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._drop, self._config = archive, drop, config
        self._unsent = UnsentMonths(archive)
        self._process = RequestProcess(COMMAND, DEADLINE_MS, self)
        self._process.complained.connect(self._take_complaint)
        self._process.ended.connect(self._end)
        self._complaint = ""
        self._versions: dict[str, tuple[str, int]] = {}
        self._problem = ""
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    @Slot()
    def check(self) -> None:
        """Upload the months that have changed, unless an upload is running."""
        if self._process.is_running:
            return
        documents = {}
        for month, version in self._unsent.pending():
            if document := self._archive.document(month):
                name = file_name(self._config.screen, month)
                documents[name] = document
                self._versions[name] = month, version
        if documents:
            self._complaint = ""
            self._process.start(upload_request(self._drop, self._config, documents))

    @Slot(str)
    def _take_complaint(self, line: str) -> None:
        self._complaint = line

    @Slot(ProcessEnd)
    def _end(self, end: ProcessEnd) -> None:
        try:
            outcome = read_outcome(end.answer)
        except ValueError:
            outcome = UploadOutcome(problem=self._complaint or f"the process {end.failure}")
        for name in outcome.stored & self._versions.keys():
            self._unsent.mark_sent(*self._versions[name])
        self._timer.setInterval(RETRY_MS if outcome.problem else CHECK_MS)
        if outcome.problem and outcome.problem != self._problem:  # logged once, not every hour
            log.warning("figures were not uploaded: %s", safe_line(outcome.problem, MAX_WORDS))
        self._problem = outcome.problem
        self.ended.emit()

    def close(self) -> None:
        """Stop a running upload, and start no other."""
        self._timer.stop()
        self._process.stop()
