"""A kiosk ends on a signal, even if it is locked."""

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
    """Watches signals as the kiosk does, and restores the previous handlers."""
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
    """Ends an event loop that nothing else has ended."""
    guard = QTimer(singleShot=True, interval=PATIENCE_MS)
    guard.timeout.connect(lambda: qapp.exit(KILLED))
    guard.start()
    yield
    guard.stop()


@pytest.mark.parametrize("number", ENDING)
def test_a_locked_kiosk_ends_on_a_signal(qapp, lock, watch, guard, number):
    QTimer.singleShot(0, qapp, lambda: os.kill(os.getpid(), number))
    assert watch.run() == 0


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_during_the_start_ends_the_kiosk_at_once(qapp, watch, guard, number):
    os.kill(os.getpid(), number)
    assert watch.run() == 0


@pytest.mark.parametrize("number", ENDING)
def test_a_nested_event_loop_does_not_swallow_the_signal(qapp, watch, guard, number):
    os.kill(os.getpid(), number)
    while not watch._stop_requested:
        qapp.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert watch.run() == 0
