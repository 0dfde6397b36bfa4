"""Draw the slides and pages of a feed, one screen at a time, in the current process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks import visits
from kiosk.drawn_checks.alert_samples import alert_samples
from kiosk.drawn_checks.contrast import faint_in_each_light
from kiosk.drawn_checks.drawn_image import Drawing, Known
from kiosk.drawn_checks.drawn_subject import drawable, properties_of, quiet
from kiosk.drawn_checks.finding import Box, Fault, Finding
from kiosk.drawn_checks.fit import covers, misfits
from kiosk.drawn_checks.items import uses, visible_items
from kiosk.drawn_checks.letter_size import small
from kiosk.drawn_checks.missing_glyphs import signs
from kiosk.drawn_checks.moment import State, sample_noon
from kiosk.drawn_checks.qr_codes import codes
from kiosk.drawn_checks.settled import settled_picture, show, wait_for
from kiosk.drawn_checks.states import Moments, desk_states, longest_others, slide_states
from kiosk.drawn_checks.still import Outcome, Still
from kiosk.drawn_checks.still_printer import StillPrinter
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Notice, When
from kiosk.feed.slides import Slide, WebSlide, media_of
from kiosk.feed.targeting import notices_for
from kiosk.ui.desk.desk import Desk
from kiosk.ui.desk.printing import PRINTED, PRINTING
from kiosk.ui.phrases import phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.shell import Shell
from kiosk.ui.slides.attract_bar import office_words
from kiosk.ui.slides.slide_card import SlideContent
from kiosk.ui.slides.slide_contents import office_content, slide_contents
from kiosk.visitor.events import Home, Tick
from kiosk.visitor.session import Page

UNSEEN = QColor("#C9C2B2")
"""Fills the drawing of a slide that a kiosk would skip."""

CHANGING = {Page.PERSON, Page.HELP, Page.DAYS, Page.DAY, Page.TICKET}
"""Pages whose text depends on the clock."""


class SlideRenderer:
    """The only window of a process; `draw_slide`, `draw_pages` and `draw_rest` use it in turn.

    Its player never advances, and its clock moves only between touches. A second desk without a window finds
    the text of a page, so that known pages need not be laid out.

    Everything is drawn in the `usual` state. With `all_states`, other states are checked too, and yielded
    only where something is wrong. With `rewords`, the picture of a slide is kept while only its text changes.
    Without `examines`, drawings are not checked.
    """

    examines = True

    def __init__(
        self, usual: State, product: str, known: Known, *, all_states: bool = True, rewords: bool = False
    ) -> None:
        self._usual, self._product, self._known, self._all_states = usual, product, known, all_states
        self._rewords = rewords
        self._used: tuple[object, ...] = ()
        self._now, self._seconds, self._idle_s = usual.now, 0.0, 0.0
        self._shell = Shell(lambda: self._now, lambda: self._seconds, player=Still)
        self._windowless_desk = Desk(lambda: self._now, lambda: self._seconds)
        self._moments, self._printer = Moments(), StillPrinter()
        self._shell.printing.serve(self._printer)

    def draw_slide(self, context: ScreenContext, slide_id: str, language: str) -> Iterator[Drawing]:
        """Yield the slide as a reader of `language` sees it; more than once if it has pages."""
        slide = context.feed.slides[slide_id]
        shown = [each for path in sorted(media_of(slide)) for each in context.files(path).values()]
        media = [context.feed.media[path].sha256 for path in shown]
        if not self._rewords or self._used != (context, language, self._now):  # a large feed takes a while
            self._use(context, language)
            self._used = context, language, self._now
        for index, content in enumerate(slide_contents(drawable(slide), context, language, self._now)):
            name = f"{slide_id}-{index + 1}" if index else slide_id
            drawing = Drawing(context.screen_id, language, "slide", name, "", slide_id)
            others = () if index else self._other_contents(slide, context, content)
            for drawn in self._draw_states(drawing, context, content, others, media):
                yield replace(drawn, findings=()) if isinstance(slide, WebSlide) else drawn

    def draw_rest(self, context: ScreenContext, language: str) -> Iterator[Drawing]:
        """Yield everything except slides and desk pages: the fallback slide, notices over it, and alerts."""
        self._use(context, language)
        content = office_content(context, language, self._now)
        moments = self._moments.of(context.office, context.feed.zone) if self._all_states else ()
        others = [
            (State(moment, self._usual.slots), office_content(context, language, moment))
            for moment in moments
        ]
        drawing = Drawing(context.screen_id, language, "rest", "hours", "")
        yield from self._draw_states(drawing, context, content, longest_others(content, others))
        for name, notice in notices_for(context.feed, context.screen_id).items():
            self._use(context, language, {name: replace(notice, when=When())})
            drawing = Drawing(
                context.screen_id, language, "notice", name, self._key(context, content, self._around())
            )
            yield drawing if self._known(drawing) else self._draw_notice(drawing, context, content)
        self._use(context, language)
        for each in alert_samples(context, language, self._now or sample_noon(context.feed.zone)):
            drawing = Drawing(context.screen_id, language, "alert", each.name, "")
            forms = [(self._usual, form) for form in each.others] if self._all_states else []
            yield from self._draw_states(drawing, context, each.content, forms)

    def draw_pages(self, context: ScreenContext, language: str) -> Iterator[Drawing]:
        """Yield each desk page as a visitor who reads `language` sees it."""
        self._use(context)
        for place in visits.places(context, language, self._now):
            yield self._drawn_page(context, language, place, place.name)
        if self._all_states:
            states = desk_states(context, language, self._moments)
            for number, state in enumerate(states, 1):
                yield from self._pages_in(state, context, language, f"state-{number}")
        self._now = self._usual.now

    def pass_to_moment(self, usual: State) -> None:
        """Draw everything from now on as it is seen at another moment."""
        self._usual, self._now = usual, usual.now

    def close(self) -> None:
        """Close the window."""
        self._windowless_desk.stop()
        self._shell.close()

    def _pages_in(
        self, state: State, context: ScreenContext, language: str, suffix: str
    ) -> Iterator[Drawing]:
        """Yield the pages that do not fit at another moment, for the topic with the longest title."""
        self._now, then = state.now, replace(context, slots=state.slots)
        self._use(then)
        titles = {
            topic: len(context.text(context.feed.topics[topic].title, language)) for topic in context.topics
        }
        longest_topic = max(titles, key=lambda topic: titles[topic], default=None)
        for place in visits.places(then, language, state.now):
            if place.page in CHANGING and place.topic in {None, longest_topic} and not place.printer:
                drawn = self._drawn_page(then, language, place, f"{place.name}-{suffix}")
                if drawn.findings or drawn.image is None:
                    yield drawn

    def _drawn_page(
        self, context: ScreenContext, language: str, place: visits.VisitedPage, name: str
    ) -> Drawing:
        self._replay(self._windowless_desk, place)
        key = self._key(context, self._windowless_desk.pages.shown_values(), place.printer)
        drawing = Drawing(context.screen_id, language, "page", name, key)
        return drawing if self._known(drawing) else self._draw_page(drawing, context, place)

    def _other_contents(
        self, slide: Slide, context: ScreenContext, content: SlideContent
    ) -> list[tuple[State, SlideContent]]:
        """Return the states in which a slide needs more room by some measure, with its content then."""
        if not self._all_states:
            return []
        contents = [
            (state, other)
            for state in slide_states(slide, context, content.language, self._usual, self._moments)
            for other in slide_contents(
                slide,
                replace(context, slots=state.slots, live=state.live or context.live),
                content.language,
                state.now,
            )[:1]
        ]
        return longest_others(content, contents)

    def _draw_states(
        self,
        drawing: Drawing,
        context: ScreenContext,
        content: SlideContent,
        others: Sequence[tuple[State, SlideContent]],
        media: Sequence[str] = (),
    ) -> Iterator[Drawing]:
        """Yield a slide in its usual state, and in those other states in which something is wrong."""
        variants = [(other, self._bar_words(context, content.language, state)) for state, other in others]
        key = self._key(context, content, media, self._around(), variants)
        drawing = replace(drawing, key=key)
        is_known = self._known(drawing)
        yield drawing if is_known else self._draw_content(drawing, context, content)
        for number, (state, other) in enumerate(others, 1):
            wrong = replace(drawing, name=f"{drawing.name}-state-{number}")
            if is_known:
                if self._known(wrong):
                    yield wrong
                continue
            self._pass_to(state, context)
            drawn = self._draw_content(wrong, context, other)
            if drawn.findings:
                yield drawn
        self._pass_to(self._usual, context)

    def _bar_words(self, context: ScreenContext, language: str, state: State) -> str:
        return office_words(context, context.office_id, phrases(language), state.now)[1]

    def _pass_to(self, state: State, context: ScreenContext) -> None:
        """Set the clock to another moment, for the bar too."""
        if self._now != state.now:
            self._now = state.now
            self._shell.bar.use(context)
            self._shell.bar.stop()

    def _around(self) -> tuple[object, ...]:
        return properties_of(self._shell.bar), properties_of(self._shell.notices)

    def _key(self, context: ScreenContext, *seen: object) -> str:
        shown_on = context.screen, self._shell.display.property("evening")
        seen_as = repr((self._product, shown_on, context.feed.languages, seen))
        return hashlib.sha256(seen_as.encode()).hexdigest()

    def _use(
        self, context: ScreenContext, language: str = "", notices: dict[str, Notice] | None = None
    ) -> None:
        """Show a context without playlists, with `language` first on its bar if one is given."""
        still = quiet(context, language, notices or {})
        self._idle_s = context.feed.idle_after
        self._replay(self._shell.desk)
        self._replay(self._windowless_desk)
        self._windowless_desk.use(still)
        self._shell.use(still)
        self._shell.settle()
        self._shell.bar.stop()
        self._shell.notices.stop()
        show(self._shell.window)

    def _draw_content(self, drawing: Drawing, context: ScreenContext, content: SlideContent) -> Drawing:
        shown = self._shows(content)
        return self._examined(drawing, "attract", context) if shown else self._unseen(drawing, context)

    def _draw_notice(self, drawing: Drawing, context: ScreenContext, content: SlideContent) -> Drawing:
        self._shows(content)
        drawn = self._examined(drawing, "notice", context)
        return replace(
            drawn, findings=(*drawn.findings, *covers(self._root("notice"), self._root("attract")))
        )

    def _shows(self, content: SlideContent) -> bool:
        """Pass a content to the stage; return whether all of it could be drawn."""
        self._replay(self._shell.desk)
        player = self._shell.player
        assert isinstance(player, Still)  # noqa: S101  # __init__ chose it
        if self._rewords and player.reword(content):
            return True
        player.show(content)
        wait_for(lambda: player.outcome is not Outcome.WAITING)
        return player.outcome is Outcome.SHOWN

    def _unseen(self, drawing: Drawing, context: ScreenContext) -> Drawing:
        """Return a blank drawing for a slide that cannot be drawn: the stage still shows the previous one."""
        image = settled_picture(self._shell.window)
        image.fill(UNSEEN)
        whole = Box(0, 0, context.screen.resolution.width, context.screen.resolution.height)
        failed = Finding(
            Fault.PICTURE, tr("a picture, video or document of this slide cannot be decoded"), whole
        )
        return replace(drawing, image=image, findings=(failed,))

    def _draw_page(self, drawing: Drawing, context: ScreenContext, place: visits.VisitedPage) -> Drawing:
        self._printer.condition = place.printer
        self._replay(self._shell.desk, place)
        if place.printer in {PRINTING, PRINTED}:
            self._shell.printing.print()
        drawn = self._examined(drawing, "warning" if place.asked else "desk", context)
        self._printer.condition = ""
        return drawn

    def _replay(self, desk: Desk, place: visits.VisitedPage | None = None) -> None:
        """End the last visit, then replay the events by which a new visitor reaches `place`."""
        while desk.page != "attract":
            self._seconds += visits.STEP_S
            desk.send(Home())
        self._seconds += 2 * 3600  # nobody is asked how it went twice in an hour
        desk.question = place.question if place else ""
        for event in place.events if place else ():
            self._seconds += self._idle_s if isinstance(event, Tick) else visits.STEP_S
            desk.send(event)

    def _root(self, name: str) -> QQuickItem:
        return next(
            item for item in visible_items(self._shell.window.contentItem()) if item.objectName() == name
        )

    def _examined(self, drawing: Drawing, name: str, context: ScreenContext) -> Drawing:
        """Return the drawing with its picture and the findings on everything below the item called `name`."""
        window = self._shell.window
        root = self._root(name)
        image = settled_picture(window, lambda: _restart(root))
        if not self.examines:
            return replace(drawing, image=image)
        root = self._root(name)
        words = (*misfits(root), *signs(root), *faint_in_each_light(self._shell, root, context.screen))
        findings = (*words, *small(root, context.screen), *codes(root, image, context.screen))
        return replace(drawing, image=image, findings=findings, uses=tuple(uses(root)))


def _restart(warning: QQuickItem) -> None:
    """Restart the countdown of the idle warning."""
    if warning.objectName() == "warning":
        warning.metaObject().invokeMethod(warning, "restart")
