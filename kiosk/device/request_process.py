"""A process that receives one request, returns one answer, and exits. It is killed if it takes too long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, QProcess, QTimer, Signal, Slot

from kiosk.frozen import frozen

KILL_MS = 1000


@frozen
class ProcessEnd:
    """The answer of a process, and how the process failed if the answer is not valid."""

    answer: bytes
    failure: str


class RequestProcess(QObject):
    """Runs a command for one request at a time; emits `ended` once for each request that is not stopped."""

    ended = Signal(ProcessEnd)
    complained = Signal(str)  # a line on standard error

    def __init__(self, command: Sequence[str], deadline_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._command = command
        self._request = b""
        self._process: QProcess | None = None
        self._deadline = QTimer(self, interval=deadline_ms, singleShot=True)
        self._deadline.timeout.connect(self._kill)

    @property
    def is_running(self) -> bool:
        """Whether a request is being answered."""
        return self._process is not None

    def start(self, request: bytes) -> None:
        """Start a process for a request; none may be running."""
        process = self._process = QProcess(self)
        self._request = request
        process.started.connect(self._ask)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail)
        process.readyReadStandardError.connect(self._complain)
        self._deadline.start()
        process.start(self._command[0], list(self._command[1:]))

    @Slot()
    def _ask(self) -> None:
        if self._process:
            self._process.write(self._request)
            self._process.closeWriteChannel()

    @Slot()
    def _complain(self) -> None:
        if self._process:
            self._process.setReadChannel(QProcess.ProcessChannel.StandardError)
            while self._process.canReadLine():
                self._pass_on(self._process.readLine())

    def _pass_on(self, line: QByteArray) -> None:
        if text := bytes(line.data()).decode("utf-8", "replace").strip():
            self.complained.emit(text)

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finish("cannot be started")

    @Slot(int, QProcess.ExitStatus)
    def _end(self, status: int, how: QProcess.ExitStatus) -> None:
        killed = how is QProcess.ExitStatus.CrashExit
        self._finish(f"ended without an outcome ({'signal' if killed else 'exit status'} {status})")

    def _finish(self, failure: str) -> None:
        self._deadline.stop()
        process, self._process = self._process, None
        if process:
            self._pass_on(process.readAllStandardError())  # a last line without a line break
            answer = bytes(process.readAllStandardOutput().data())
            process.deleteLater()
            self.ended.emit(ProcessEnd(answer, failure))

    @Slot()
    def _kill(self) -> None:
        if self._process:
            self._process.kill()

    def stop(self) -> None:
        """Kill a running process, without an answer."""
        self._deadline.stop()
        process, self._process = self._process, None
        if process:
            process.kill()
            process.waitForFinished(KILL_MS)
