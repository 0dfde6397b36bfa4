"""Collects Python's garbage in the main thread only, where Qt's objects live.

Python collects in whichever thread makes the next object. A Qt object in a cycle would be deleted there, a
window by the thread that looks at the site, say, while the main thread works with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 1000
FULL_EVERY = 600
"""Looks. In between only what is young is looked at, which takes no time that anybody sees."""


class GarbageCollector(QObject):
    """Takes collecting over from Python while the program runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect what is due; what is there at the first full collection is not looked through again."""
        self._looks += 1
        if self._looks % FULL_EVERY:
            collect_young()
            return
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()


def collect_young() -> None:
    """Collect as Python itself would, but for the oldest generation."""
    for generation in (1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
