"""Nudges and commands from the fleet, without a real connection."""

import pytest

from kiosk.config import Broker
from kiosk.device.status_reporter import StatusReporter
from kiosk.fleet import mqtt_topics
from kiosk.fleet.crash_report import CrashRecorder
from kiosk.fleet.mqtt import MqttMessage

COMMAND = MqttMessage(mqtt_topics.of("hall", "command"), b"signed")


@pytest.fixture
def reporter(qapp, tmp_path, monkeypatch):
    made = StatusReporter(Broker(host="127.0.0.1"), "hall", lambda: None, CrashRecorder(tmp_path, tmp_path))
    made.sent, made.commands = [], []
    monkeypatch.setattr(made._mqtt_client, "send", made.sent.append)
    made.commanded.connect(made.commands.append)
    yield made
    made.stop()


def test_a_command_is_forwarded_unread_and_its_answer_is_sent(reporter):
    reporter.heard.emit(COMMAND)
    assert reporter.commands == [COMMAND]
    assert not reporter._soon.isActive()
    reporter.send_answer(b"done")
    assert reporter.sent == [MqttMessage(mqtt_topics.of("hall", "answer"), b"done")]


def test_several_nudges_cause_one_poll(reporter):
    for _ in range(100):
        reporter.heard.emit(MqttMessage(mqtt_topics.NUDGE, b"look"))
    assert reporter._soon.isActive()
    assert reporter.commands == []


@pytest.mark.parametrize("topic", ["infodisk/screens/hall/ask", "infodisk/screens/door/command", "x"])
def test_a_message_on_another_topic_is_not_a_command(reporter, topic):
    reporter.heard.emit(MqttMessage(topic, b'{"ask": "picture"}'))
    assert (reporter.commands, reporter.sent) == ([], [])
