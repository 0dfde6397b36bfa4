"""The page of a screen whose configuration is invalid: a waiting page with the reasons in small print.

Without it, the kiosk would restart forever with a dark screen. The program exits when the file changes, so
that systemd restarts it with the new configuration.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.config import STATE
from kiosk.device.device_status import RESTART
from kiosk.device.watchdog import Watchdog
from kiosk.ui.shell.shell import Shell

CHECK_MS = 2000


def _restart() -> None:
    QGuiApplication.exit(RESTART)


class Unconfigured(QObject):
    """The waiting page with the reasons, until the file at `path` changes; `close` it at the end."""

    def __init__(
        self, reasons: Sequence[str], path: Path, end: Callable[[], None] = _restart, state: Path = STATE
    ) -> None:
        super().__init__()
        self.shell = Shell(lambda: None, time.monotonic)
        self.shell.player.explain("\n".join(reasons))
        self._path, self._end = path, end
        self._before = self._stamp()
        self._watchdog = Watchdog(state)
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Show the page fullscreen, and start systemd's watchdog."""
        self._watchdog.watch(self.shell.window)
        self.shell.window.showFullScreen()
        self._timer.start()

    def check(self) -> None:
        """Exit if the file has changed."""
        if self._stamp() != self._before:
            self._timer.stop()
            self._end()

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def close(self) -> None:
        """Stop the timers and close the window."""
        self._timer.stop()
        self._watchdog.unwatch()
        self.shell.close()
