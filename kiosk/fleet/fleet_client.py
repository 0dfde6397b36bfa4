"""The admin's end of the line: who the broker is, what the screens say, a nudge, a request for a picture."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from kiosk.config import AbsolutePath, Broker
from kiosk.feed import validation_errors, yaml_reader
from kiosk.feed.loopback import is_loopback
from kiosk.fleet import mqtt_topics
from kiosk.fleet.mqtt import MqttClient, MqttError, MqttMessage
from kiosk.fleet.screen_registry import ScreenRegistry

CONNECT_S = 15.0
NO_ANSWER = "it does not answer"
SAY_CA = "say `ca:`, the file of its authority"
SETTLED_S = 1.0
"""Retained messages come at once; when none has come for this long, all are here."""

MOST_SETTLING_S = 15.0
"""A device that never stops speaking does not keep an admin from what the others say."""


@dataclass(frozen=True, kw_only=True)
class FleetSettings(Broker):
    """An admin's broker, and the folder of the feed whose screens should be there."""

    feed: AbsolutePath | None = None


def read_broker(path: Path) -> FleetSettings:
    """Return the broker that a file describes, as `broker` in a device's configuration does.

    Raises `ContentError` for mistakes in it and `OSError` if it cannot be read.
    """
    document = yaml_reader.read(path.read_bytes(), str(path))
    settings: FleetSettings = validation_errors.validate(document, FleetSettings)
    return settings


def screens_of(folder: Path) -> list[str]:
    """Return the ids of the screens in a feed's folder, whatever else is wrong there; raises `OSError`."""
    return sorted(path.stem for path in (folder / "screens").iterdir() if path.suffix == ".yaml")


class FleetClient:
    """An open line; `roll` grows while it is open."""

    def __init__(self, broker: Broker, picture_of: str = "") -> None:
        self.roll = ScreenRegistry()
        self.picture: bytes | None = None
        self._changed = threading.Condition()
        self._count = 0
        ears = (*mqtt_topics.ALL, *((mqtt_topics.of(picture_of, "picture"),) if picture_of else ()))
        self.link = MqttClient(broker, broker.user or f"admin-{uuid4().hex[:8]}", ears, self._take)

    def _take(self, message: MqttMessage) -> None:
        if mqtt_topics.parts(message.topic)[1] == "picture":
            self._take_picture(message)
        else:
            self.roll.take(message)
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def _take_picture(self, message: MqttMessage) -> None:
        """Take the answer to what was asked; one that the broker kept is old, whatever it shows."""
        if not message.retain:
            self.picture = message.payload

    def wait(self, until: Callable[[], bool], patience_s: float) -> bool:
        """Return whether `until` came true within so many seconds; looked at with each message."""
        with self._changed:
            return self._changed.wait_for(until, patience_s)

    def settle(self) -> None:
        """Wait until all that the broker keeps has come."""
        before, end = -1, time.monotonic() + MOST_SETTLING_S
        while before != self._count and time.monotonic() < end:
            before = self._count
            self.wait(lambda seen=before: self._count != seen, SETTLED_S)  # type: ignore[misc]  # a default

    def ask_picture(self, screen: str) -> None:
        """Ask a screen for a picture."""
        self.picture = None
        self.link.send(MqttMessage(mqtt_topics.of(screen, "ask"), json.dumps({"ask": "picture"}).encode()))


def shut_out(broker: Broker, trouble: str) -> MqttError:
    """Return, as an error, why the broker does not let us in, and what to say where it is not trusted."""
    if any(words in trouble for words in ("self-signed", "local issuer")):
        trouble += f"; its certificate is not trusted: {SAY_CA}"
    elif not trouble:
        plain = is_loopback(broker.host) and not broker.ca
        trouble = NO_ANSWER + (f"; if it speaks TLS, {SAY_CA}" if plain else "")
    return MqttError(f"the broker at {broker.host}:{broker.port} does not let us in: {trouble}")


def nudge_all(broker: Broker) -> bool:
    """Let all screens of a broker look at the feed; return whether it has heard it. Raises `MqttError`."""
    line = MqttClient(broker, broker.user or f"publisher-{uuid4().hex[:8]}", (), lambda _message: None)
    with _up(line, broker):
        return line.send_surely(MqttMessage(mqtt_topics.NUDGE, b"look"))


@contextmanager
def desk(broker: Broker, picture_of: str = "") -> Iterator[FleetClient]:
    """Open a line while the block runs; raises `MqttError` if the broker does not answer."""
    opened = FleetClient(broker, picture_of)
    with _up(opened.link, broker):
        yield opened


@contextmanager
def _up(line: MqttClient, broker: Broker) -> Iterator[None]:
    line.open()
    try:
        if not line.wait_until_up(CONNECT_S):
            raise shut_out(broker, line.trouble)
        yield
    finally:
        line.close()
