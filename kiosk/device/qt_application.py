"""The kiosk process: Qt's application, logging, and the signals that end it."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import socket
import sys
import threading
from types import TracebackType

from PySide6.QtCore import (
    QLoggingCategory,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

from kiosk.device.garbage_collection import GarbageCollector
from kiosk.device.heap import return_freed_memory
from kiosk.ui import fonts
from kiosk.ui.shell.shell import choose_renderer

log = logging.getLogger(__name__)


def make_application(arguments: list[str]) -> QGuiApplication:
    """Return Qt's application, with hooks that log every error."""
    faulthandler.enable()
    sys.excepthook = _log_exception
    threading.excepthook = lambda args: _log_exception(args.exc_type, args.exc_value, args.exc_traceback)
    qInstallMessageHandler(_log_qt)
    return_freed_memory()
    choose_renderer()
    quieten_ffmpeg()
    application = fonts.make_application(arguments)
    application.setApplicationName("infodisk")
    GarbageCollector(application)
    return application


MEDIA_LOG_RULES = """
qt.multimedia.*.debug=false
qt.multimedia.*.info=false
qt.multimedia.symbolsresolver=false
default.debug=false
default.info=false
"""
"""Qt looks for PipeWire, which is only for screen recording, and warns if it is missing.

The default category contains FFmpeg's own messages, such as how much of each video it has read.
"""


def quieten_ffmpeg() -> None:
    """Route FFmpeg's messages through Qt, which drops those below a warning.

    Otherwise FFmpeg prints the streams of each video to stderr: a hundred lines per hour.
    """
    os.environ.setdefault("QT_FFMPEG_DEBUG", "1")
    QLoggingCategory.setFilterRules(MEDIA_LOG_RULES)


class SignalWatch(QObject):
    """Runs the event loop until SIGTERM or SIGINT, which Python cannot handle while Qt's loop runs.

    Create it before anything that must be closed in order: without it, both signals end the process at once.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno())
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._stop_requested = self._runs = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: None)

    def run(self) -> int:
        """Run the event loop, unless a signal has already arrived; return the exit status."""
        self._runs = True
        return 0 if self._stop_requested else QGuiApplication.exec()

    def _on_signal(self) -> None:
        self._reader.recv(64)
        self._stop_requested = True
        if self._runs:  # exit() before exec() would end every later event loop immediately
            QGuiApplication.exit()  # the lockdown ignores quit()


def _log_exception(
    kind: type[BaseException], value: BaseException | None, trace: TracebackType | None
) -> None:
    log.critical("unexpected", exc_info=(kind, value or kind(), trace))


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS[kind], "%s (%s)", message, context.category)
