"""Draws slides and pages of one feed, a screen at a time, in the process it lives in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks import visits
from kiosk.drawn_checks.contrast import faint
from kiosk.drawn_checks.drawing import Drawing, Known
from kiosk.drawn_checks.drawn_subject import drawable, quiet, said
from kiosk.drawn_checks.finding import Box, Fault, Finding, Use
from kiosk.drawn_checks.fit import covers, misfits
from kiosk.drawn_checks.items import pictures, seen
from kiosk.drawn_checks.missing_glyphs import signs
from kiosk.drawn_checks.moment import State
from kiosk.drawn_checks.qr_codes import codes
from kiosk.drawn_checks.settled import picture_of, show, wait_for
from kiosk.drawn_checks.states import Moments, desk_states, longest, slide_states
from kiosk.drawn_checks.still import Outcome, Still
from kiosk.drawn_checks.still_printer import StillPrinter
from kiosk.feed.models import Notice, When
from kiosk.feed.slides import Slide, WebSlide, media_of
from kiosk.feed.targeting import notices_for
from kiosk.ui.bar import office_words
from kiosk.ui.card import Face
from kiosk.ui.desk.desk import Desk
from kiosk.ui.faces import faces, office_face
from kiosk.ui.front import Front
from kiosk.ui.phrases import phrases
from kiosk.ui.printing import PRINTED, PRINTING
from kiosk.ui.world import World
from kiosk.visitor.events import Home, Tick
from kiosk.visitor.session import Limits, Page

UNSEEN = QColor("#C9C2B2")
"""What stands for a slide that a kiosk would pass over."""

CHANGING = {Page.PERSON, Page.TIMES, Page.DAYS, Page.DAY, Page.TICKET}
"""Pages whose words depend on the clock."""


class SlideRenderer:
    """The one window of a process; `draw_slide`, `draw_pages` and `draw_rest` use it in turn.

    Its player holds still, and its clock passes only between touches. A second desk without a window tells
    what would be said: pages that are known need not be laid out.

    What is seen at `usual` is drawn. Other states are looked at besides, if all are asked for, and drawn only
    where something is wrong.
    """

    def __init__(self, usual: State, product: str, known: Known, *, all_states: bool = True) -> None:
        self._usual, self._product, self._known, self._all_states = usual, product, known, all_states
        self._now, self._seconds, self._idle_s = usual.now, 0.0, 0.0
        self._front = Front(lambda: self._now, lambda: self._seconds, player=Still)
        self._blind = Desk(lambda: self._now, lambda: self._seconds)
        self._moments, self._printer = Moments(), StillPrinter()
        self._front.printing.serve(self._printer)

    def draw_slide(self, world: World, slide_id: str, language: str) -> Iterator[Drawing]:
        """Yield the slide as a reader of `language` sees it; more than once if it has pages."""
        slide = world.feed.slides[slide_id]
        shown = [each for path in sorted(media_of(slide)) for each in world.files(path).values()]
        media = [world.feed.media[path].sha256 for path in shown]
        self._use(world, language)
        for index, face in enumerate(faces(drawable(slide), world, language, self._now)):
            name = f"{slide_id}-{index + 1}" if index else slide_id
            drawing = Drawing(world.screen_id, language, "slide", name, "", slide_id)
            others = () if index else self._other_faces(slide, world, face)
            for drawn in self._draw_states(drawing, world, face, others, media):
                yield replace(drawn, findings=()) if isinstance(slide, WebSlide) else drawn

    def draw_rest(self, world: World, language: str) -> Iterator[Drawing]:
        """Yield what is seen besides slides and desk: the hours of last resort, and each notice over them."""
        self._use(world, language)
        face = office_face(world, language, self._now)
        moments = self._moments.of(world.office, world.feed.zone) if self._all_states else ()
        others = [
            (State(moment, self._usual.slots), office_face(world, language, moment)) for moment in moments
        ]
        drawing = Drawing(world.screen_id, language, "rest", "hours", "")
        yield from self._draw_states(drawing, world, face, _longest(face, others))
        for name, notice in notices_for(world.feed, world.screen_id).items():
            self._use(world, language, {name: replace(notice, when=When())})
            drawing = Drawing(
                world.screen_id, language, "notice", name, self._key(world, face, self._around())
            )
            yield drawing if self._known(drawing) else self._draw_notice(drawing, world, face)

    def draw_pages(self, world: World, language: str) -> Iterator[Drawing]:
        """Yield each page of the desk as a visitor who reads `language` sees it."""
        self._use(world)
        for place in visits.places(world, language, self._now):
            yield self._drawn_page(world, language, place, place.name)
        if self._all_states:
            states = desk_states(world, language, self._moments)
            for number, state in enumerate(states, 1):
                yield from self._pages_in(state, world, language, f"state-{number}")
        self._now = self._usual.now

    def close(self) -> None:
        """Take the window down."""
        self._blind.stop()
        self._front.close()

    def _pages_in(self, state: State, world: World, language: str, suffix: str) -> Iterator[Drawing]:
        """Yield the pages of the topic with the longest title that do not fit at another moment."""
        self._now, then = state.now, replace(world, slots=state.slots)
        self._use(then)
        titles = {topic: len(world.text(world.feed.topics[topic].title, language)) for topic in world.topics}
        longest_topic = max(titles, key=lambda topic: titles[topic], default=None)
        for place in visits.places(then, language, state.now):
            if place.page in CHANGING and place.topic in {None, longest_topic} and not place.printer:
                drawn = self._drawn_page(then, language, place, f"{place.name}-{suffix}")
                if drawn.findings or drawn.image is None:
                    yield drawn

    def _drawn_page(self, world: World, language: str, place: visits.Place, name: str) -> Drawing:
        self._lead(self._blind, place)
        key = self._key(world, self._blind.pages.said(), place.printer)
        drawing = Drawing(world.screen_id, language, "page", name, key)
        return drawing if self._known(drawing) else self._draw_page(drawing, world, place)

    def _other_faces(self, slide: Slide, world: World, face: Face) -> list[tuple[State, Face]]:
        """Return the moments at which a slide needs more room by some measure, and how it is seen then."""
        if not self._all_states:
            return []
        found = [
            (state, other)
            for state in slide_states(slide, world, face.language, self._usual, self._moments)
            for other in faces(slide, replace(world, slots=state.slots), face.language, state.now)[:1]
        ]
        return _longest(face, found)

    def _draw_states(
        self,
        drawing: Drawing,
        world: World,
        face: Face,
        others: Sequence[tuple[State, Face]],
        media: Sequence[str] = (),
    ) -> Iterator[Drawing]:
        """Yield a slide as it is usually seen, and those other states in which something is wrong."""
        told = [(other, self._bar_words(world, face.language, state)) for state, other in others]
        key = self._key(world, face, media, self._around(), told)
        drawing = replace(drawing, key=key)
        is_known = self._known(drawing)
        yield drawing if is_known else self._draw_face(drawing, world, face)
        for number, (state, other) in enumerate(others, 1):
            wrong = replace(drawing, name=f"{drawing.name}-state-{number}")
            if is_known:
                if self._known(wrong):
                    yield wrong
                continue
            self._pass_to(state, world)
            drawn = self._draw_face(wrong, world, other)
            if drawn.findings:
                yield drawn
        self._pass_to(self._usual, world)

    def _bar_words(self, world: World, language: str, state: State) -> str:
        return office_words(world, world.office_id, phrases(language), state.now)[1]

    def _pass_to(self, state: State, world: World) -> None:
        """Let the clock be at another moment, for the bar too."""
        if self._now != state.now:
            self._now = state.now
            self._front.bar.use(world)
            self._front.bar.stop()

    def _around(self) -> tuple[object, ...]:
        return said(self._front.bar), said(self._front.notices)

    def _key(self, world: World, *seen: object) -> str:
        seen_as = repr((self._product, world.screen, world.feed.languages, seen))
        return hashlib.sha256(seen_as.encode()).hexdigest()

    def _use(self, world: World, language: str = "", notices: dict[str, Notice] | None = None) -> None:
        """Show a world without playlists, whose bar speaks `language` first if one is given."""
        still = quiet(world, language, notices or {})
        self._idle_s = world.feed.idle_after
        self._lead(self._front.desk)
        self._lead(self._blind)
        self._blind.use(still)
        self._front.use(still)
        self._front.settle()
        self._front.bar.stop()
        self._front.notices.stop()
        show(self._front.window)

    def _draw_face(self, drawing: Drawing, world: World, face: Face) -> Drawing:
        if not self._shows(face):
            return self._unseen(drawing, world)
        return self._examined(drawing, "attract", world)

    def _draw_notice(self, drawing: Drawing, world: World, face: Face) -> Drawing:
        self._shows(face)
        drawn = self._examined(drawing, "notice", world)
        return replace(
            drawn, findings=(*drawn.findings, *covers(self._root("notice"), self._root("attract")))
        )

    def _shows(self, face: Face) -> bool:
        """Hand a face to the stage; return whether all of it could be drawn."""
        self._lead(self._front.desk)
        player = self._front.player
        assert isinstance(player, Still)  # noqa: S101  # it was asked for
        player.show(face)
        wait_for(lambda: player.outcome is not Outcome.WAITING)
        return player.outcome is Outcome.SHOWN

    def _unseen(self, drawing: Drawing, world: World) -> Drawing:
        """Return what stands for a slide that cannot be drawn: the stage still shows the one before."""
        image = picture_of(self._front.window)
        image.fill(UNSEEN)
        whole = Box(0, 0, world.screen.resolution.width, world.screen.resolution.height)
        failed = Finding(Fault.PICTURE, "a picture, video or document of this slide cannot be decoded", whole)
        return replace(drawing, image=image, findings=(failed,))

    def _draw_page(self, drawing: Drawing, world: World, place: visits.Place) -> Drawing:
        self._printer.condition = place.printer
        self._lead(self._front.desk, place)
        if place.printer in {PRINTING, PRINTED}:
            self._front.printing.print()
        drawn = self._examined(drawing, "warning" if place.warned else "desk", world)
        self._printer.condition = ""
        return drawn

    def _lead(self, desk: Desk, place: visits.Place | None = None) -> None:
        """Send the last visitor home, and lead a new one to a place."""
        while desk.page != "attract":
            self._seconds += visits.STEP_S
            desk.send(Home())
        self._seconds += 2 * 3600  # nobody is asked how it went twice in an hour
        for event in place.events if place else ():
            self._seconds += self._idle_s if isinstance(event, Tick) else visits.STEP_S
            desk.send(event)

    def _root(self, name: str) -> QQuickItem:
        return next(item for item in seen(self._front.window.contentItem()) if item.objectName() == name)

    def _examined(self, drawing: Drawing, name: str, world: World) -> Drawing:
        """Return the drawing with its picture, and what is wrong on it below the item called `name`."""
        window = self._front.window
        root = self._root(name)
        image = picture_of(window, lambda: _restart(root))
        root = self._root(name)
        findings = (*misfits(root), *signs(root), *codes(root, image, world.screen), *faint(window, root))
        return replace(drawing, image=image, findings=findings, uses=tuple(_uses(root)))


def _restart(warning: QQuickItem) -> None:
    """Let the question whether somebody is there count from its beginning."""
    if warning.objectName() == "warning":
        warning.setProperty("remaining", int(Limits().warning_s))


def _longest(usual: Face, others: Sequence[tuple[State, Face]]) -> list[tuple[State, Face]]:
    places = longest([usual, *(face for _, face in others)])
    return [others[place - 1] for place in places if place]


def _uses(root: QQuickItem) -> Iterator[Use]:
    for item in pictures(root):
        source = item.property("source")
        if source.isLocalFile():
            size = round(item.width()), round(item.height())
            yield Use(source.toLocalFile(), *size, painted_width=float(item.property("paintedWidth")))
