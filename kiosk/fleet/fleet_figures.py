"""Collects the screens' monthly figures from the broker: bytes from devices, which are not parsed here."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import uuid4

from kiosk.config import Broker
from kiosk.fleet import mqtt_topics
from kiosk.fleet.fleet_client import SETTLED_S, connected
from kiosk.fleet.mqtt import MqttClient, MqttError, MqttMessage
from kiosk.fleet.screen_registry import is_screen_id

MAX_WAIT_S = 300.0
MAX_TOTAL = 1 << 30  # bytes
TOO_MUCH = "the broker sends more figures than can be read: ask for a shorter period"


@dataclass
class FleetFigures:
    """The data at the broker: all screens that ever reported, and the documents by screen and month."""

    screens: set[str] = field(default_factory=set)
    documents: dict[tuple[str, str], bytes] = field(default_factory=dict)


class _FigureCollector:
    """Receives messages on the client's network thread."""

    def __init__(self) -> None:
        self.figures = FleetFigures()
        self.count, self.total = 0, 0
        self.arrived = threading.Condition()

    def handle(self, message: MqttMessage) -> None:
        with self.arrived:
            if not message.retain:  # a new status does not mean that retained messages are still arriving
                return
            self._keep(message)
            self.count += 1
            self.arrived.notify_all()

    def _keep(self, message: MqttMessage) -> None:
        screen, month = mqtt_topics.figures_parts(message.topic)
        self.total += len(message.payload)
        if not message.payload or self.total > MAX_TOTAL:
            return
        if is_screen_id(screen):
            self.figures.documents[screen, month] = message.payload
        elif is_screen_id(reported := mqtt_topics.parts(message.topic)[0]):
            self.figures.screens.add(reported)

    def settle(self) -> None:
        """Wait until no message has arrived for a while; raises `MqttError` if they keep arriving."""
        before, end = -1, time.monotonic() + MAX_WAIT_S
        with self.arrived:
            while before != self.count:
                before = self.count
                self.arrived.wait_for(lambda seen=before: self.count != seen, SETTLED_S)  # type: ignore[misc]  # a default
                if time.monotonic() > end or self.total > MAX_TOTAL:
                    raise MqttError(TOO_MUCH)


def collect_figures(broker: Broker, months: Iterable[str]) -> FleetFigures:
    """Return the figures of all screens for some months, such as 2026-11; raises `MqttError`."""
    collector = _FigureCollector()
    topics = (mqtt_topics.of("+", "status"), *(mqtt_topics.figures("+", month) for month in months))
    name = broker.user or f"report-{uuid4().hex[:8]}"
    client = MqttClient(broker, name, topics, collector.handle, qos=0)
    with connected(client, broker):
        client.wait_until_subscribed(MAX_WAIT_S)
        collector.settle()
    return collector.figures
