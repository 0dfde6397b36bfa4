"""Saving the folder soon after each change, and again if that fails."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.feed.message_catalog import Message, tr
from kiosk.studio.core.project import Project

SAVE_MS = 900
"""How long after a change the folder is written: a program that is killed loses less than a second."""


class Autosave(QObject):
    """Saves a project; while it `is_held` by a thread that publishes, later."""

    def __init__(
        self, project: Project, is_held: Callable[[], bool], say: Callable[[Message], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._is_held, self._say = project, is_held, say
        self._timer = QTimer(self, interval=SAVE_MS, singleShot=True)
        self._timer.timeout.connect(self.save)

    def soon(self) -> None:
        """Save within a second, however long somebody types without a pause."""
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> bool:
        """Write what has changed; return whether it is there, and nobody else wrote the same."""
        if self._is_held():
            self._timer.start()
            return False
        self._timer.stop()
        try:
            clashes = self._project.save()
        except OSError as bad:
            self._say(tr("Not saved: {reason}", reason=bad.strerror or str(bad)))
            self._timer.start()
            return False
        if clashes:
            self._say(tr("Somebody else has saved {files} too; their text is kept beside it", files=clashes))
        return not clashes

    def stop(self) -> None:
        """Save no more by itself."""
        self._timer.stop()
