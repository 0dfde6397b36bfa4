"""The admin's MQTT client: broker settings, screen status, and nudges."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from kiosk.config import AbsolutePath, Broker
from kiosk.feed import validation_errors, yaml_reader
from kiosk.feed.loopback import is_loopback
from kiosk.feed.written_values import Line
from kiosk.fleet import mqtt_topics
from kiosk.fleet.mqtt import MqttClient, MqttError, MqttMessage
from kiosk.fleet.screen_registry import ScreenRegistry
from kiosk.frozen import frozen

CONNECT_S = 15.0
NO_ANSWER = "no answer"
CA_HINT = "set `ca:` to the certificate file of its authority"
SETTLED_S = 1.0
"""Retained messages arrive at once; when none has arrived for this long, all have."""

MAX_SETTLING_S = 15.0
"""Limits the wait while a device keeps sending messages."""


@frozen(kw_only=True)
class FleetSettings(Broker):
    """An admin's broker, the feed folder whose screens are expected, and the site for enrolment."""

    feed: AbsolutePath | None = None
    site: Line | None = None
    """The public address of the site."""

    site_ca: AbsolutePath | None = None
    """The certificate of the site's authority, unless the authority is public."""


def read_broker(path: Path) -> FleetSettings:
    """Return the broker settings in a file with the syntax of `broker` in kiosk.yaml.

    Raises `ContentError` for mistakes in the file and `OSError` if it cannot be read.
    """
    document = yaml_reader.read(path.read_bytes(), str(path))
    settings: FleetSettings = validation_errors.validate(document, FleetSettings)
    return settings


def screens_of(folder: Path) -> list[str]:
    """Return the ids of the screens in a feed folder, even if the feed has errors; raises `OSError`."""
    return sorted(path.stem for path in (folder / "screens").iterdir() if path.suffix == ".yaml")


class FleetClient:
    """An MQTT client that collects what the screens report in `registry`."""

    def __init__(self, broker: Broker) -> None:
        self.registry = ScreenRegistry()
        self._changed = threading.Condition()
        self._retained = 0
        name = broker.user or f"admin-{uuid4().hex[:8]}"
        self.mqtt_client = MqttClient(broker, name, mqtt_topics.ALL, self._handle, qos=0)

    def _handle(self, message: MqttMessage) -> None:
        self.registry.handle(message)
        with self._changed:
            self._retained += message.retain
            self._changed.notify_all()

    def wait(self, until: Callable[[], bool], timeout_s: float) -> bool:
        """Return whether `until` became true within `timeout_s` seconds; evaluated after each message."""
        with self._changed:
            return self._changed.wait_for(until, timeout_s)

    def settle(self) -> None:
        """Wait until all retained messages have arrived, however many other messages arrive meanwhile."""
        before, end = -1, time.monotonic() + MAX_SETTLING_S
        while before != self._retained and time.monotonic() < end:
            before = self._retained
            self.wait(lambda seen=before: self._retained != seen, SETTLED_S)  # type: ignore[misc]  # a default


def connection_error(broker: Broker, trouble: str) -> MqttError:
    """Return the error for a failed connection, with a hint where the certificate is not trusted."""
    if any(words in trouble for words in ("self-signed", "local issuer")):
        trouble += f"; its certificate is not trusted: {CA_HINT}"
    elif not trouble:
        plain = is_loopback(broker.host) and not broker.ca
        trouble = NO_ANSWER + (f"; if it speaks TLS, {CA_HINT}" if plain else "")
    return MqttError(f"the broker at {broker.host}:{broker.port} refused the connection: {trouble}")


def nudge_all(broker: Broker) -> bool:
    """Make all screens poll the feed; return whether the broker confirmed. Raises `MqttError`."""
    client = MqttClient(broker, broker.user or f"publisher-{uuid4().hex[:8]}", (), lambda _message: None)
    with connected(client, broker):
        return client.send_surely(MqttMessage(mqtt_topics.NUDGE, b"look"))


@contextmanager
def connected_client(broker: Broker) -> Iterator[FleetClient]:
    """Connect while the block runs; raises `MqttError` if the broker does not answer."""
    client = FleetClient(broker)
    with connected(client.mqtt_client, broker):
        yield client


@contextmanager
def connected(client: MqttClient, broker: Broker) -> Iterator[None]:
    """Connect a client while the block runs; raises `MqttError` if the broker does not answer."""
    client.open()
    try:
        if not client.wait_until_up(CONNECT_S):
            raise connection_error(broker, client.trouble)
        yield
    finally:
        client.close()
