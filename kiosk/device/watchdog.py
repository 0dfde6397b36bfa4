"""Keeps the kiosk running: counts crashes, stores crash reports, notifies systemd while frames are drawn."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.fleet.crash_history import HEALTHY_S, CrashHistory
from kiosk.fleet.crash_report import CrashRecorder
from kiosk.fleet.frame_watchdog import FrameWatchdog
from kiosk.fleet.systemd_notify import Notifier
from kiosk.fleet.version_health import DARK, PROVEN_S, VersionHealth

BEATS = 3
"""Notifications in each interval of systemd's watchdog."""

log = logging.getLogger(__name__)


class Watchdog(QObject):
    """One run of the kiosk, from `begin` to `end`. `state` is the persistent folder."""

    proven = Signal()
    """This version, which was on trial, has proved itself."""

    def __init__(self, state: Path, notifier: Notifier | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        health = state / "health"
        self.runtime = Path(os.environ.get("RUNTIME_DIRECTORY", health))
        """The folder for files that are kept only while the device is on."""

        self.crash_recorder = CrashRecorder(self.runtime, health)
        self._version_health = VersionHealth(self.runtime, health, __version__)
        self._history = CrashHistory(health)
        self._notifier = notifier or Notifier()
        self._frame_watchdog = FrameWatchdog()
        self._frames = 0
        self._window: QQuickWindow | None = None
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._listen)
        self._healthy = QTimer(self, singleShot=True, interval=HEALTHY_S * 1000)
        self._healthy.timeout.connect(self._history.healthy)
        self._proof_timer = QTimer(self, singleShot=True, interval=PROVEN_S * 1000)
        self._proof_timer.timeout.connect(self._prove)
        self._forgive = self._is_ready = self._is_safe = False

    def begin(self, generation: str) -> bool:
        """Record the start, and report a crash of the last run; return whether to start in safe mode.

        Crashes of another version do not count for this one.
        """
        if self._version_health.begin():
            self._history.forget()
        start = self._history.begin()
        if start.crashed:
            report = self.crash_recorder.find(__version__, generation)
            log.warning("the last run crashed%s", f": {report.fault.splitlines()[0]}" if report.fault else "")
        if start.safe:
            log.warning("safe mode: the last good generation, plain slides")
        self.crash_recorder.record()
        self._healthy.start()
        self._is_safe = start.safe
        return start.safe

    @property
    def is_on_trial(self) -> bool:
        """Whether this version has replaced another one, and has not proved itself yet."""
        return self._version_health.is_on_trial and not self._is_safe

    def watch(self, window: QQuickWindow) -> None:
        """Count the window's frames; notify systemd of the first one, and then while frames are drawn."""
        self._window = window
        window.frameSwapped.connect(self._drawn)
        if self._notifier.watchdog_s:
            self._beat.start(round(self._notifier.watchdog_s * 1000 / BEATS))

    def forgive(self) -> None:
        """Clear the crash history at the end of this run: the restart was requested."""
        self._forgive = True

    def unwatch(self) -> None:
        """Stop counting frames."""
        self._beat.stop()
        self._notifier.stopping()

    def end(self) -> None:
        """Record that the kiosk ends on request."""
        self._beat.stop()
        self._healthy.stop()
        self._proof_timer.stop()
        self._notifier.stopping()
        self._history.end(forgive=self._forgive)
        self.crash_recorder.close()

    def _drawn(self) -> None:
        self._frames += 1
        if self._frames == 1:
            self._ready()
            self._notifier.alive()
            self._proof_timer.start()

    def _prove(self) -> None:
        """Record that this version has proved itself, unless it runs in safe mode."""
        if not self._is_safe and not self._version_health.is_proven:
            self._version_health.prove()
            self.proven.emit()

    def _ready(self) -> None:
        """Notify systemd that the kiosk is ready."""
        self._is_ready = True
        self._notifier.ready()

    def _listen(self) -> None:
        if self._window is None:
            return
        seen = is_seen(self._window)
        if not self._frames and self._window.isVisible() and not seen:
            self._ready()  # there is no display, or it is off: frames are drawn once it is on
            if not self._version_health.is_proven:
                self._version_health.note(DARK)
        if self._frame_watchdog.beat(self._frames, exposed=seen) and self._is_ready:
            self._notifier.alive()
        self._window.update()  # so that even a static picture draws a frame before the next beat


def is_seen(window: QQuickWindow) -> bool:
    """Return whether a display shows the window.

    Without a display, Qt's Wayland plugin creates a placeholder screen without a name, and reports windows on
    it as exposed.
    """
    has_display = QGuiApplication.platformName() != "wayland" or bool(QGuiApplication.primaryScreen().name())
    return window.isExposed() and has_display
