"""A monkey at the desk: touches, fingers, keys and pauses by chance, always the same for a seed.

    python -m tests.monkey [--events 100000] [--seed 6] [--screen torget-desk]

Ends 1 at the first exception, warning or page without a way home, when memory grows, or when the slides do
not come back after it has left. The screen has a quarter of its pixels, so that more can be done in the time;
its millimetres, and with them every layout, are the same.
"""

import argparse
import ctypes
import gc
import logging
import os
import random
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest

from kiosk.device.qt_application import quieten_ffmpeg
from kiosk.feed.written_sizes import Size
from kiosk.ui import fonts
from kiosk.visitor.session import Session
from tests import prepared
from tests.screenshots import open_screen
from tests.ui.conftest import TUESDAY

KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return,
    Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_F4,
)  # fmt: skip
LEAVE_EVERY = 2000
GROWTH_MB = 15.0
HARMLESS = ("No RHI backend", "propagateSizeHints", "HW decoder")


class FallError(AssertionError):
    """What the monkey has broken."""


@dataclass
class Monkey:
    """Plays with one screen; `seen` says how often it came to which page."""

    screen: object
    chance: random.Random
    seen: dict = field(default_factory=dict)
    page: str = "attract"

    def play(self, events):
        """Do `events` things, and go away now and then; yields how many are done each time it has left."""
        acts = (self.press, self.press, self.press, self.tap, self.hands, self.key, self.twice, self.wait)
        for count in range(1, events + 1):
            self.chance.choice(acts)()
            spin()
            self.look()
            if count % LEAVE_EVERY == 0 or count == events:
                self.leave()
                yield count

    def press(self):
        buttons = [item for item in self.screen.items() if item.inherits("QQuickAbstractButton")]
        if buttons:
            item = self.chance.choice(buttons)
            self.screen.tap(item.mapToScene(item.boundingRect().center()).toPoint())
        self.pass_by(0.6)

    def tap(self):
        self.screen.tap(self.point())
        self.pass_by(0.2)

    def twice(self):
        point = self.point()
        self.screen.tap(point)
        self.screen.tap(point)

    def hands(self):
        window, fingers = self.screen.shell.window, range(self.chance.randint(2, 10))
        points = [self.point() for _ in fingers]
        for act in ("press", "release"):
            touch = QTest.touchEvent(window, self.screen.finger)
            for finger in fingers:
                getattr(touch, act)(finger, points[finger], window)
            touch.commit()

    def key(self):
        QTest.keyClick(self.screen.shell.window, self.chance.choice(KEYS))
        self.pass_by(0.5)

    def wait(self):
        self.pass_by(self.chance.choice((1, 5, 30, 61, 61, 81)))
        self.screen.desk._tick()

    def pass_by(self, seconds):
        self.screen.time.pass_by(seconds)
        if (self.screen.time.now - TUESDAY).total_seconds() > 600:
            self.screen.time.now = TUESDAY

    def point(self):
        window = self.screen.shell.window
        return QPoint(
            self.chance.randint(-40, window.width() + 40), self.chance.randint(-40, window.height() + 40)
        )

    def look(self):
        """Fail if a page that has come is empty or has no way home."""
        before, self.page = self.page, self.screen.page
        if self.page == before:
            return
        self.seen[self.page] = self.seen.get(self.page, 0) + 1
        if self.page != "attract" and not (self.screen.names("home") and self.screen.words()):
            raise FallError(f"no way home from the page {self.page}")

    def leave(self):
        """Go away, and see the slides come back with nothing left."""
        for _ in range(3):
            self.screen.time.pass_by(100)
            self.screen.desk._tick()
        spin()
        visit, stage = self.screen.desk.session, self.screen.item("attract")
        if (
            visit != Session(last_touch=visit.last_touch)
            or self.screen.names("desk")
            or not stage.isVisible()
        ):
            raise FallError(f"left behind: {visit}")
        self.screen.shell.read_aloud._speaker.heard.clear()
        self.screen.shown.clear()


def spin():
    """Let Qt work, and delete what waits for it, as its own loop would."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def memory_mb():
    """Return the memory that only this process uses, after all that is free has been given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def small_screen(name):
    """Open a screen with few pixels, and with so many topics that one may search."""
    screen = open_screen(name)
    context, feed = screen.shell._context, screen.shell._context.feed
    size = context.screen.resolution
    small = replace(context.screen, resolution=Size(size.width // 2, size.height // 2))
    topics = feed.topics | {f"{name}-too": topic for name, topic in feed.topics.items()}
    changes = {"screens": feed.screens | {name: small}, "topics": topics}
    screen.shell.use(replace(context, feed=prepared.shown(replace(feed, **changes))))
    return screen


class Complaints(logging.Handler):
    """All that Python, Qt or QML complains about."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.problems = []
        logging.getLogger().addHandler(self)
        sys.excepthook = self.catch
        qInstallMessageHandler(self.hear)

    def catch(self, kind, value, trace):
        sys.__excepthook__(kind, value, trace)
        self.problems.append(f"{kind.__name__}: {value}")

    def emit(self, record):
        self.problems.append(record.getMessage())

    def hear(self, kind, _where, text):
        quiet = kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        if not quiet and not any(harmless in text for harmless in HARMLESS):
            self.problems.append(text)

    def check(self):
        if self.problems:
            raise FallError("\n".join(self.problems))


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.monkey")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--screen", default="torget-desk")
    options = parser.parse_args()
    complaints = Complaints()
    quieten_ffmpeg()
    _application = fonts.make_application([])
    monkey = Monkey(small_screen(options.screen), random.Random(options.seed))  # noqa: S311  # play
    began, used = time.monotonic(), []
    for count in monkey.play(options.events):
        complaints.check()
        used.append(memory_mb())
        if count % (5 * LEAVE_EVERY) == 0 or count == options.events:
            print(f"{count} events, {time.monotonic() - began:.0f} s, {used[-1]:.0f} MB", flush=True)
    grown = growth(used)
    print(f"{options.screen}, seed {options.seed}: pages {monkey.seen}; memory {grown:+.1f} MB")
    monkey.screen.shell.close()
    complaints.check()
    return 1 if grown > GROWTH_MB else 0


def growth(used):
    """Return by how much the last quarter of readings lies above the second: in the first, caches fill."""
    quarter = max(1, len(used) // 4)
    return median(used[-quarter:]) - median(used[quarter : 2 * quarter] or used)


if __name__ == "__main__":
    sys.exit(main())
