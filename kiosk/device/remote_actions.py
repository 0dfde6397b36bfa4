"""The actions that an admin can command remotely. None of them changes content or runs a program."""

from __future__ import annotations

import base64
import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.device.device_status import DeviceStatus
from kiosk.device.kiosk import Kiosk
from kiosk.device.log_memory import LogMemory
from kiosk.fleet.screen_commands import MAX_PICTURE, Action
from kiosk.sync.sync_messages import SyncOutcome

IDENTIFY_MS = 10_000
WIDTHS = (960, 480, 240)
"""The widths of a screenshot in pixels: the first whose file fits in an answer is used."""

QUALITY = 60  # per cent

UNNOTICED: tuple[Action, ...] = ("sync", "logs")
"""Also allowed while the screen is in use: visitors notice nothing, and nothing about a visit is sent."""

OnDone = Callable[..., None]
"""Called once, with `done`, `words`, and the requested `lines` or `picture`."""


class RemoteActions(QObject):
    """Carries out actions; each calls `on_done` when it has succeeded or failed."""

    identified = Signal()
    """The screen starts or stops showing its id."""

    def __init__(self, kiosk: Kiosk, status: DeviceStatus, screen: str) -> None:
        super().__init__(kiosk)
        self._kiosk, self._status, self._screen = kiosk, status, screen
        self._log_memory = LogMemory()
        logging.getLogger().addHandler(self._log_memory)
        self._after_polls: list[tuple[int, OnDone]] = []
        self._id_shown = QTimer(self, singleShot=True, interval=IDENTIFY_MS)
        self._id_shown.timeout.connect(self._hide_id)
        kiosk.polled.connect(self._polled)

    @property
    def is_identifying(self) -> bool:
        """Whether the screen shows its id."""
        return self._id_shown.isActive()

    def run(self, action: Action, on_done: OnDone) -> None:
        """Carry out an action, unless it would disturb a visitor or reveal a visit."""
        if self._status.in_use and action not in UNNOTICED:
            on_done(done=False, words="somebody is using the screen; try again later")
            return
        actions: dict[Action, Callable[[OnDone], None]] = {
            "restart": self._restart,
            "sync": self._sync,
            "logs": self._logs,
            "test-ticket": self._print_test,
            "screenshot": self._screenshot,
            "identify": self._identify,
        }
        actions[action](on_done)

    def _restart(self, on_done: OnDone) -> None:
        on_done(done=True, words="restarts now")  # sent before the client disconnects
        self._status.restart()

    def _sync(self, on_done: OnDone) -> None:
        """Poll, or poll again after a running poll, which may have started before the news was published."""
        self._after_polls.append((1 + self._kiosk.sync.is_running, on_done))
        self._kiosk.poll_for_news()

    @Slot(SyncOutcome)
    def _polled(self, outcome: SyncOutcome) -> None:
        waiting = [(left - 1, on_done) for left, on_done in self._after_polls]
        self._after_polls = [each for each in waiting if each[0]]
        for left, on_done in waiting:
            if not left:
                on_done(done=not outcome.problem, words=outcome.problem or self._shown())

    def _shown(self) -> str:
        version = self._kiosk.stored.published(self._kiosk.generation_id)
        return f"up to date, shows version {version.number} of the feed" if version else "up to date"

    def _logs(self, on_done: OnDone) -> None:
        lines = self._log_memory.last_hour(time.time())
        on_done(done=True, words=f"{len(lines)} lines in the last hour", lines=lines)

    def _print_test(self, on_done: OnDone) -> None:
        self._status.print_test(lambda problem: on_done(done=not problem, words=problem or "printed"))

    def _screenshot(self, on_done: OnDone) -> None:
        image: QImage = self._kiosk.shell.window.grabWindow()
        pictures = (base64.b64encode(as_jpeg(image, width)).decode() for width in WIDTHS)
        picture = next((each for each in pictures if 0 < len(each) <= MAX_PICTURE), "")
        on_done(done=bool(picture), words="" if picture else "nothing can be drawn", picture=picture)

    def _identify(self, on_done: OnDone) -> None:
        self._kiosk.shell.window.setProperty("identity", self._screen)
        self._id_shown.start()
        self.identified.emit()
        on_done(done=True, words="shows its id for ten seconds")

    @Slot()
    def _hide_id(self) -> None:
        self._kiosk.shell.window.setProperty("identity", "")
        self.identified.emit()

    def close(self) -> None:
        """Stop the timer, and stop collecting log lines."""
        self._id_shown.stop()
        logging.getLogger().removeHandler(self._log_memory)


def as_jpeg(image: QImage, width: int) -> bytes:
    """Return an image as a JPEG, scaled to a width in pixels; empty for a null image."""
    if image.isNull():
        return b""
    small = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]  # the stubs require bytes
    return bytes(buffer.data().data())
