"""A client that watches the fleet waits for what the broker has kept, not for what is being said."""

from kiosk.fleet import fleet_client
from kiosk.fleet.fleet_client import FleetClient
from kiosk.fleet.mqtt import Broker, MqttMessage


def test_screens_that_never_stop_reporting_hold_up_nobody(monkeypatch):
    client = FleetClient(Broker(host="broker.example"))
    arriving = [True, True, False, False, False]  # whether the broker had kept it
    monkeypatch.setattr(fleet_client.time, "monotonic", lambda: 0.0)

    def wait(_until, _timeout_s):
        client._take(MqttMessage("infodisk/screens/hall/status", b"{}", retain=arriving.pop(0)))

    monkeypatch.setattr(client, "wait", wait)
    client.settle()
    assert arriving == [False, False]
