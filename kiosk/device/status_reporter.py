"""Reports the status to the fleet over MQTT when it changes, and receives nudges and commands."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.config import Broker
from kiosk.device.figure_release import FigureMessages
from kiosk.fleet import mqtt_topics
from kiosk.fleet.crash_report import CrashRecorder
from kiosk.fleet.mqtt import MqttClient, MqttMessage
from kiosk.fleet.screen_status import ScreenStatus, write_status

CHECK_MS = 10_000
AT_LEAST_EVERY_S = 300.0
SPREAD_MS = 5000
"""Spreads the polls of a nudged fleet over time."""

VOLATILE = ("at", "memory_mb", "temperature_c", "disk_free", "looked_at", "reached_at", "slide")
"""Fields that change all the time, and therefore do not trigger a report."""


class StatusReporter(QObject):
    """Reports the status of one screen, which `status` returns."""

    nudged = Signal()
    commanded = Signal(object)  # an MqttMessage with a command that is not yet verified
    heard = Signal(object)  # an MqttMessage, from the client's network thread

    def __init__(
        self,
        broker: Broker,
        screen: str,
        status: Callable[[], ScreenStatus],
        crash_recorder: CrashRecorder,
        parent: QObject | None = None,
    ) -> None:
        """Prepare the MQTT client; raises `MqttError` if the broker's configuration cannot work."""
        super().__init__(parent)
        self._screen, self._status, self._crash_recorder = screen, status, crash_recorder
        self._sent: ScreenStatus | None = None
        self._sent_at = 0.0
        self.figures: FigureMessages | None = None
        topics = (mqtt_topics.NUDGE, mqtt_topics.of(screen, "command"))
        self._mqtt_client = MqttClient(
            broker, screen, topics, self.heard.emit, mqtt_topics.of(screen, "online")
        )
        self.heard.connect(self._handle)
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.nudged)

    def start(self) -> None:
        """Start connecting and reporting."""
        self._mqtt_client.open()
        self._timer.start()

    def stop(self) -> None:
        """Stop reporting and disconnect."""
        self._timer.stop()
        self._soon.stop()
        self._mqtt_client.close()

    def check(self) -> None:
        """Send the status if it has changed, or if the last report is old."""
        if not self._mqtt_client.is_up():
            self._sent = None  # a restarted broker may have lost the last status
            if self.figures:
                self.figures.forget()
            return
        status = replace(self._status(), broker_certificate_until=self._mqtt_client.certificate_until)
        is_old = time.monotonic() - self._sent_at >= AT_LEAST_EVERY_S
        if is_old or _stable(status) != _stable(self._sent):
            self._send(status)
        if self.figures and (message := self.figures.take_next()):
            self._mqtt_client.send(message)

    def _send(self, status: ScreenStatus) -> None:
        self._mqtt_client.send(
            MqttMessage(mqtt_topics.of(self._screen, "status"), write_status(status), retain=True)
        )
        self._sent, self._sent_at = status, time.monotonic()
        crash = self._crash_recorder.unsent()
        if crash:
            self._mqtt_client.send(
                MqttMessage(mqtt_topics.of(self._screen, "crash"), write_status(crash), retain=True)
            )
            self._crash_recorder.sent()

    def _handle(self, message: MqttMessage) -> None:
        if message.topic == mqtt_topics.NUDGE:
            if not message.retain and not self._soon.isActive():
                self._soon.start(random.randrange(SPREAD_MS))  # noqa: S311  # jitter, not a secret
        elif message.topic == mqtt_topics.of(self._screen, "command"):
            self.commanded.emit(message)

    def send_answer(self, payload: bytes) -> None:
        """Send the answer to a command."""
        self._mqtt_client.send(MqttMessage(mqtt_topics.of(self._screen, "answer"), payload))


def _stable(status: ScreenStatus | None) -> ScreenStatus | None:
    cleared: dict[str, Any] = dict.fromkeys(VOLATILE)
    return replace(status, **cleared) if status else None
