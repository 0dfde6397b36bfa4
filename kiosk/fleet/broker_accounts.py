"""The accounts of screens at a mosquitto broker, given and revoked through its dynamic security plugin.

The plugin answers JSON commands on `$CONTROL/dynamic-security/v1` from a user with that right. It does not
decide what an account may do: the broker's ACL file gives each user its own topics, by name.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kiosk.config import Broker
from kiosk.feed.printable import safe_line
from kiosk.fleet.fleet_client import CONNECT_S, connection_error
from kiosk.fleet.mqtt import MqttClient, MqttError, MqttMessage

CONTROL = "$CONTROL/dynamic-security/v1"
ANSWERS = f"{CONTROL}/response"
ANSWER_S = 10.0
PASSWORD_BYTES = 20
MAX_ANSWER = 64 << 10  # bytes
NO_PLUGIN = (
    "the broker does not answer: either this user may not manage accounts, or the dynamic security plugin "
    "is not loaded (deploy/mosquitto/infodisk.conf)"
)


class UnknownAccountError(MqttError):
    """The broker has no account of that name."""


def new_password() -> str:
    """Return a password of 160 random bits."""
    return secrets.token_urlsafe(PASSWORD_BYTES)


class BrokerAccounts:
    """A connection to a broker of somebody who may manage its accounts. All methods raise `MqttError`."""

    def __init__(self, broker: Broker) -> None:
        self._answers: dict[str, str] = {}
        self._came = threading.Condition()
        self.client = MqttClient(broker, broker.user or "enroller", (ANSWERS,), self._take)

    def give(self, screen: str, password: str) -> bool:
        """Give a screen an account, or its account a new password; return whether it had one.

        A new password ends the connection of whoever uses the old one.
        """
        receive = {"acltype": "publishClientReceive", "allow": False}
        self._ask("setDefaultACLAccess", acls=[receive])  # by default the plugin overrides the ACL file there
        account = {"username": screen, "password": password}
        trouble = self._error("createClient", **account)
        if not trouble:
            return False
        if "already exists" not in trouble:
            raise MqttError(f"the broker gives {screen} no account: {trouble}")
        self._ask("setClientPassword", **account)
        return True

    def revoke(self, screen: str) -> None:
        """Delete the account of a screen, which ends its connection; raises `UnknownAccountError`."""
        trouble = self._error("deleteClient", username=screen)
        if "not found" in trouble:
            raise UnknownAccountError(f"the broker has no account {screen} that was given by enrolment")
        if trouble:
            raise MqttError(f"the broker does not delete the account {screen}: {trouble}")

    def _ask(self, command: str, **values: object) -> None:
        trouble = self._error(command, **values)
        if trouble:
            raise MqttError(f"the broker refuses {command}: {trouble}")

    def _error(self, command: str, **values: object) -> str:
        """Send one command; return the broker's error, empty for success."""
        mark = secrets.token_hex(8)
        document = {"commands": [{"command": command, "correlationData": mark, **values}]}
        self.client.send(MqttMessage(CONTROL, json.dumps(document).encode()))
        with self._came:
            if not self._came.wait_for(lambda: mark in self._answers, ANSWER_S):
                raise MqttError(NO_PLUGIN)
            return self._answers.pop(mark)

    def _take(self, message: MqttMessage) -> None:
        found = answered(message.payload)
        with self._came:
            self._answers = found  # one command at a time: whatever else came is not waited for
            self._came.notify_all()


def answered(payload: bytes) -> dict[str, str]:
    """Return the errors in an answer of the broker by the mark of their commands; empty for nonsense."""
    try:
        answers: Any = json.loads(payload) if len(payload) <= MAX_ANSWER else {}
        listed = [each for each in answers["responses"] if isinstance(each, dict)]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {str(each.get("correlationData")): safe_line(str(each.get("error", "")), 200) for each in listed}


@contextmanager
def broker_accounts(broker: Broker) -> Iterator[BrokerAccounts]:
    """Connect while the block runs; raises `MqttError`."""
    accounts = BrokerAccounts(broker)
    accounts.client.open()
    try:
        if not accounts.client.wait_until_up(CONNECT_S):
            raise connection_error(broker, accounts.client.trouble)
        yield accounts
    finally:
        accounts.client.close()
