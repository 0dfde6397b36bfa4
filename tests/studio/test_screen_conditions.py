"""The first page shows each screen as it hangs: its own picture, and why somebody should look after it."""

import base64
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.config import Broker
from kiosk.device.remote_actions import as_jpeg
from kiosk.feed.message_catalog import in_language
from kiosk.fleet.mqtt import MqttError
from kiosk.fleet.screen_commands import CommandAnswer
from kiosk.fleet.screen_registry import ScreenEntry
from kiosk.fleet.screen_status import ScreenStatus
from kiosk.studio.core import screen_conditions
from kiosk.studio.core.screen_conditions import ScreenCondition, picture_taker, query_conditions, trouble
from tests.studio.test_following import Fleet, says
from tests.studio.windows import NOW, draw_nothing, find, opened, until

WELL = ScreenStatus(screen="hall", at=NOW, started=NOW, version="1", generation="g", feed_version=1)


def entry(**changes):
    return ScreenEntry("hall", replace(WELL, **changes), online=True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (entry(), ""),
        (ScreenEntry("hall"), "It has never reported"),
        (replace(entry(), online=False), "It has been off or without a network since Wed 2026-11-25 11:00"),
        (entry(at=NOW - timedelta(hours=1)), "It has not reported since Wed 2026-11-25 10:00"),
        (entry(generation=""), "It has not downloaded anything"),
        (entry(printer_problem="no paper"), "It needs IT: printer: no paper"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(given, words):
    found = trouble(given, NOW)
    assert found.startswith(words)
    assert bool(found) == bool(words)
    assert not words or in_language(found, "sv") != found


def test_each_screen_is_told_of_before_any_picture():
    fleet, asked = Fleet(), []
    for message in (*says("hall", 7), *says("door", 7, online=False), *says("elsewhere", 7)):
        fleet.client._handle(message)
    fleet.client.settle = lambda: None

    def take(screen):
        asked.append(screen)
        return b"jpeg"

    found = list(query_conditions(fleet.connect, take, ("hall", "door", "new"), NOW, lambda: False))
    assert [each.screen for each in found] == ["door", "hall", "new", "hall"]
    assert [each.picture for each in found] == [b"", b"", b"", b"jpeg"]
    assert asked == ["hall"]
    over = list(query_conditions(fleet.connect, take, ("hall",), NOW, lambda: True))
    assert [each.picture for each in over] == [b""]


@pytest.fixture
def jpeg(qapp):
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B5C6B"))
    return as_jpeg(image, 320)


def test_a_picture_is_asked_for_with_a_signed_command(world, monkeypatch, jpeg):
    sent = []

    def send(_broker, screen, nonce, envelope, _timeout_s):
        sent.append((screen, envelope))
        return CommandAnswer(nonce=nonce, done=True, picture=base64.b64encode(jpeg).decode())

    monkeypatch.setattr(screen_conditions, "send_command", send)
    take = picture_taker(Broker(host="127.0.0.1"), world.keys, lambda: NOW)
    assert take("hall") == jpeg
    assert sent[0][0] == "hall"
    assert b"signatures" in sent[0][1]


@pytest.mark.parametrize("picture", ["", "!", base64.b64encode(b"<svg/>").decode()])
def test_what_is_no_picture_is_not_shown(world, monkeypatch, picture):
    answer = CommandAnswer(nonce="0", done=True, picture=picture)
    monkeypatch.setattr(screen_conditions, "send_command", lambda *_: answer)
    assert picture_taker(Broker(host="127.0.0.1"), world.keys, lambda: NOW)("hall") == b""


def test_a_screen_without_an_answer_has_no_picture(world, monkeypatch, tmp_path):
    def send(*_):
        raise MqttError("no answer")

    monkeypatch.setattr(screen_conditions, "send_command", send)
    assert picture_taker(Broker(host="127.0.0.1"), world.keys, lambda: NOW)("hall") == b""
    assert picture_taker(Broker(host="127.0.0.1"), tmp_path / "no keys", lambda: NOW)("hall") == b""


@pytest.fixture
def window(qapp, tmp_path, monkeypatch):
    draw_nothing(monkeypatch)
    shown = opened(tmp_path / "feed", "en")
    yield shown
    shown.close()


def test_the_first_page_shows_the_screens_as_they_hang(window, jpeg):
    fleet, home = window.studio.home_model.fleet_model, window.studio.home_model
    assert find(window, "lookAtScreens") is None
    found = [
        ScreenCondition("torget-desk", "It is off"),
        ScreenCondition("torget-window"),
        ScreenCondition("torget-window", "", jpeg),
    ]
    fleet.look_at = lambda *_: iter(found)
    fleet.look()
    assert until(lambda: fleet.picture("torget-window") and not fleet._is_looking)
    rows = {each.key: each for each in home.screens.rows}
    assert (rows["torget-desk"].fine, rows["torget-desk"].reason) == (False, "It is off")
    assert (rows["torget-window"].fine, rows["torget-window"].from_wall) == (True, True)
    assert find(window, "fromWall/torget-window")
    assert find(window, "fromWall/torget-desk") is None
    assert find(window, "lookAtScreens").isEnabled()


def test_a_broker_that_is_down_is_said(window):
    def refuse(*_):
        raise MqttError("the broker refused the connection")

    fleet = window.studio.home_model.fleet_model
    fleet.look_at = refuse
    fleet.look()
    assert until(lambda: "The screens cannot be asked: the broker refused" in window.studio.message)
    assert until(lambda: not fleet._is_looking)


def test_what_ends_this_week_is_opened(window):
    project = window.studio.project
    project.set("slides/letter.yaml", ("until",), "2026-11-27")
    project.set("playlists/square.yaml", ("when", "until"), "2026-11-28")
    window.studio.refresh()
    for name, page in (("slides/letter.yaml", "slidePage"), ("playlists/square.yaml", "playlistPage")):
        window.window.setProperty("page", "home")
        assert until(lambda name=name: find(window, f"ending/{name}"))
        find(window, f"ending/{name}").clicked.emit()
        assert until(lambda page=page: find(window, page))
    assert window.studio.playlist_model.key == "square"
    assert window.studio.slide_model.slide_id == "letter"
