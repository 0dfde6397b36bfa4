"""The screen's word to the fleet, on a line that goes nowhere."""

import pytest

from kiosk.config import Broker
from kiosk.device.status_reporter import StatusReporter
from kiosk.fleet import mqtt_topics
from kiosk.fleet.crash_report import CrashRecorder
from kiosk.fleet.mqtt import MqttMessage

ASK = MqttMessage(mqtt_topics.of("hall", "ask"), b'{"ask": "picture"}')


@pytest.fixture
def reporter(qapp, tmp_path, monkeypatch):
    made = StatusReporter(Broker(host="127.0.0.1"), "hall", lambda: None, CrashRecorder(tmp_path, tmp_path))
    made.sent, made.taken = [], 0
    monkeypatch.setattr(made._mqtt_client, "send", made.sent.append)

    def picture():
        made.taken += 1
        return b"picture %d" % made.taken

    made.picture = picture
    yield made
    made.stop()


def test_a_flood_of_requests_is_answered_at_once_and_then_by_one_picture_an_interval(reporter):
    for _ in range(1000):
        reporter.heard.emit(ASK)
    assert [message.payload for message in reporter.sent] == [b"picture 1"]
    assert reporter._rest.interval() >= 10_000
    reporter._rest.timeout.emit()
    assert (reporter.sent[1].payload, reporter.taken) == (b"picture 2", 2)
    assert reporter._rest.isActive()


def test_no_picture_is_taken_that_nobody_has_asked_for(reporter):
    reporter.heard.emit(ASK)
    reporter._rest.timeout.emit()
    assert reporter.taken == 1


@pytest.mark.parametrize("payload", [b"", b"[]", b'{"ask": "money"}', b'{"ask": "picture"', b"\xff"])
def test_what_is_no_request_is_not_answered(reporter, payload):
    reporter.heard.emit(MqttMessage(ASK.topic, payload))
    assert reporter.sent == []
