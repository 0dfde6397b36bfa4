"""Counts what visitors do at one screen, and deletes what is too old to be kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.app.kiosk import Kiosk
from kiosk.tally.store import FILE, Tally
from kiosk.ui.printing import PRINTED

TIDY_MS = 3_600_000


def _now() -> datetime:
    return datetime.now(UTC)


class Counter(QObject):
    """Listens to the desk of a kiosk; nothing is counted by a clock that is not trusted."""

    def __init__(self, kiosk: Kiosk, state: Path, screen: str, clock: Callable[[], datetime] = _now) -> None:
        super().__init__(kiosk)
        self._kiosk, self._clock = kiosk, clock
        self._tally = Tally(state / FILE, screen, clock)
        self._told = ""
        kiosk.front.desk.happened.connect(self._count)
        kiosk.front.printing.changed.connect(self._look_at_printing)
        self._timer = QTimer(self, interval=TIDY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Delete the counts that are older than the feed keeps them."""
        if self._kiosk.world and self._kiosk.clock_trusted():
            kept = timedelta(seconds=self._kiosk.world.feed.counts_kept_for)
            self._tally.forget(self._clock() - kept)

    def close(self) -> None:
        """Stop, and close the file."""
        self._timer.stop()
        self._tally.close()

    def _count(self, kind: str, value: str) -> None:
        if self._kiosk.clock_trusted():
            self._tally.add(kind, value)

    def _look_at_printing(self) -> None:
        state = str(self._kiosk.front.printing.property("state"))
        if state == PRINTED != self._told:
            self._count("ticket", "printed")
        self._told = state
