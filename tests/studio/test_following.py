"""After a publish each screen ticks off when it tells the broker that it shows the new version."""

from contextlib import contextmanager
from datetime import timedelta

import pytest

from kiosk.config import Broker
from kiosk.fleet import mqtt_topics
from kiosk.fleet.fleet_client import FleetClient
from kiosk.fleet.mqtt import MqttError, MqttMessage
from kiosk.fleet.screen_status import ScreenStatus, write_status
from kiosk.studio.core.following import PATIENCE_S, FollowedVersion, Following, follow
from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel
from tests.studio.windows import NOW, draw_nothing, find, until

SCREENS = ("hall", "door")


class Fleet:
    """A broker with a message of each screen; one is heard after each time that somebody was told."""

    def __init__(self, *messages):
        self.messages, self.nudges = list(messages), []
        self.client = FleetClient(Broker(host="127.0.0.1"))
        self.client.mqtt_client.send_surely = self.nudges.append

    @contextmanager
    def connect(self):
        yield self.client

    def hear(self):
        for message in self.messages.pop(0) if self.messages else ():
            self.client._handle(message)


def says(screen, version, *, online=True, **more):
    status = ScreenStatus(screen=screen, at=NOW, started=NOW, version="1", feed_version=version, **more)
    return (
        MqttMessage(mqtt_topics.of(screen, "online"), b"1" if online else b"0", retain=True),
        MqttMessage(mqtt_topics.of(screen, "status"), write_status(status), retain=True),
    )


def followed(fleet, *, is_over=lambda: False, clock=lambda: 0.0):
    told = []

    def tell(found):
        told.append(found)
        fleet.hear()

    last = follow(fleet.connect, FollowedVersion(7, SCREENS), tell, is_over, clock)
    assert told[-1] == last
    return told


def test_each_screen_is_told_of_once_and_all_are_the_end():
    fleet = Fleet((*says("hall", 6), *says("door", 6)), says("hall", 7), says("door", 8))
    fleet.hear()
    assert followed(fleet) == [
        Following((), SCREENS),
        Following(("hall",), ("door",)),
        Following(SCREENS, ()),
    ]
    assert [each.topic for each in fleet.nudges] == [mqtt_topics.NUDGE]


def test_a_screen_that_is_off_does_not_show_it():
    fleet = Fleet((*says("hall", 7), *says("door", 7, online=False)))
    fleet.hear()
    assert followed(fleet, is_over=lambda: True) == [Following(("hall",), ("door",))]


@pytest.mark.parametrize(("days", "is_soon"), [(31, False), (29, True), (-1, True)])
@pytest.mark.parametrize("kind", ["site_certificate_until", "broker_certificate_until"])
def test_a_certificate_that_screens_see_expire_is_told_of_a_month_before(kind, days, is_soon):
    fleet = Fleet((*says("hall", 7, **{kind: NOW + timedelta(days)}), *says("door", 7)))
    fleet.hear()
    version = FollowedVersion(7, SCREENS, NOW)
    last = follow(fleet.connect, version, lambda _found: None, lambda: False, lambda: 0.0)
    assert last == Following(SCREENS, (), NOW + timedelta(days) if is_soon else None)


def test_nobody_waits_for_ever():
    times = iter((0.0, PATIENCE_S + 1))
    assert followed(Fleet(), clock=lambda: next(times)) == [Following((), SCREENS)]


@pytest.fixture
def window(qapp, world, monkeypatch):
    draw_nothing(monkeypatch)
    model = StudioModel(Project(world.folder, ("home",)), str(world.site), world.keys, "en", lambda: NOW)
    shown = StudioWindow(model)
    shown.window.show()
    yield shown
    shown.close()


def test_the_window_ticks_screens_off(window):
    studio, told = window.studio, []
    fleet = Fleet()
    studio.follow_model.connect_to = fleet.connect
    studio.changed.connect(lambda: told.append(studio.message))
    studio.publishing.publish()
    assert until(lambda: "Published. 0 of 2 screens show it." in told)
    assert find(window, "follows/hall").property("text").startswith("…")
    version = studio.follow_model._version
    for message in says("hall", version):
        fleet.client._handle(message)
    assert until(lambda: "Published. 1 of 2 screens show it." in told)
    assert find(window, "follows/hall").property("text").startswith("✓")
    assert find(window, "follows/door").property("text").startswith("…")
    for message in says("door", version + 1):
        fleet.client._handle(message)
    assert until(lambda: told[-1] == "Published, and shown on all screens.")


def test_a_broker_that_is_down_is_only_told_of(window):
    def refuse():
        raise MqttError("the broker at 127.0.0.1:1883 refused the connection")

    window.studio.follow_model.connect_to = refuse
    window.studio.publishing.publish()
    assert until(lambda: "refused" in window.studio.message)
    assert window.studio.message.startswith("Published. The screens follow within a minute.")


def test_without_a_broker_nothing_is_watched(window, tmp_path):
    window.studio.follow_model.use(tmp_path / "broker.yaml")
    window.studio.publishing.publish()
    assert until(lambda: window.studio.message == "Published. The screens follow within a minute.")
    assert find(window, "follows/hall") is None
