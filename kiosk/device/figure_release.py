"""Releases the protected figures of finished days, weeks and months, and sends them to the broker.

A day counts as over an hour after midnight, when all of its counts have been written.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.device.kiosk import Kiosk
from kiosk.device.visit_counter import VisitCounter
from kiosk.fleet import mqtt_topics
from kiosk.fleet.mqtt import MqttMessage
from kiosk.usage.figure_archive import FOLDER, FigureArchive
from kiosk.usage.month_figures import packed

SETTLE_MS = 300_000
WRITTEN_AFTER = timedelta(hours=1)
MAX_PAYLOAD = 200_000  # bytes
"""The broker closes the connection of a client that exceeds its limit, 256 KiB."""

log = logging.getLogger(__name__)


class FigureRelease(QObject):
    """Checks every few minutes whether a day is over. Releases nothing while the clock is not trusted."""

    def __init__(self, kiosk: Kiosk, counter: VisitCounter, state: Path, screen: str) -> None:
        super().__init__(kiosk)
        self._kiosk, self._counter = kiosk, counter
        self.archive = FigureArchive(state / FOLDER, screen)
        self._timer = QTimer(self, interval=SETTLE_MS)
        self._timer.timeout.connect(self.settle)
        self._timer.start()

    @Slot()
    def settle(self) -> None:
        """Release the finished periods, in the background."""
        now, context = self._kiosk.now(), self._kiosk.context
        if now and context:
            zone = context.feed.zone
            today = (now - WRITTEN_AFTER).astimezone(zone).date()
            self._counter.run_on_store(lambda store: self.archive.settle(store, zone, today))

    def close(self) -> None:
        """Stop releasing."""
        self._timer.stop()


class UnsentMonths:
    """The months of an archive that have changed since they were last sent."""

    def __init__(self, archive: FigureArchive) -> None:
        self._archive = archive
        self._sent: dict[str, int] = {}

    def pending(self) -> list[tuple[str, int]]:
        """Return the unsent months with their versions, newest first."""
        months = sorted(self._archive.versions.items(), reverse=True)
        return [(month, version) for month, version in months if self._sent.get(month) != version]

    def mark_sent(self, month: str, version: int) -> None:
        """Record that this version of a month was sent."""
        self._sent[month] = version

    def forget(self) -> None:
        """Mark all months as unsent."""
        self._sent = {}


class FigureMessages:
    """The months that the broker does not have yet, as retained messages, newest first."""

    def __init__(self, archive: FigureArchive, screen: str) -> None:
        self._archive, self._screen = archive, screen
        self._unsent = UnsentMonths(archive)

    def forget(self) -> None:
        """Assume that the broker has no months: a restart may have deleted them."""
        self._unsent.forget()

    def take_next(self) -> MqttMessage | None:
        """Return the next message, and mark its month as sent; None if the broker has all months."""
        for month, version in self._unsent.pending():
            self._unsent.mark_sent(month, version)
            if message := self._message(month):
                return message
        return None

    def _message(self, month: str) -> MqttMessage | None:
        document = self._archive.document(month)
        payload = packed(document) if document else b""
        if len(payload) > MAX_PAYLOAD:
            log.warning("the figures of %s are too large to send: %d bytes", month, len(payload))
            return None
        topic = mqtt_topics.figures(self._screen, month)
        return MqttMessage(topic, payload, retain=True) if payload else None
