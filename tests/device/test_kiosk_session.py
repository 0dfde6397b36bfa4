"""deploy/systemd/kiosk-session: when systemd stops it, the kiosk ends before its compositor."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

SESSION = Path(__file__).resolve().parents[2] / "deploy" / "systemd" / "kiosk-session"
MOST_S = 20

COMPOSITOR = """
import os, signal, subprocess, sys
def end(number, _):
    print("compositor got", signal.Signals(number).name, flush=True)
    os._exit(0)
signal.signal(signal.SIGTERM, end)
print("compositor began", flush=True)
if os.read(int(sys.argv[2]), 1):
    ended = subprocess.Popen([sys.executable, "-c", sys.argv[1]]).wait()
    print("kiosk ended", ended, flush=True)
    sys.exit(ended if ended >= 0 else 128 - ended)
signal.pause()
"""
KIOSK = """
import signal, sys
def end(number, _):
    print("kiosk got", signal.Signals(number).name, flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print("kiosk began", flush=True)
signal.pause()
"""
DEAF = "import signal; print('kiosk began', flush=True); signal.pause()"


class Session:
    """A running session, whose output is read line by line."""

    def __init__(self, kiosk):
        wait, self.go = os.pipe()
        command = [SESSION, sys.executable, "-c", COMPOSITOR, kiosk, str(wait)]
        options = {"text": True, "start_new_session": True, "pass_fds": (wait,)}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, **options)
        os.close(wait)
        self.lines = []

    def until(self, line):
        deadline = time.monotonic() + MOST_S
        while line not in self.lines and time.monotonic() < deadline:
            self.lines.append(self.process.stdout.readline().strip())
        assert line in self.lines

    def start_kiosk(self):
        os.write(self.go, b"!")
        self.until("kiosk began")

    def send(self, number):
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=MOST_S)
        return self.process.returncode, rest.splitlines()

    def close(self):
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate(timeout=MOST_S)
        os.close(self.go)


@pytest.fixture
def session(tmp_path):
    begun = []

    def begin(kiosk=KIOSK):
        begun.append(Session(kiosk))
        return begun[0]

    yield begin
    for each in begun:
        each.close()


def test_the_kiosk_is_told_to_stop_and_the_compositor_ends_with_it(session):
    running = session()
    running.start_kiosk()
    assert running.send(signal.SIGTERM) == (0, ["kiosk got SIGTERM", "kiosk ended 0"])


def test_a_kiosk_that_handles_no_signals_yet_ends_too(session):
    running = session(DEAF)
    running.start_kiosk()
    assert running.send(signal.SIGTERM) == (0, ["kiosk ended -15"])


def test_before_the_kiosk_starts_the_compositor_is_told_to_stop(session):
    running = session()
    running.until("compositor began")
    assert running.send(signal.SIGTERM) == (0, ["compositor got SIGTERM"])


@pytest.mark.parametrize("kiosk", [KIOSK, DEAF])
def test_the_abort_of_the_watchdog_reaches_the_kiosk(session, kiosk):
    running = session(kiosk)
    running.start_kiosk()
    assert running.send(signal.SIGABRT) == (128 + signal.SIGABRT, ["kiosk ended -6"])


def test_a_crashed_kiosk_is_not_a_success(session):
    running = session("import sys; print('kiosk began', flush=True); sys.exit(3)")
    running.start_kiosk()
    assert running.process.wait(MOST_S) == 3
