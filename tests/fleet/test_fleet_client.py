"""The fleet client waits for retained messages, but not for new ones."""

from kiosk.fleet import fleet_client
from kiosk.fleet.fleet_client import FleetClient
from kiosk.fleet.mqtt import Broker, MqttMessage


def test_screens_that_keep_reporting_do_not_block_the_client(monkeypatch):
    client = FleetClient(Broker(host="broker.example"))
    arriving = [True, True, False, False, False]  # whether it is a retained message
    monkeypatch.setattr(fleet_client.time, "monotonic", lambda: 0.0)

    def wait(_until, _timeout_s):
        client._handle(MqttMessage("infodisk/screens/hall/status", b"{}", retain=arriving.pop(0)))

    monkeypatch.setattr(client, "wait", wait)
    client.settle()
    assert arriving == [False, False]
