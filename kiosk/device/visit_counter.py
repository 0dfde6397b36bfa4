"""Counts what visitors do at one screen, and deletes counts past their retention time.

A touch never waits for the disk: counts are collected in memory, and a worker thread writes them when a
visitor has left, every minute during a longer visit, and at the end. A power cut loses at most the counts of
one visit.
"""

from __future__ import annotations

import collections
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.device.kiosk import Kiosk
from kiosk.usage.usage_store import FILE, CountedEvent, UsageStore, deleted_before, hour_of

PRUNE_MS = 3_600_000
WRITE_MS = 60_000


class VisitCounter(QObject):
    """Listens to the desk of a kiosk; counts nothing while the clock is not trusted."""

    def __init__(self, kiosk: Kiosk, state: Path, screen: str) -> None:
        super().__init__(kiosk)
        self._kiosk, self._clock = kiosk, kiosk.now
        self._store = UsageStore(state / FILE, screen)
        self._collected = collections.Counter[CountedEvent]()
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="counts")
        self._printing_state = ""
        kiosk.shell.deskOpened.connect(self._listen)
        self._soon = QTimer(self, singleShot=True, interval=WRITE_MS)
        self._soon.timeout.connect(self.write)
        self._timer = QTimer(self, interval=PRUNE_MS)
        self._timer.timeout.connect(self.prune)
        self._timer.start()

    @Slot()
    def _listen(self) -> None:
        shell = self._kiosk.shell
        shell.desk.happened.connect(self._count)
        shell.desk.visitorLeft.connect(self.write)
        shell.printing.changed.connect(self._look_at_printing)

    def write(self) -> None:
        """Write the collected counts in the background."""
        self._soon.stop()
        if self._collected:
            self._writer.submit(self._store.add, self._collected)
            self._collected = collections.Counter()

    def add(self, counts: Mapping[CountedEvent, int]) -> None:
        """Write counts that were collected elsewhere, in the background."""
        self._writer.submit(self._store.add, counts)

    def run_on_store(self, job: Callable[[UsageStore], None]) -> None:
        """Run a job in the background, after the counts collected so far have been written."""
        self.write()
        self._writer.submit(job, self._store)

    def prune(self) -> None:
        """Delete the months that are not entirely within the retention time in the feed."""
        now = self._clock()
        if self._kiosk.context and now:
            feed = self._kiosk.context.feed
            before = deleted_before(now, timedelta(seconds=feed.counts_kept_for), feed.zone)
            self._writer.submit(self._store.forget, before)

    def close(self) -> None:
        """Write the remaining counts, and close the file."""
        self._timer.stop()
        self.write()
        self._writer.shutdown(wait=True)
        self._store.close()

    def _count(self, kind: str, value: str) -> None:
        now = self._clock()
        if now:
            self._collected[CountedEvent(hour_of(now), kind, value)] += 1
            if not self._soon.isActive():
                self._soon.start()

    def _look_at_printing(self) -> None:
        from kiosk.ui.desk.printing import PRINTED  # noqa: PLC0415  # only where there is a desk

        state = str(self._kiosk.shell.printing.property("state"))
        if state == PRINTED != self._printing_state:
            self._count("ticket", "printed")
        self._printing_state = state
