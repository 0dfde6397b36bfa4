from datetime import UTC, datetime

import pytest

from kiosk.fleet import mqtt_topics
from kiosk.fleet.crash_report import CrashReport
from kiosk.fleet.mqtt import MqttMessage
from kiosk.fleet.screen_registry import MAX_SCREENS, ScreenEntry, ScreenRegistry
from kiosk.fleet.screen_status import ScreenStatus, write_status

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
WELL = ScreenStatus(
    screen="hall", at=NOW, started=NOW, version='1 "x"', generation="abc" * 9, clock_trusted=True
)
STATUS = MqttMessage(mqtt_topics.of("hall", "status"), write_status(WELL))
ONLINE = MqttMessage(mqtt_topics.of("hall", "online"), b"1")


def roll_of(*messages):
    registry = ScreenRegistry()
    for message in messages:
        registry.handle(message)
    return registry


def test_messages_may_arrive_in_any_order():
    for messages in ((STATUS, ONLINE), (ONLINE, STATUS)):
        (entry,) = roll_of(*messages).entries()
        assert entry == ScreenEntry("hall", WELL, online=True)
        assert entry.troubles(NOW) == ()


def test_a_crash_is_reported_for_a_day():
    report = CrashReport(at=NOW, version="1", generation="", fault="f", lines=())
    crash = MqttMessage(mqtt_topics.of("hall", "crash"), write_status(report))
    (entry,) = roll_of(STATUS, ONLINE, crash).entries()
    assert entry.crash == report
    assert len(entry.troubles(NOW)) == 1
    assert "silent" in entry.troubles(NOW.replace(day=27))[0]


def test_invalid_and_unrelated_messages_change_nothing():
    registry = roll_of(STATUS, ONLINE)
    before = registry.entries()
    registry.handle(MqttMessage(mqtt_topics.of("hall", "status"), b"{"))
    registry.handle(MqttMessage("infodisk/nudge", b"look"))
    registry.handle(MqttMessage("elsewhere", b""))
    (entry,) = registry.entries()
    assert (entry.status, entry.online) == (before[0].status, before[0].online)
    assert entry.troubles(NOW)[0].startswith("its status cannot be read: ")
    registry.handle(STATUS)
    assert registry.entries() == before


def test_a_broker_cannot_fill_the_memory():
    registry = roll_of(
        *(MqttMessage(mqtt_topics.of(f"s{number}", "online"), b"1") for number in range(MAX_SCREENS + 5))
    )
    assert len(registry.entries()) == MAX_SCREENS


def test_an_expected_screen_that_never_reported_is_listed_with_a_problem():
    registry = ScreenRegistry()
    registry.expect(["lobby"])
    assert registry.entries()[0].troubles(NOW) == ("has never reported",)


@pytest.mark.parametrize("screen", ["", "Hall", "hall\n", "a" * 65, "\x1b[2J", "ha[red]ll", "-hall"])
def test_a_topic_with_an_invalid_screen_is_ignored(screen):
    assert roll_of(MqttMessage(f"infodisk/screens/{screen}/online", b"1")).entries() == ()


def test_a_device_cannot_report_for_another():
    other = MqttMessage(mqtt_topics.of("door", "status"), write_status(WELL))
    (entry,) = roll_of(other).entries()
    assert (entry.screen, entry.status.screen) == ("door", "door")
