"""Draws slides and pages of one feed, a screen at a time, in the process it lives in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.content.slides import media_of
from kiosk.ui.bar import Bar
from kiosk.ui.card import Face
from kiosk.ui.desk import Desk
from kiosk.ui.display import Display
from kiosk.ui.faces import faces
from kiosk.ui.front import QML, Front, FrontError
from kiosk.ui.images import PictogramProvider, QrProvider
from kiosk.ui.proof import visits
from kiosk.ui.proof.codes import codes
from kiosk.ui.proof.contrast import faint
from kiosk.ui.proof.finding import Box, Fault, Finding, Use
from kiosk.ui.proof.fit import misfits
from kiosk.ui.proof.items import pictures, seen
from kiosk.ui.proof.model import Proof
from kiosk.ui.rows import Rows
from kiosk.ui.world import World

PATIENCE_MS = 10_000
"""How long a picture may take to decode."""


@dataclass(frozen=True)
class Drawing:
    """One slide or page as one screen shows it in one language.

    `key` changes when anything that is seen does. `image` is None if it equals what was known before.
    """

    screen: str
    language: str
    kind: str  # "slide" or "page"
    name: str
    key: str
    slide: str = ""
    image: QImage | None = None
    findings: tuple[Finding, ...] = ()
    uses: tuple[Use, ...] = ()

    @property
    def file(self) -> str:
        """Where its picture lies."""
        return f"{self.screen}/{self.language}/{self.kind}-{self.name}.png"


Known = Callable[[Drawing], bool]
"""Whether a drawing with this file and key is there already."""


class Studio:
    """The windows of one process; `draw_slide` and `draw_pages` use them in turn. Close it at the end."""

    def __init__(self, now: datetime, product: str, known: Known) -> None:
        self._now, self._product, self._known = now, product, known
        self._still = _Still(now)
        self._desk = _Desk(now)

    def draw_slide(self, world: World, slide_id: str, language: str) -> Iterator[Drawing]:
        """Yield the slide as a reader of `language` sees it; more than once if it has pages."""
        slide = world.feed.slides[slide_id]
        self._still.use(world, language)
        media = [world.feed.media[path].sha256 for path in sorted(media_of(slide))]
        for index, face in enumerate(faces(slide, world, language, self._now)):
            key = self._key(world, face, self._still.bar_words(), media)
            name = f"{slide_id}-{index + 1}" if index else slide_id
            drawing = Drawing(world.screen_id, language, "slide", name, key, slide_id)
            if not self._known(drawing):
                drawing = self._still.draw(drawing, world, face)
            yield drawing

    def draw_pages(self, world: World, language: str) -> Iterator[Drawing]:
        """Yield each page of the desk as a visitor who reads `language` sees it."""
        self._desk.use(world)
        for place in visits.places(world, language, self._now):
            key = self._key(world, self._desk.said(place))
            drawing = Drawing(world.screen_id, language, "page", place.name, key)
            if not self._known(drawing):
                drawing = self._desk.draw(drawing, world, place)
            yield drawing

    def _key(self, world: World, *seen: object) -> str:
        said = repr((self._product, world.screen, world.feed.languages, seen))
        return hashlib.sha256(said.encode()).hexdigest()

    def close(self) -> None:
        """Take the windows down."""
        self._still.close()
        self._desk.close()


class _Still:
    """A window for slides, without a player: the slide that is asked for, above the bar in its language."""

    def __init__(self, now: datetime) -> None:
        self._display, self._proof = Display(), Proof()
        self._bar = Bar(lambda: now)
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(QML))
        self._engine.addImageProvider("qr", QrProvider())
        self._engine.addImageProvider("pictogram", PictogramProvider())
        self._engine.setInitialProperties({"display": self._display, "bar": self._bar, "proof": self._proof})
        self._engine.loadFromModule("Kiosk", "ProofWindow")
        self._window = _window(self._engine)

    def use(self, world: World, language: str) -> None:
        languages = (language, *(code for code in world.screen.languages if code != language))
        screen = world.screen.model_copy(update={"languages": languages})
        screens = {**world.feed.screens, world.screen_id: screen}
        self._display.use(world.screen, moves=False)
        self._bar.use(replace(world, feed=world.feed.model_copy(update={"screens": screens})))
        self._bar.stop()
        _expose(self._window)

    def bar_words(self) -> tuple[object, ...]:
        return _said(self._bar)

    def draw(self, drawing: Drawing, world: World, face: Face) -> Drawing:
        self._proof.show(face)
        in_time = _wait(lambda: bool(self._window.property("ready") or self._window.property("failed")))
        root = self._window.contentItem()
        drawn = _examined(drawing, self._window, root, world)
        if self._window.property("failed") or not in_time:
            whole = Box(0, 0, int(root.width()), int(root.height()))
            failed = Finding(Fault.PICTURE, "a picture or video of this slide cannot be decoded", whole)
            drawn = replace(drawn, findings=(*drawn.findings, failed))
        self._proof.show(None)
        return drawn

    def close(self) -> None:
        self._bar.stop()
        self._window.close()
        shiboken6.delete(self._engine)


class _Desk:
    """A front whose player has nothing to play, and a clock that passes only between touches.

    A second desk without a window tells what would be said: pages that are known need not be laid out.
    """

    def __init__(self, now: datetime) -> None:
        self._seconds = 0.0
        self._front = Front(lambda: now, lambda: self._seconds)
        self._blind = Desk(lambda: now, lambda: self._seconds)

    def use(self, world: World) -> None:
        quiet = replace(world, feed=world.feed.model_copy(update={"playlists": {}}), device_moves=False)
        self._blind.use(quiet)
        self._front.use(quiet)
        _expose(self._front.window)

    def said(self, place: visits.Place) -> tuple[object, ...]:
        """Return all that the desk says at a place."""
        self._lead(self._blind, place)
        return _said(self._blind)

    def draw(self, drawing: Drawing, world: World, place: visits.Place) -> Drawing:
        self._lead(self._front.desk, place)
        window = self._front.window
        view = next(item for item in seen(window.contentItem()) if item.objectName() == "desk")
        QGuiApplication.processEvents()  # the pictures of the desk are the product's own, and drawn at once
        return _examined(drawing, window, view, world)

    def _lead(self, desk: Desk, place: visits.Place) -> None:
        """Send the last visitor home and lead a new one to a place."""
        self._seconds += 2 * 3600  # nobody is asked how it went twice in an hour
        while desk.property("page") != "attract":
            self._seconds += visits.STEP_S
            desk.home()
        for event in place.events:
            self._seconds += visits.STEP_S
            desk._send(event)  # noqa: SLF001  # what each touch on the page comes to

    def close(self) -> None:
        self._blind.stop()
        self._front.close()


def _window(engine: QQmlApplicationEngine) -> QQuickWindow:
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise FrontError("ProofWindow.qml made no window")
    return roots[0]


def _expose(window: QQuickWindow) -> None:
    """Show a window, or let one that is shown take another size."""
    window.show()
    _wait(window.isExposed)
    QGuiApplication.processEvents()


def _wait(until: Callable[[], bool]) -> bool:
    """Let Qt work until something holds; return whether it came about in time."""
    deadline, wake = QDeadlineTimer(PATIENCE_MS), QTimer(interval=50)
    wake.start()
    while not until() and not deadline.hasExpired():
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return until()


def _examined(drawing: Drawing, window: QQuickWindow, root: QQuickItem, world: World) -> Drawing:
    """Return the drawing with its picture and what is wrong on it; grabbing lays out what has changed."""
    image = window.grabWindow()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs here to do it
    findings = (*misfits(root), *codes(root, image, world.screen), *faint(window, root))
    return replace(drawing, image=image, findings=findings, uses=tuple(_uses(root)))


def _uses(root: QQuickItem) -> Iterator[Use]:
    for item in pictures(root):
        source = item.property("source")
        if source.isLocalFile():
            yield Use(source.toLocalFile(), round(item.width()), round(item.height()))


def _said(model: QObject) -> tuple[object, ...]:
    """Return all that a view-model says, as a value."""
    meta = model.metaObject()
    names = [str(meta.property(index).name()) for index in range(meta.propertyCount())]
    values = ((name, model.property(name)) for name in names)
    return tuple((name, value.rows if isinstance(value, Rows) else str(value)) for name, value in values)
