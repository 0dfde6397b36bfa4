import os
import socket

import pytest

from kiosk.fleet.frame_watchdog import FrameWatchdog
from kiosk.fleet.systemd_notify import Notifier


@pytest.fixture
def systemd(tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.settimeout(5)
        yield line


def test_systemd_hears_each_word(systemd, tmp_path):
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "30000000"})
    notifier.ready()
    notifier.alive()
    notifier.stopping()
    assert [systemd.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]
    assert notifier.watchdog_s == 30


@pytest.mark.parametrize("pid", [os.getpid, os.getppid])
def test_the_watchdog_of_this_process_and_of_its_compositor_is_ours(pid):
    assert Notifier({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(pid())}).watchdog_s == 30


def test_the_watchdog_of_another_process_is_not_ours():
    assert Notifier({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid() + 1)}).watchdog_s == 0


def test_without_systemd_nothing_is_said():
    Notifier({}).alive()


def test_a_deaf_systemd_is_logged_and_survived(tmp_path, caplog):
    Notifier({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).alive()
    assert "cannot send WATCHDOG=1" in caplog.text
    caplog.clear()


def test_a_window_that_draws_no_frame_feeds_no_watchdog():
    pulse = FrameWatchdog()
    assert pulse.beat(7, exposed=True)
    assert not pulse.beat(7, exposed=True)
    assert pulse.beat(8, exposed=True)


def test_a_dark_screen_draws_nothing_and_lives():
    pulse = FrameWatchdog(7)
    assert pulse.beat(7, exposed=False)
