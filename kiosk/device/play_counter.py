"""Counts the seconds that the screen runs and that each slide is visible: the proof of play.

The player reports which slide is visible, and the time until the next report is credited to it. Nothing is
counted while the clock is not trusted. While the display is off by schedule, the screen runs, but no slide is
credited. Counts are written every five minutes and at the end, so a crash or a power cut loses at most five
minutes.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.config import Power
from kiosk.device.display_power import is_lit
from kiosk.device.kiosk import Kiosk
from kiosk.usage.play_time import RUNNING, SLIDE, PlayTime, by_hour
from kiosk.usage.usage_store import CountedEvent

TICK_MS = 60_000
WRITE_MS = 300_000
MAX_GAP_S = 2 * TICK_MS / 1000
"""A longer time between ticks means that the program was suspended; it is not counted."""

THE_SCREEN = "screen"


class PlayCounter(QObject):
    """Listens to the player of a kiosk, and passes the seconds to `record`."""

    def __init__(
        self,
        kiosk: Kiosk,
        power: Power | None,
        record: Callable[[Mapping[CountedEvent, int]], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(kiosk)
        self._kiosk, self._power, self._record, self._monotonic = kiosk, power, record, monotonic
        self._player = kiosk.shell.player
        self._time = PlayTime()
        self._seconds: dict[CountedEvent, float] = defaultdict(float)
        self._since, self._seen, self._has_visitor = monotonic(), "", False
        self._player.cardSeen.connect(self.credit)
        self._player.stillChanged.connect(self.credit)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.credit)
        self._tick.start()
        self._write = QTimer(self, interval=WRITE_MS)
        self._write.timeout.connect(self.write)
        self._write.start()

    @Slot()
    def credit(self) -> None:
        """Credit the time since the last call to the slide that was visible, and note which one is now."""
        passed, self._since = self._monotonic() - self._since, self._monotonic()
        now = self._kiosk.now()
        if now and 0 < passed <= MAX_GAP_S:
            slides = self._slides(passed) if is_lit(self._kiosk.context, self._power, now) else {}
            for hour, part in by_hour(now, passed).items():
                self._seconds[CountedEvent(hour, RUNNING, THE_SCREEN)] += part
                for slide, seconds in slides.items():
                    self._seconds[CountedEvent(hour, SLIDE, slide)] += seconds * part / passed
        turn = self._player.seen_turn
        self._seen, self._has_visitor = turn.slide if turn else "", bool(self._player.still)

    def _slides(self, passed: float) -> Mapping[str, float]:
        scheduled = self._player.scheduled_slides
        return self._time.credit(passed, self._seen, scheduled, has_visitor=self._has_visitor)

    @Slot()
    def write(self) -> None:
        """Record the whole seconds, and keep the fractions of the current hour."""
        self.credit()
        counts = {key: int(seconds) for key, seconds in self._seconds.items() if seconds >= 1}
        newest = max((key.hour for key in self._seconds), default="")
        fractions = {key: seconds % 1 for key, seconds in self._seconds.items() if key.hour == newest}
        self._seconds = defaultdict(float, fractions)
        if counts:
            self._record(counts)

    def close(self) -> None:
        """Record the remaining seconds, and stop."""
        self._tick.stop()
        self._write.stop()
        self.write()
