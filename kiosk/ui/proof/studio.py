"""Draws slides and pages of one feed, a screen at a time, in the process it lives in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.content.addresses import host_of
from kiosk.content.slides import MessageSlide, Slide, WebSlide, media_of
from kiosk.content.text import Text
from kiosk.content.values import shown
from kiosk.ui.card import Face
from kiosk.ui.desk import Desk
from kiosk.ui.faces import faces
from kiosk.ui.front import Front
from kiosk.ui.proof import visits
from kiosk.ui.proof.codes import codes
from kiosk.ui.proof.contrast import faint
from kiosk.ui.proof.finding import Box, Fault, Finding, Use
from kiosk.ui.proof.fit import misfits
from kiosk.ui.proof.items import pictures, seen
from kiosk.ui.proof.still import Outcome, Still
from kiosk.ui.rows import Rows
from kiosk.ui.world import World

PATIENCE_MS = 10_000
"""How long a picture may take to decode."""


UNSEEN = QColor("#C9C2B2")
"""What stands for a slide that a kiosk would pass over."""


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
    """The one window of a process; `draw_slide` and `draw_pages` use it in turn. Close it at the end.

    Its player holds still, and its clock passes only between touches. A second desk without a window tells
    what would be said: pages that are known need not be laid out.
    """

    def __init__(self, now: datetime, product: str, known: Known) -> None:
        self._now, self._product, self._known = now, product, known
        self._seconds = 0.0
        self._front = Front(lambda: now, lambda: self._seconds, player=Still)
        self._blind = Desk(lambda: now, lambda: self._seconds)

    def draw_slide(self, world: World, slide_id: str, language: str) -> Iterator[Drawing]:
        """Yield the slide as a reader of `language` sees it; more than once if it has pages."""
        slide = world.feed.slides[slide_id]
        self._use(world, language)
        media = [world.feed.media[path].sha256 for path in sorted(media_of(slide))]
        around = (_said(self._front.bar), _said(self._front.notices))
        for index, face in enumerate(faces(_drawable(slide), world, language, self._now)):
            name = f"{slide_id}-{index + 1}" if index else slide_id
            key = self._key(world, face, media, around)
            drawing = Drawing(world.screen_id, language, "slide", name, key, slide_id)
            drawn = drawing if self._known(drawing) else self._draw_face(drawing, world, face)
            yield replace(drawn, findings=()) if isinstance(slide, WebSlide) else drawn

    def draw_pages(self, world: World, language: str) -> Iterator[Drawing]:
        """Yield each page of the desk as a visitor who reads `language` sees it."""
        self._use(world)
        for place in visits.places(world, language, self._now):
            self._lead(self._blind, place)
            key = self._key(world, _said(self._blind))
            drawing = Drawing(world.screen_id, language, "page", place.name, key)
            yield drawing if self._known(drawing) else self._draw_page(drawing, world, place)

    def close(self) -> None:
        """Take the window down."""
        self._blind.stop()
        self._front.close()

    def _key(self, world: World, *seen: object) -> str:
        said = repr((self._product, world.screen, world.feed.languages, seen))
        return hashlib.sha256(said.encode()).hexdigest()

    def _use(self, world: World, language: str = "") -> None:
        """Show a world without playlists, whose bar speaks `language` first if one is given."""
        screen = world.screen
        if language:
            languages, turns = (_first(language, each) for each in (screen.languages, screen.turns))
            screen = replace(screen, languages=languages, slide_languages=turns)
        screens = {**world.feed.screens, world.screen_id: screen}
        quiet = replace(world, feed=replace(world.feed, playlists={}, screens=screens), device_moves=False)
        self._lead(self._front.desk)
        self._lead(self._blind)
        self._blind.use(quiet)
        self._front.use(quiet)
        self._front.bar.stop()
        _expose(self._front.window)

    def _draw_face(self, drawing: Drawing, world: World, face: Face) -> Drawing:
        self._lead(self._front.desk)
        player = self._front.player
        assert isinstance(player, Still)  # noqa: S101  # it was asked for
        player.show(face)
        _wait(lambda: player.outcome is not Outcome.WAITING)
        drawn = self._examined(drawing, "attract", world)
        if player.outcome is Outcome.SHOWN:
            return drawn
        assert drawn.image is not None  # noqa: S101  # it has just been drawn
        drawn.image.fill(UNSEEN)  # the stage still shows the slide before
        whole = Box(0, 0, world.screen.resolution.width, world.screen.resolution.height)
        failed = Finding(Fault.PICTURE, "a picture, video or document of this slide cannot be decoded", whole)
        return replace(drawn, findings=(failed,))

    def _draw_page(self, drawing: Drawing, world: World, place: visits.Place) -> Drawing:
        self._lead(self._front.desk, place)
        self._front.window.grabWindow()  # a page too long for its screen is cut after its first layout
        QGuiApplication.processEvents()
        return self._examined(drawing, "desk", world)

    def _lead(self, desk: Desk, place: visits.Place | None = None) -> None:
        """Send the last visitor home, and lead a new one to a place."""
        self._seconds += 2 * 3600  # nobody is asked how it went twice in an hour
        while desk.property("page") != "attract":
            self._seconds += visits.STEP_S
            desk.home()
        for event in place.events if place else ():
            self._seconds += visits.STEP_S
            desk.send(event)

    def _examined(self, drawing: Drawing, name: str, world: World) -> Drawing:
        """Return the drawing with its picture and what is wrong on it; grabbing lays out what has changed."""
        window = self._front.window
        image = window.grabWindow()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs here to do it
        root = next(item for item in seen(window.contentItem()) if item.objectName() == name)
        findings = (*misfits(root), *codes(root, image, world.screen), *faint(window, root))
        return replace(drawing, image=image, findings=findings, uses=tuple(_uses(root)))


def _drawable(slide: Slide) -> Slide:
    """Return the slide, or what stands for one that only a device draws: a card with the page's address."""
    if not isinstance(slide, WebSlide):
        return slide
    title, text = Text(host_of(slide.url)), Text(shown(slide.url).strip("'"))
    return MessageSlide(kind="message", title=title, text=text, tone=slide.tone, dwell=slide.dwell)


def _first(code: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    return (code, *(each for each in languages if each != code))


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
