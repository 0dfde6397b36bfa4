"""The admin's side of a command: sends it to one screen, and waits for the answer with its nonce.

Retained messages, answers to other commands and messages on other topics are ignored. The broker's ACL
prevents other screens from publishing on this screen's topic.
"""

from __future__ import annotations

import threading
from uuid import uuid4

from kiosk.config import Broker
from kiosk.fleet import mqtt_topics
from kiosk.fleet.fleet_client import connected
from kiosk.fleet.mqtt import MqttClient, MqttError, MqttMessage
from kiosk.fleet.screen_commands import CommandAnswer, CommandError, read_command_answer

ANSWER_S = 30.0
SYNC_S = 180.0
"""A poll may download a new feed first."""


class AnswerListener:
    """Receives the messages of one screen, and keeps the answer to one command."""

    def __init__(self, screen: str, nonce: str) -> None:
        self._topic, self._nonce = mqtt_topics.of(screen, "answer"), nonce
        self._arrived = threading.Event()
        self._answer: CommandAnswer | None = None

    def handle(self, message: MqttMessage) -> None:
        """Handle one message, on the client's network thread."""
        if message.retain or message.topic != self._topic:
            return
        try:
            answer = read_command_answer(message.payload)
        except CommandError:
            return
        if answer.nonce == self._nonce and not self._arrived.is_set():
            self._answer = answer
            self._arrived.set()

    def wait(self, timeout_s: float) -> CommandAnswer | None:
        """Return the answer, or None if none came in time."""
        self._arrived.wait(timeout_s)
        return self._answer


def send_command(
    broker: Broker, screen: str, nonce: str, envelope: bytes, timeout_s: float = ANSWER_S
) -> CommandAnswer:
    """Send a signed command, and return the answer; raises `MqttError` if there is none."""
    listener = AnswerListener(screen, nonce)
    answers = (mqtt_topics.of(screen, "answer"),)
    client = MqttClient(broker, broker.user or f"admin-{uuid4().hex[:8]}", answers, listener.handle)
    with connected(client, broker):
        if not client.send_surely(MqttMessage(mqtt_topics.of(screen, "command"), envelope)):
            raise MqttError("the broker did not confirm the command")
        answer = listener.wait(timeout_s)
    if answer is None:
        raise MqttError(
            f"{screen} did not answer within {timeout_s:g} s: it is offline, its clock is not trusted, its "
            "version is older, or it does not accept the signature (its journal says which)"
        )
    return answer
