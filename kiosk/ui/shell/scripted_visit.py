"""A scripted visit to the real window, with touches like those of a finger and a screenshot of every step."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QPointF, QTimer
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.frozen import frozen
from kiosk.ui.scene import visible_items
from kiosk.ui.shell.shell import Shell
from kiosk.visitor.session import SessionLimits

PATIENCE_MS = 300_000
"""How long a step may take; generous, so that a visit does not fail on a busy machine."""

LOOK_MS = 20
LANGUAGE = "ar"
TOPIC = "housing"


class ScriptedVisitError(RuntimeError):
    """A step of the visit failed."""


@frozen
class VisitStep:
    """One step: its name, the screenshot of the result, and how long it took."""

    name: str
    picture: Path
    took_ms: float


def _shift(item: QQuickItem) -> float:
    """Return how far a page still is from its final position."""
    return float(item.property("shift") or 0) if item.objectName().startswith("page-") else 0.0


class ScriptedVisit:
    """Drives one shell; `steps` grows during the visit.

    `sync_problem` returns why no content has arrived; empty if it has, or still may.
    """

    def __init__(self, shell: Shell, folder: Path, sync_problem: Callable[[], str] = lambda: "") -> None:
        self._shell = shell
        self._folder = folder
        self._sync_problem = sync_problem
        self._finger = QTest.createTouchDevice()
        self._shown: list[str] = []
        shell.player.slideShown.connect(self._note)
        self.steps: list[VisitStep] = []

    def visit(self) -> None:
        """Watch two slides, then look for a housing time in Arabic if the screen can be touched.

        Raises `ScriptedVisitError`.
        """
        self._step(
            "first slide", lambda: self._wait("a slide", lambda: len(self._shown) > 0 and self._shell.settled)
        )
        self._step("second slide", lambda: self._wait("the next slide", lambda: len(self._shown) > 1))
        context = self._shell.player.seen_context
        if context and context.screen.touch:
            self._book()

    def _book(self) -> None:
        """Go to the desk, and choose a language, a topic and the first time."""
        times = self._shell.desk.pages.value.next_times
        self._step("touch", self._come)
        self._step("language", lambda: self._touch(f"language-{LANGUAGE}", "topic"))
        self._step("topic", lambda: self._touch(f"topic-{TOPIC}", "help"))
        slots = [item.objectName() for item in self._items() if item.objectName().startswith("slot-")]
        first = slots[0] if slots else f"office-{times.value.office_id}"
        self._step("ticket", lambda: self._touch(first, "ticket"))

    def _note(self, slide: str, language: str) -> None:
        self._shown.append(f"{slide}/{language}")

    def _step(self, name: str, act: Callable[[], None]) -> None:
        start = time.monotonic()
        act()
        picture = self._folder / f"{len(self.steps) + 1:02}-{name.replace(' ', '-')}.png"
        self._shell.window.grabWindow()
        self.steps.append(VisitStep(name, picture, (time.monotonic() - start) * 1000))
        self._wait("a page at rest", lambda: not any(map(_shift, self._items())))
        if not self._shell.window.grabWindow().save(str(picture)):
            raise ScriptedVisitError(f"cannot write {picture}")

    def _come(self) -> None:
        """Touch the current slide and go to the language page; a topic slide leads to its topic first."""
        self._touch("attract", "language", "help")
        for page in ("topic", "language") if self._shell.desk.page == "help" else ():
            self._touch("back", page)

    def _touch(self, name: str, *pages: str) -> None:
        """Touch and release the item called `name`, then wait for one of `pages`."""
        item = next((item for item in self._items() if item.objectName() == name), None)
        if item is None:
            raise ScriptedVisitError(f"there is nothing called {name} on the screen")
        settled = time.monotonic() + SessionLimits().settle_s
        self._wait("a page that takes touches", lambda: time.monotonic() > settled)
        point = self._middle(item)
        window = self._shell.window
        QTest.touchEvent(window, self._finger).press(0, point, window).commit()
        QTest.touchEvent(window, self._finger).release(0, point, window).commit()
        self._wait(f"the page {' or '.join(pages)}", lambda: self._shell.desk.page in pages)

    @staticmethod
    def _middle(item: QQuickItem) -> QPoint:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def _wait(self, what: str, until: Callable[[], bool]) -> None:
        patience = QDeadlineTimer(PATIENCE_MS)
        loop, look = QEventLoop(), QTimer(interval=LOOK_MS)
        look.start()
        while not until():
            if not self._shown and (problem := self._sync_problem()):
                raise ScriptedVisitError(problem)
            if patience.hasExpired():
                raise ScriptedVisitError(f"{what} did not appear within {PATIENCE_MS // 1000} s")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _items(self) -> list[QQuickItem]:
        return visible_items(self._shell.window.contentItem())
