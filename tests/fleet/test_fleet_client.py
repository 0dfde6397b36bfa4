"""What an admin is told when the broker lets nobody in."""

import pytest

from kiosk.config import Broker
from kiosk.fleet.fleet_client import connection_error

UNKNOWN = "certificate verify failed: self-signed certificate"
REFUSED = "the broker refuses this device: Not authorized"
CA = "set `ca:` to the certificate file of its authority"


@pytest.mark.parametrize(
    ("host", "trouble", "received"),
    [
        ("broker.example", UNKNOWN, f"{UNKNOWN}; its certificate is not trusted: {CA}"),
        ("broker.example", "", "no answer"),
        ("localhost", "", f"no answer; if it speaks TLS, {CA}"),
        ("localhost", REFUSED, REFUSED),
    ],
)
def test_why_the_broker_lets_nobody_in(host, trouble, received):
    sent = str(connection_error(Broker(host=host), trouble))
    assert sent == f"the broker at {host}:8883 refused the connection: {received}"
