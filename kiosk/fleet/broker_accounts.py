"""Creates and revokes the screens' accounts at a mosquitto broker, through its dynamic security plugin.

The plugin answers JSON commands on `$CONTROL/dynamic-security/v1` from users with permission. It does not
decide what an account may do: the broker's ACL file grants each user its own topics, by user name.
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
    """The broker has no account with that name."""


def new_password() -> str:
    """Return a password of 160 random bits."""
    return secrets.token_urlsafe(PASSWORD_BYTES)


class BrokerAccounts:
    """A connection to a broker as a user who may manage its accounts. All methods raise `MqttError`."""

    def __init__(self, broker: Broker) -> None:
        self._answers: dict[str, str] = {}
        self._arrived = threading.Condition()
        self.client = MqttClient(broker, broker.user or "enroller", (ANSWERS,), self._handle)

    def create_or_update(self, screen: str, password: str) -> bool:
        """Create a screen's account, or give an existing one a new password; return whether it existed.

        A new password closes connections that use the old one.
        """
        receive = {"acltype": "publishClientReceive", "allow": False}
        self._ask("setDefaultACLAccess", acls=[receive])  # by default the plugin overrides the ACL file there
        account = {"username": screen, "password": password}
        error = self._error("createClient", **account)
        if not error:
            return False
        if "already exists" not in error:
            raise MqttError(f"the broker gives {screen} no account: {error}")
        self._ask("setClientPassword", **account)
        return True

    def revoke(self, screen: str) -> None:
        """Delete a screen's account, which closes its connection; raises `UnknownAccountError`."""
        error = self._error("deleteClient", username=screen)
        if "not found" in error:
            raise UnknownAccountError(f"the broker has no account {screen} that was given by enrolment")
        if error:
            raise MqttError(f"the broker does not delete the account {screen}: {error}")

    def _ask(self, command: str, **values: object) -> None:
        error = self._error(command, **values)
        if error:
            raise MqttError(f"the broker refuses {command}: {error}")

    def _error(self, command: str, **values: object) -> str:
        """Send one command; return the broker's error, empty on success."""
        request_id = secrets.token_hex(8)
        document = {"commands": [{"command": command, "correlationData": request_id, **values}]}
        self.client.send(MqttMessage(CONTROL, json.dumps(document).encode()))
        with self._arrived:
            if not self._arrived.wait_for(lambda: request_id in self._answers, ANSWER_S):
                raise MqttError(NO_PLUGIN)
            return self._answers.pop(request_id)

    def _handle(self, message: MqttMessage) -> None:
        answers = read_errors(message.payload)
        with self._arrived:
            self._answers = answers  # only one command is sent at a time: earlier answers are obsolete
            self._arrived.notify_all()


def read_errors(payload: bytes) -> dict[str, str]:
    """Return the errors in an answer of the broker, by command id; empty if the answer is invalid."""
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
