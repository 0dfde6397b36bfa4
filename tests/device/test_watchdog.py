import os
import socket
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.device.watchdog import Watchdog, is_seen
from kiosk.fleet.crash_history import RunRecord
from kiosk.fleet.systemd_notify import Notifier
from tests.ui.conftest import turn_until

WORDS = {b"READY=1", b"WATCHDOG=1", b"STOPPING=1"}


@pytest.fixture
def systemd(tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.setblocking(False)
        yield line


def heard(line):
    found = []
    while True:
        try:
            found.append(line.recv(64))
        except BlockingIOError:
            return found


@pytest.fixture
def watchdog(qapp, tmp_path, systemd, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "60000"})
    return Watchdog(tmp_path, notifier)


def test_systemd_is_notified_of_the_first_picture_and_while_frames_are_drawn(watchdog, systemd):
    assert watchdog.begin("abc") is False
    window = QQuickWindow()
    watchdog.watch(window)
    assert heard(systemd) == []
    window.show()
    notified = []
    turn_until(lambda: notified.extend(heard(systemd)) or notified.count(b"WATCHDOG=1") > 3)
    assert notified[0] == b"READY=1"
    window.close()
    watchdog.end()
    assert heard(systemd)[-1] == b"STOPPING=1"


def test_a_kiosk_without_a_screen_is_ready_too(watchdog, systemd, monkeypatch):
    watchdog.begin("abc")
    window = QQuickWindow()
    watchdog.watch(window)
    watchdog._listen()
    assert b"READY=1" not in heard(systemd)  # it has not been asked to show anything
    window.show()
    monkeypatch.setattr(window, "isExposed", lambda: False)
    window.frameSwapped.disconnect(watchdog._drawn)
    watchdog._listen()
    assert heard(systemd) == [b"READY=1", b"WATCHDOG=1"]
    window.close()
    watchdog.end()


def test_qts_placeholder_screen_does_not_count(qapp, monkeypatch):
    exposed = SimpleNamespace(isExposed=lambda: True)

    def screen(name):
        monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: SimpleNamespace(name=lambda: name))

    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    screen("HDMI-A-1")
    assert is_seen(exposed)
    screen("")
    assert not is_seen(exposed)


def test_a_window_that_stops_drawing_does_not_notify(watchdog, systemd):
    watchdog.begin("abc")
    window = QQuickWindow()
    watchdog.watch(window)
    window.show()
    turn_until(lambda: watchdog._frames > 0)
    window.frameSwapped.disconnect(watchdog._drawn)
    watchdog._listen()
    heard(systemd)
    beats = []
    watchdog._beat.timeout.connect(lambda: beats.append(1))
    turn_until(lambda: len(beats) > 3)
    assert heard(systemd) == []
    window.close()
    watchdog.end()


def test_three_crashes_start_safe_mode_and_each_leaves_a_report(qapp, tmp_path, caplog, monkeypatch):
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    safe = []
    for _ in range(4):
        watchdog = Watchdog(tmp_path, Notifier({}))
        safe.append(watchdog.begin("abc"))
        watchdog.crash_recorder.close()  # without a regular end
    assert safe == [False, False, False, True]
    assert watchdog.crash_recorder.unsent().generation == "abc"
    assert "safe mode" in caplog.text
    caplog.clear()
    assert os.environ.get("RUNTIME_DIRECTORY") is None


def test_the_watchdog_is_not_notified_before_the_first_picture(watchdog, systemd):
    watchdog.begin("abc")
    window = QQuickWindow()
    watchdog.watch(window)
    for _ in range(3):
        watchdog._listen()
    assert heard(systemd) == []
    watchdog.end()


def health(folder):
    return (folder / "health/version").read_text(encoding="utf-8").split()


def test_a_version_is_proven_two_minutes_after_its_first_frame(watchdog, tmp_path):
    watchdog.begin("abc")
    assert health(tmp_path) == [__version__, "starting"]
    window = QQuickWindow()
    watchdog.watch(window)
    assert not watchdog._proof_timer.isActive()
    window.show()
    turn_until(watchdog._proof_timer.isActive)
    assert watchdog._proof_timer.interval() == 120_000
    assert health(tmp_path) == [__version__, "starting"]
    watchdog._proof_timer.timeout.emit()
    assert health(tmp_path) == [__version__, "drawn"]
    window.close()
    watchdog.end()
    assert not watchdog._proof_timer.isActive()


def test_a_version_in_safe_mode_is_not_proven(watchdog, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(watchdog._history, "_entry", RunRecord(crashes=3))
    assert watchdog.begin("abc")
    watchdog._drawn()
    watchdog._proof_timer.timeout.emit()
    assert health(tmp_path) == [__version__, "starting"]
    watchdog.end()
    caplog.clear()


def test_a_display_that_is_off_is_reported_until_a_frame_is_drawn(watchdog, tmp_path, monkeypatch):
    watchdog.begin("abc")
    window = QQuickWindow()
    watchdog.watch(window)
    window.show()
    monkeypatch.setattr("kiosk.device.watchdog.is_seen", lambda _window: False)
    window.frameSwapped.disconnect(watchdog._drawn)
    watchdog._listen()
    assert health(tmp_path) == [__version__, "dark"]
    watchdog._drawn()
    watchdog._proof_timer.timeout.emit()
    assert health(tmp_path) == [__version__, "drawn"]
    window.close()
    watchdog.end()


@pytest.fixture
def replaced(tmp_path, watchdog, systemd):
    """The watchdog of a version that has replaced another one."""
    (tmp_path / "health").mkdir(exist_ok=True)
    (tmp_path / "health/proven_version").write_text("0.0.1 drawn\n", encoding="ascii")
    return Watchdog(tmp_path, watchdog._notifier)


def test_a_version_is_on_trial_until_it_is_proven(replaced, tmp_path):
    came = []
    replaced.proven.connect(lambda: came.append(1))
    replaced.begin("abc")
    assert replaced.is_on_trial
    replaced._drawn()
    replaced._proof_timer.timeout.emit()
    assert (replaced.is_on_trial, came) == (False, [1])
    replaced.end()
    again = Watchdog(tmp_path, replaced._notifier)
    again.begin("abc")
    assert (again.is_on_trial, health(tmp_path)) == (False, [__version__, "drawn"])
    again.end()


def test_crashes_of_the_previous_version_do_not_count(replaced, monkeypatch):
    monkeypatch.setattr(replaced._history, "_entry", RunRecord(crashes=3))
    assert not replaced.begin("abc")
    assert replaced.is_on_trial
    replaced.end()


def test_safe_mode_ends_the_trial(replaced, tmp_path, monkeypatch, caplog):
    replaced.begin("abc")
    replaced.end()
    again = Watchdog(tmp_path, replaced._notifier)
    monkeypatch.setattr(again._history, "_entry", RunRecord(crashes=3))
    assert again.begin("abc")
    assert not again.is_on_trial
    again.end()
    caplog.clear()
