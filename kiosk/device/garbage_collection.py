"""Runs Python's garbage collection in the main thread only, where Qt's objects live.

Python collects in whichever thread allocates next: a worker thread could delete a Qt object in a reference
cycle while the main thread uses it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

CHECK_MS = 1000
FULL_EVERY = 600
"""Ticks between full collections. The other ticks collect young objects only, which takes no visible time."""


class GarbageCollector(QObject):
    """Replaces Python's automatic collection while the program runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._ticks = 0
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    @Slot()
    def check(self) -> None:
        """Collect what is due; objects alive at the first full collection are frozen."""
        self._ticks += 1
        if self._ticks % FULL_EVERY:
            collect_young()
            return
        gc.collect()
        if not gc.get_freeze_count():
            gc.freeze()


def collect_young() -> None:
    """Collect as Python itself would, except for the oldest generation."""
    for generation in (1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
