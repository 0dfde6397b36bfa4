"""What an admin is told when the broker lets nobody in."""

import pytest

from kiosk.config import Broker
from kiosk.fleet.fleet_client import shut_out

UNKNOWN = "certificate verify failed: self-signed certificate"
REFUSED = "the broker refuses this device: Not authorized"
CA = "say `ca:`, the file of its authority"


@pytest.mark.parametrize(
    ("host", "trouble", "told"),
    [
        ("broker.example", UNKNOWN, f"{UNKNOWN}; its certificate is not trusted: {CA}"),
        ("broker.example", "", "it does not answer"),
        ("localhost", "", f"it does not answer; if it speaks TLS, {CA}"),
        ("localhost", REFUSED, REFUSED),
    ],
)
def test_why_the_broker_lets_nobody_in(host, trouble, told):
    said = str(shut_out(Broker(host=host), trouble))
    assert said == f"the broker at {host}:8883 does not let us in: {told}"
