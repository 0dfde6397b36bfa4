"""The desk: one visitor after the other, each touch an event of their session."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.feed.slides import TopicSlide
from kiosk.feed.wall_time import Now
from kiosk.signage.question_schedule import Questions
from kiosk.ui import times_words
from kiosk.ui.desk.desk_pages import DeskPages
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.recording_files import language_recording, recording, recording_of
from kiosk.ui.desk.ticket_image import Part
from kiosk.ui.screen_context import ScreenContext
from kiosk.visitor import events
from kiosk.visitor.session import Page, Session, SessionLimits
from kiosk.visitor.state_machine import Transition, advance

REFRESH_MS = 20_000
"""How often the texts of a page are built again at least: free times pass while somebody reads them."""

MOST_MS = 2**31 - 1
"""The longest that Qt's timers can wait."""

ASK_EVERY_S = 3600.0
"""How it went is asked at most once an hour, so that nobody can fill the box."""

_RESTARTED: dict[type[events.Event], str] = {
    events.AskedDays: "days",
    events.ChoseDay: "day",
    events.ChoseOffice: "ticket",
    events.ChoseSlot: "ticket",
    events.ChoseTopic: "help",
}
"""The events that lead to a page with other content than before."""


class Desk(QObject):
    """Holds the session; nothing of one visitor is left for the next. QML sees its `pages`."""

    turned = Signal()
    """The texts of what is shown have been built again."""

    languageChanged = Signal(str)
    visitorCame = Signal()
    visitorLeft = Signal()
    happened = Signal(str, str)
    """A kind and a value to be counted, see `kiosk.visitor.counts`."""

    def __init__(
        self, clock: Callable[[], Now], monotonic: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._monotonic = clock, monotonic
        self._context: ScreenContext | None = None
        self._pending: ScreenContext | None = None
        self._session = Session()
        self._language = ""
        self._asked_at = -inf
        self._questions: Questions | None = None
        self._turn = 0
        self.question: str | None = None
        """Which question to ask second, whatever applies now: for drawing all of them."""

        self.has_voice: Callable[[str], bool] = lambda _language: False
        """Whether words of a language can be heard; set by what reads aloud."""

        self.can_play: Callable[[], bool] = lambda: False
        """Whether recordings can be heard; set by what reads aloud."""

        self.pages = DeskPages(self, self)
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._tick)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._reword)

    @property
    def session(self) -> Session:
        """What is known of the visitor now."""
        return self._session

    @property
    def page(self) -> str:
        """The page that the visitor sees."""
        return self._session.shown.value

    @property
    def language(self) -> str:
        """The visitor's language, or the screen's first."""
        return self.pages.value.controls.value.language

    def state(self) -> DeskState | None:
        """Return the session at this moment; None before there is any content."""
        return DeskState(self._context, self._session, self._clock()) if self._context else None

    def use(self, context: ScreenContext) -> None:
        """Serve from another generation: at once to nobody, or when the visitor of this one has left."""
        self._pending = context
        if self._session.page is Page.ATTRACT or self._same_choices(context):
            self._take_pending()

    def stop(self) -> None:
        """End all timers."""
        self._deadline.stop()
        self._refresh.stop()

    def _same_choices(self, context: ScreenContext) -> bool:
        """Return whether only the free times are new, which a visitor should see."""
        return self._context is not None and context.feed is self._context.feed

    def _take_pending(self) -> None:
        if self._pending:
            self._context, self._pending = self._pending, None
            self._questions = Questions(self._context.feed, self._context.screen_id)
            self._reword()

    def welcome(self, slide: str, language: str) -> None:
        """Begin a visit from the slide that was touched: with its topic if it has one, in its language."""
        if self._context is None:
            return
        shown = self._context.feed.slides.get(slide)
        if isinstance(shown, TopicSlide) and shown.topic in self._context.topics:
            self.send(events.TouchedTopic(shown.topic, language))
        else:
            self.send(events.Touched(language or None))

    def send(self, event: events.Event) -> None:
        """Take what a touch means: let the session advance, and show what came of it."""
        if self._context is None:
            return
        may_ask = self._monotonic() - self._asked_at >= ASK_EVERY_S
        reads_first = isinstance(event, events.ChoseTopic) and self._can_be_heard(event.id)
        question = self._next_question() if isinstance(event, events.Rated) else ""
        idle_s = self._context.feed.idle_after
        limits = SessionLimits(idle_s=idle_s, may_ask=may_ask, reads_first=reads_first, question=question)
        turn = advance(self._session, event, self._monotonic(), limits)
        self._session = turn.session
        self._wait_until(turn.deadline_s)
        if turn.reached and type(event) in _RESTARTED:
            self.pages.value.parts.restart(_RESTARTED[type(event)])
        if turn.session is not turn.before:
            self._show(turn)

    def _next_question(self) -> str:
        """Return the question that follows the rating: those that apply take turns."""
        if self.question is not None:
            return self.question
        asked = self._questions.at(self._clock()) if self._questions else ()
        self._turn += 1
        return asked[self._turn % len(asked)] if asked else ""

    def _can_be_heard(self, topic: str) -> bool:
        state = self.state()
        if state is None or topic not in state.context.feed.topics:
            return False
        return self.has_voice(self.language) or (self.can_play() and recording_of(topic, state) is not None)

    def _wait_until(self, deadline_s: float | None) -> None:
        if deadline_s is None:
            self.stop()
        else:
            wait_ms = round((deadline_s - self._monotonic()) * 1000)
            self._deadline.start(min(max(0, wait_ms) + 1, MOST_MS))
            self._refresh.start(self._refresh_ms())

    def _refresh_ms(self) -> int:
        """Return when to build the texts again: soon after a time on the page grows too old to be offered."""
        left_s = times_words.fresh_for_s(self._context, self._clock()) if self._context else inf
        return int(min(REFRESH_MS, left_s * 1000 + 50))

    def _show(self, turn: Transition) -> None:
        try:
            if turn.left:
                self.pages.value.parts.clear()
                self._take_pending()
            if turn.changed:
                self._reword()
            self._count(turn)
        finally:  # the slides go on, whatever page cannot be said
            if turn.left:
                self.visitorLeft.emit()
            elif turn.came:
                self.visitorCame.emit()

    def _count(self, turn: Transition) -> None:
        for happening in turn.happened:
            self.happened.emit(*happening)
        state = self.state()
        if turn.reached is Page.FAREWELL:
            self._asked_at = self._monotonic()
        reached = {value for kind, value in turn.happened if kind == "page"}  # not gone back to
        if Page.HELP.value in reached and state and not state.free_slots():
            known = times_words.list_freshness(state.context, state.now).known
            self.happened.emit("none free" if known else "times unknown", self._session.topic)
        if Page.TICKET.value in reached and self.pages.value.ticket_page.ticket.link:
            self.happened.emit("qr", "shown")

    @Slot()
    def _tick(self) -> None:
        self.send(events.Tick())

    @Slot()
    def _reword(self) -> None:
        """Show the page as it reads now."""
        state = self.state()
        if state is None:
            return
        if state.language != self._language:
            self._language = state.language
            self.languageChanged.emit(state.language)
        self.pages.update(state)
        if self._refresh.isActive():
            self._refresh.start(self._refresh_ms())
        self.turned.emit()

    def printed_parts(self) -> tuple[Part, ...]:
        """Return the ticket as it is printed; nothing before there is one."""
        return self.pages.value.ticket_page.printed_parts()

    def recording(self) -> Path | None:
        """Return the file in which a person reads what is shown or pointed at; None if there is none."""
        state = self.state()
        return recording(state) if state else None

    def language_recording(self, language: str) -> Path | None:
        """Return the file in which a person names a language; None if there is none."""
        return language_recording(language, self._context) if self._context else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the screen."""
        return self._context.screen.languages if self._context else ()
