"""A monitor that is unplugged and plugged in again, with TigerVNC's X server and xrandr."""

import json
import os
import queue
import subprocess
import sys
import threading
from time import monotonic

import pytest

from kiosk.cli.vnc import vnc_screen

OUTPUT = "VNC-0"


class Kiosk:
    """A locked window on an X screen, and what can be done to that screen."""

    def __init__(self, display):
        self.environment = os.environ | {
            "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software",
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.end2end.locked_window"],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.frames = queue.Queue()
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()

    def _listen(self):
        for line in self.process.stdout:
            self.frames.put(json.loads(line))

    def close(self):
        self.process.terminate()
        self.process.wait(30)
        self.listener.join()
        self.process.stdout.close()

    def run(self, *command):
        subprocess.run(command, env=self.environment, check=True, capture_output=True)

    def monitor(self, *changes):
        self.run("xrandr", "--output", OUTPUT, *changes)

    def until(self, **wanted):
        """Wait for a frame that is drawn so; fails if none comes within a minute."""
        frame, end = {}, monotonic() + 60
        while wanted.items() - frame.items():
            assert monotonic() < end, f"it is drawn so: {frame}"
            frame = self.frames.get(timeout=60)
            frame["size"] = tuple(frame["size"])


@pytest.fixture
def kiosk():
    with vnc_screen() as screen:
        started = Kiosk(screen.display)
        try:
            yield started
        finally:
            started.close()


def test_the_window_covers_a_monitor_that_is_plugged_in_again_and_goes_on(kiosk):
    kiosk.until(size=(1920, 1080), whole=True, page="attract")
    kiosk.monitor("--off")
    kiosk.monitor("--mode", "1280x720")
    kiosk.until(size=(1280, 720), whole=True, page="attract")
    kiosk.monitor("--off")
    kiosk.monitor("--mode", "1920x1080")
    kiosk.until(size=(1920, 1080), whole=True, page="attract")
    kiosk.run("xdotool", "mousemove", "900", "500", "click", "1")
    kiosk.until(size=(1920, 1080), whole=True, page="language")
