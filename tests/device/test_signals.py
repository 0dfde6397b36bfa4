"""A kiosk ends when it is told to, however well it is locked."""

import os
import signal

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.device import SignalWatch
from kiosk.device.lockdown import Lockdown

ENDING = (signal.SIGTERM, signal.SIGINT)
PATIENCE_MS = 20_000
KILLED = 9


@pytest.fixture
def watch(qapp):
    """Watches signals as the kiosk does; what was before comes back."""
    before, watch = {each: signal.getsignal(each) for each in ENDING}, SignalWatch(qapp)
    yield watch
    signal.set_wakeup_fd(-1)
    for each, handler in before.items():
        signal.signal(each, handler)
    watch._notifier.setEnabled(False)
    watch._reader.close()
    watch._writer.close()
    watch.deleteLater()


@pytest.fixture
def lock(qapp):
    window = QQuickWindow()
    lock = Lockdown(window)
    lock.close()
    yield lock
    lock.open()
    window.close()


@pytest.fixture
def guard(qapp):
    """Ends a loop that nothing else has ended."""
    guard = QTimer(singleShot=True, interval=PATIENCE_MS)
    guard.timeout.connect(lambda: qapp.exit(KILLED))
    guard.start()
    yield
    guard.stop()


@pytest.mark.parametrize("number", ENDING)
def test_a_locked_kiosk_ends_when_systemd_tells_it(qapp, lock, watch, guard, number):
    QTimer.singleShot(0, qapp, lambda: os.kill(os.getpid(), number))
    assert watch.run() == 0


@pytest.mark.parametrize("number", ENDING)
def test_a_kiosk_that_is_reported_while_it_starts_ends_at_once(qapp, watch, guard, number):
    os.kill(os.getpid(), number)
    assert watch.run() == 0


@pytest.mark.parametrize("number", ENDING)
def test_a_loop_that_waits_for_something_else_does_not_swallow_the_signal(qapp, watch, guard, number):
    os.kill(os.getpid(), number)
    while not watch._stop_requested:
        qapp.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert watch.run() == 0
