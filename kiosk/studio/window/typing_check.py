"""Check the whole feed while somebody types: in the pauses between keys, in small steps."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.studio.core.project import CheckResult

PAUSE_MS = 150
"""How long no key must be pressed before a check begins."""

Steps = Generator[None, None, CheckResult]


class TypingCheck(QObject):
    """Starts a check with `begin`, tries again later if that returns None, and emits its result.

    A key press stops the check; it starts over in the next pause.
    """

    done = Signal(object)  # `CheckResult`

    def __init__(self, begin: Callable[[], Steps | None], parent: QObject) -> None:
        super().__init__(parent)
        self._begin = begin
        self._steps: Steps | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._start)
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._go_on)

    def key_pressed(self) -> None:
        """Wait for the next pause."""
        self.stop()
        self._pause.start()

    def stop(self) -> None:
        """Stop checking until the next key press."""
        self._pause.stop()
        self._step.stop()
        self._steps = None

    @Slot()
    def _start(self) -> None:
        self._steps = self._begin()
        if self._steps is None:
            self._pause.start()
        else:
            self._step.start()

    @Slot()
    def _go_on(self) -> None:
        if self._steps is None:
            self._step.stop()
            return
        try:
            next(self._steps)
        except StopIteration as end:
            self.stop()
            self.done.emit(end.value)
