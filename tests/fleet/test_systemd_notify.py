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


def test_systemd_receives_each_notification(systemd, tmp_path):
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "30000000"})
    notifier.ready()
    notifier.alive()
    notifier.stopping()
    assert [systemd.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]
    assert notifier.watchdog_s == 30


@pytest.mark.parametrize("pid", [os.getpid, os.getppid])
def test_the_watchdog_of_this_process_or_its_compositor_is_used(pid):
    assert Notifier({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(pid())}).watchdog_s == 30


def test_the_watchdog_of_another_process_is_ignored():
    assert Notifier({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid() + 1)}).watchdog_s == 0


def test_without_systemd_nothing_is_sent():
    Notifier({}).alive()


def test_a_missing_systemd_socket_is_logged(tmp_path, caplog):
    Notifier({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).alive()
    assert "cannot send WATCHDOG=1" in caplog.text
    caplog.clear()


def test_a_window_that_draws_no_frames_does_not_notify_the_watchdog():
    pulse = FrameWatchdog()
    assert pulse.beat(7, exposed=True)
    assert not pulse.beat(7, exposed=True)
    assert pulse.beat(8, exposed=True)


def test_a_window_that_is_not_exposed_counts_as_alive():
    pulse = FrameWatchdog(7)
    assert pulse.beat(7, exposed=False)
