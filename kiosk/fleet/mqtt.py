"""MQTT over TLS, with automatic reconnection. Needs the extra `fleet`.

Only connections to this machine may be unencrypted. Callbacks run on the client's network thread.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.config import Broker
from kiosk.feed.loopback import is_loopback
from kiosk.frozen import frozen
from kiosk.net.secret_file import SecretFileError, read_secret, refuse_public

if TYPE_CHECKING:
    from ssl import SSLContext

    from paho.mqtt.client import Client

KEEPALIVE_S = 60
FIRST_RETRY_S = 2
LONGEST_RETRY_S = 120
CONFIRM_S = 2.0

log = logging.getLogger(__name__)


class MqttError(Exception):
    """The client cannot connect as configured; the message is one line for the log."""


@frozen
class MqttMessage:
    """One message, sent or received."""

    topic: str
    payload: bytes
    retain: bool = False


class MqttClient:
    """A client of the broker. Raises `MqttError` if its configuration cannot work."""

    def __init__(  # noqa: PLR0913  # the properties of a connection
        self,
        broker: Broker,
        name: str,
        topics: Iterable[str],
        on_message: Callable[[MqttMessage], None],
        presence: str = "",
        *,
        qos: int = 1,
    ) -> None:
        """`presence` is a retained topic: 1 while this client is connected, 0 as its last will.

        `qos` is the level of the subscriptions. Use 0 to read the retained messages of a whole fleet: at 1, a
        broker queues only so many per client (mosquitto: `max_queued_messages`), and drops the others.
        """
        self._broker, self._topics, self._on_message = broker, tuple(topics), on_message
        self._presence, self._qos = presence, qos
        self._client = _client(broker, name)
        if presence:
            self._client.will_set(presence, b"0", 1, retain=True)
        self._client.on_connect = lambda *args: self._connected(str(args[3]), failed=args[3].is_failure)
        self._client.on_connect_fail = lambda *_: self._note(f"cannot reach the broker: {sys.exception()}")
        self._client.on_message = lambda _client, _data, m: self._on_message(
            MqttMessage(m.topic, bytes(m.payload), m.retain)
        )
        self.trouble = ""
        """Why the client is not connected, as one line for the log; empty while it is."""

        self.certificate_until: datetime | None = None
        """When the broker's certificate expires, once connected."""

        self._up, self._subscribed = threading.Event(), threading.Event()
        self._unconfirmed: set[int | None] = set()
        self._client.on_subscribe = lambda *args: self._confirm(args[2])

    def open(self) -> None:
        """Start connecting, and keep trying; returns at once."""
        self._client.connect_async(self._broker.host, self._broker.port, KEEPALIVE_S)
        self._client.loop_start()

    def is_up(self) -> bool:
        """Return whether the client is connected."""
        return self._client.is_connected()

    def wait_until_up(self, timeout_s: float) -> bool:
        """Wait for the first connection, but not for its subscriptions; return whether it came in time."""
        return self._up.wait(timeout_s)

    def wait_until_subscribed(self, timeout_s: float) -> bool:
        """Wait until the broker has confirmed all subscriptions; return whether it has."""
        return self._subscribed.wait(timeout_s)

    def send(self, message: MqttMessage) -> None:
        """Send if connected; otherwise drop the message, since a newer one follows."""
        if self._client.is_connected():
            self._client.publish(message.topic, message.payload, 1, message.retain)

    def send_surely(self, message: MqttMessage) -> bool:
        """Send, and return whether the broker confirmed within a few seconds."""
        delivery = self._client.publish(message.topic, message.payload, 1, message.retain)
        with suppress(RuntimeError, ValueError):  # what paho raises while disconnected
            delivery.wait_for_publish(CONFIRM_S)
            return bool(delivery.is_published())
        return False

    def close(self) -> None:
        """Publish that this client goes offline, disconnect, and end the network thread."""
        if self._presence and self._client.is_connected():
            self.send_surely(MqttMessage(self._presence, b"0", retain=True))
        self._client.disconnect()
        self._client.loop_stop()

    def _connected(self, reason: str, *, failed: bool) -> None:
        if failed:
            self._note(f"the broker refuses this device: {reason}")
            return
        self.trouble = ""
        self._note_certificate()
        self._unconfirmed = {self._client.subscribe(topic, self._qos)[1] for topic in self._topics}
        if self._presence:
            self.send(MqttMessage(self._presence, b"1", retain=True))
        self._up.set()

    def _confirm(self, subscription: int) -> None:
        """Record a confirmed subscription; runs on the network thread, like the calls that subscribe."""
        self._unconfirmed.discard(subscription)
        if not self._unconfirmed:
            self._subscribed.set()

    def _note_certificate(self) -> None:
        from kiosk.net.certificate_expiry import certificate_expiry  # noqa: PLC0415  # loads ssl, which only connections to a broker need

        self.certificate_until = certificate_expiry(self._client.socket())

    def _note(self, trouble: str) -> None:
        """Log a problem once, until it changes."""
        if trouble != self.trouble:
            log.warning("%s", trouble)
        self.trouble = trouble


def _client(broker: Broker, name: str) -> Client:
    try:
        from paho.mqtt.client import Client  # noqa: PLC0415  # an extra
        from paho.mqtt.enums import CallbackAPIVersion  # noqa: PLC0415  # an extra
    except ImportError as bad:
        raise MqttError("paho-mqtt is missing: install infodisk[fleet]") from bad
    client = Client(CallbackAPIVersion.VERSION2, client_id=name)
    client.reconnect_delay_set(FIRST_RETRY_S, LONGEST_RETRY_S)
    try:
        if not is_loopback(broker.host) or broker.ca or broker.certificate:
            client.tls_set_context(_tls(broker))
        if broker.password:
            client.username_pw_set(broker.user or name, read_secret("broker's password", broker.password))
    except SecretFileError as bad:
        raise MqttError(str(bad)) from bad
    except OSError as bad:
        raise MqttError(f"cannot use the broker's credentials: {bad}") from bad
    return client


def _tls(broker: Broker) -> SSLContext:
    import ssl  # noqa: PLC0415  # a screen without a broker needs none

    context = ssl.create_default_context(cafile=str(broker.ca) if broker.ca else None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if broker.certificate:
        refuse_public("private key for the broker", broker.key or broker.certificate)
        context.load_cert_chain(broker.certificate, broker.key)
    return context
