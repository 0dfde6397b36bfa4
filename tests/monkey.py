"""A monkey at the desk: touches, fingers, keys and pauses by chance, always the same for a seed.

    python -m tests.monkey [--events 200000] [--seed 6] [--screen torget-desk]

Ends 1 at the first exception, Qt warning or page without a way home, when the memory grows, or when the
slides do not come back after it has left.
"""

import argparse
import gc
import os
import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.visitor.session import Session
from tests.screenshots import open_screen
from tests.ui.conftest import TUESDAY

KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return,
    Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_F4,
)  # fmt: skip
LOOK_EVERY = 250
WARM_UP = 0.2
GROWTH_MB = 40.0
HARMLESS = ("pipewire", "No RHI backend", "propagateSizeHints", "HW decoder")


class FallError(AssertionError):
    """What the monkey has broken."""


@dataclass
class Monkey:
    """Plays with one screen; `seen` says how often it came to which page."""

    screen: object
    chance: random.Random
    seen: dict = field(default_factory=dict)

    def play(self, events):
        """Do `events` things; yields after each look how many are done, and the memory in MB."""
        acts = (self.press, self.press, self.press, self.tap, self.hands, self.key, self.twice, self.wait)
        for count in range(1, events + 1):
            self.chance.choice(acts)()
            QCoreApplication.processEvents()
            if count % LOOK_EVERY == 0:
                self.look()
                yield count, memory_mb()

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
        window, fingers = self.screen.front.window, range(self.chance.randint(2, 10))
        points = [self.point() for _ in fingers]
        for act in ("press", "release"):
            touch = QTest.touchEvent(window, self.screen.finger)
            for finger in fingers:
                getattr(touch, act)(finger, points[finger], window)
            touch.commit()

    def key(self):
        QTest.keyClick(self.screen.front.window, self.chance.choice(KEYS))
        self.pass_by(0.5)

    def wait(self):
        self.pass_by(self.chance.choice((1, 5, 30, 61, 61, 81)))
        self.screen.desk._tick()

    def pass_by(self, seconds):
        self.screen.time.pass_by(seconds)
        if (self.screen.time.now - TUESDAY).total_seconds() > 600:
            self.screen.time.now = TUESDAY

    def point(self):
        window = self.screen.front.window
        return QPoint(
            self.chance.randint(-40, window.width() + 40), self.chance.randint(-40, window.height() + 40)
        )

    def look(self):
        """Fail if the page is empty or has no way home."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        page = self.screen.page
        self.seen[page] = self.seen.get(page, 0) + 1
        if page != "attract" and not (self.screen.names("home") and self.screen.words()):
            raise FallError(f"no way home from the page {page}")

    def leave(self):
        """Go away, and see the slides come back with nothing left."""
        for _ in range(3):
            self.screen.time.pass_by(100)
            self.screen.desk._tick()
        if self.screen.desk.visit() != Session(last_touch=self.screen.desk.visit().last_touch):
            raise FallError(f"left behind: {self.screen.desk.visit()}")


def memory_mb():
    """Return the memory of this process that is in use."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.monkey")
    parser.add_argument("--events", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--screen", default="torget-desk")
    options = parser.parse_args()
    complaints = []
    sys.excepthook = lambda kind, value, _trace: complaints.append(f"{kind.__name__}: {value}")
    qInstallMessageHandler(lambda kind, _where, text: _hear(kind, text, complaints))
    application = QGuiApplication([])
    application.setFont(QFont("Noto Sans"))
    monkey = Monkey(open_screen(options.screen), random.Random(options.seed))  # noqa: S311  # play
    began, used = time.monotonic(), []
    for count, memory in monkey.play(options.events):
        used.append(memory)
        if complaints:
            raise FallError("\n".join(complaints))
        if count % (LOOK_EVERY * 20) == 0:
            print(f"{count} events, {time.monotonic() - began:.0f} s, {memory:.0f} MB", flush=True)
    monkey.leave()
    warm = used[int(len(used) * WARM_UP)]
    print(f"{options.events} events; pages {monkey.seen}; memory {warm:.0f} → {used[-1]:.0f} MB")
    monkey.screen.front.close()
    return 1 if complaints or used[-1] - warm > GROWTH_MB else 0


def _hear(kind, text, complaints):
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and not any(h in text for h in HARMLESS):
        complaints.append(text)


if __name__ == "__main__":
    sys.exit(main())
