"""Save the folder shortly after each change, and retry if that fails."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.feed.message_catalog import Message, tr
from kiosk.studio.core.project import Project

SAVE_MS = 900
"""The delay between a change and saving it: a process that is killed loses less than a second."""


class Autosave(QObject):
    """Saves a project; waits while a publishing thread owns it (`is_held`)."""

    def __init__(
        self, project: Project, is_held: Callable[[], bool], say: Callable[[Message], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._is_held, self._say = project, is_held, say
        self._timer = QTimer(self, interval=SAVE_MS, singleShot=True)
        self._timer.timeout.connect(self.save)

    def soon(self) -> None:
        """Save within a second, even while somebody is still typing."""
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> bool:
        """Write the changed files; return whether this succeeded and nobody else changed the same values."""
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
        """Stop saving automatically."""
        self._timer.stop()
