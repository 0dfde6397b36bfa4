"""A kiosk ends when it is told to, however well it is locked."""

import os
import signal

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.app import SignalWatch
from kiosk.app.lock import Lock

ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGWINCH)
PATIENCE_MS = 20_000
KILLED = 9


@pytest.fixture
def watch(qapp):
    """A way to watch signals as the kiosk does; what was before comes back."""
    before, watches = {each: signal.getsignal(each) for each in ENDING}, []
    yield lambda: watches.append(SignalWatch(qapp))
    signal.set_wakeup_fd(-1)
    for each, handler in before.items():
        signal.signal(each, handler)
    for each in watches:
        each._notifier.setEnabled(False)
        each._reader.close()
        each._writer.close()
        each.deleteLater()


@pytest.fixture
def lock(qapp):
    window = QQuickWindow()
    lock = Lock(window)
    lock.close()
    yield lock
    lock.open()
    window.close()


@pytest.mark.parametrize("told", ENDING)
def test_a_locked_kiosk_ends_when_systemd_tells_it(qapp, lock, watch, monkeypatch, told):
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere")
    watch()
    guard = QTimer(singleShot=True, interval=PATIENCE_MS)
    guard.timeout.connect(lambda: qapp.exit(KILLED))
    guard.start()
    QTimer.singleShot(0, qapp, lambda: os.kill(os.getpid(), told))
    assert qapp.exec() == 0
    guard.stop()


def test_a_terminal_may_be_resized(watch, monkeypatch):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    before = signal.getsignal(signal.SIGWINCH)
    watch()
    assert signal.getsignal(signal.SIGWINCH) == before
