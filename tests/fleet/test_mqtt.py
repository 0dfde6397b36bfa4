"""A line that breaks; what holds is tested on a real broker (`tests/end2end/test_fleet.py`)."""

import pytest
from paho.mqtt.client import Client

from kiosk.config import Broker
from kiosk.fleet.mqtt import MqttClient, MqttMessage


@pytest.fixture
def link():
    return MqttClient(Broker(host="127.0.0.1"), "hall", (), lambda _message: None, presence="here")


def test_what_no_broker_has_taken_is_not_sent(link):
    assert not link.send_surely(MqttMessage("nudge", b"look"))


def test_line_that_breaks_while_it_is_closed_is_closed(link, monkeypatch):
    monkeypatch.setattr(Client, "is_connected", lambda _self: True)  # a moment ago
    left = []
    monkeypatch.setattr(Client, "disconnect", lambda _self: left.append(1))
    link.close()
    assert left == [1]
