"""The desk: one visitor after another, with each touch as an event of their session."""

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
"""The longest interval for rebuilding the texts of a page: free times pass while somebody reads them."""

MAX_MS = 2**31 - 1
"""The longest interval of a Qt timer."""

ASK_EVERY_S = 3600.0
"""A rating is requested at most once an hour, so that nobody can flood the results."""

_RESTARTED: dict[type[events.Event], str] = {
    events.AskedDays: "days",
    events.ChoseDay: "day",
    events.ChoseOffice: "ticket",
    events.ChoseSlot: "ticket",
    events.ChoseTopic: "help",
}
"""The events that lead to a page with new content, by the page to restart."""


class Desk(QObject):
    """Holds the session; nothing of one visitor remains for the next. QML sees its `pages`."""

    turned = Signal()
    """The texts on the screen have been rebuilt."""

    languageChanged = Signal(str)
    visitorCame = Signal()
    visitorLeft = Signal()
    happened = Signal(str, str)
    """A kind and a value to count; see `kiosk.visitor.counts`."""

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
        self._question_turn = 0
        self.question: str | None = None
        """The question to ask after the rating, regardless of the schedule; used to draw every question."""

        self.has_voice: Callable[[str], bool] = lambda _language: False
        """Returns whether there is a voice for a language; set by `ReadAloud`."""

        self.can_play: Callable[[], bool] = lambda: False
        """Returns whether recordings can be heard; set by `ReadAloud`."""

        self.pages = DeskPages(self, self)
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._tick)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._reword)

    @property
    def session(self) -> Session:
        """The current session."""
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
        """Return the state at this moment; None before there is any content."""
        return DeskState(self._context, self._session, self._clock()) if self._context else None

    def use(self, context: ScreenContext) -> None:
        """Use another context: at once if only free times are new, otherwise once no visitor is there."""
        self._pending = context
        if self._session.page is Page.ATTRACT or self._same_choices(context):
            self._take_pending()

    def stop(self) -> None:
        """Stop all timers."""
        self._deadline.stop()
        self._refresh.stop()

    def _same_choices(self, context: ScreenContext) -> bool:
        """Return whether only the free times are new, which the current visitor should see."""
        return self._context is not None and context.feed is self._context.feed

    def _take_pending(self) -> None:
        if self._pending:
            self._context, self._pending = self._pending, None
            self._questions = Questions(self._context.feed, self._context.screen_id)
            self._reword()

    def welcome(self, slide: str, language: str) -> None:
        """Start a visit from the touched slide, in its language, and with its topic if it has one."""
        if self._context is None:
            return
        shown = self._context.feed.slides.get(slide)
        if isinstance(shown, TopicSlide) and shown.topic in self._context.topics:
            self.send(events.TouchedTopic(shown.topic, language))
        else:
            self.send(events.Touched(language or None))

    def send(self, event: events.Event) -> None:
        """Advance the session by an event, and show the result."""
        if self._context is None:
            return
        may_ask = self._monotonic() - self._asked_at >= ASK_EVERY_S
        reads_first = isinstance(event, events.ChoseTopic) and self._can_be_heard(event.id)
        question = self._next_question() if isinstance(event, events.Rated) else ""
        idle_s = self._context.feed.idle_after
        limits = SessionLimits(idle_s=idle_s, may_ask=may_ask, reads_first=reads_first, question=question)
        transition = advance(self._session, event, self._monotonic(), limits)
        self._session = transition.session
        self._wait_until(transition.deadline_s)
        if transition.reached and type(event) in _RESTARTED:
            self.pages.value.parts.restart(_RESTARTED[type(event)])
        if transition.session is not transition.before:
            self._show(transition)

    def _next_question(self) -> str:
        """Return the question that follows the rating; those that apply now take turns."""
        if self.question is not None:
            return self.question
        asked = self._questions.at(self._clock()) if self._questions else ()
        self._question_turn += 1
        return asked[self._question_turn % len(asked)] if asked else ""

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
            self._deadline.start(min(max(0, wait_ms) + 1, MAX_MS))
            self._refresh.start(self._refresh_ms())

    def _refresh_ms(self) -> int:
        """Return when to rebuild the texts: soon after a time on the page becomes too old to be offered."""
        left_s = times_words.fresh_for_s(self._context, self._clock()) if self._context else inf
        return int(min(REFRESH_MS, left_s * 1000 + 50))

    def _show(self, transition: Transition) -> None:
        try:
            if transition.left:
                self.pages.value.parts.clear()
                self._take_pending()
            if transition.changed:
                self._reword()
            self._count(transition)
        finally:  # the slides continue even if a page fails
            if transition.left:
                self.visitorLeft.emit()
            elif transition.came:
                self.visitorCame.emit()

    def _count(self, transition: Transition) -> None:
        for happening in transition.happened:
            self.happened.emit(*happening)
        state = self.state()
        if transition.reached is Page.FAREWELL:
            self._asked_at = self._monotonic()
        reached = {value for kind, value in transition.happened if kind == "page"}  # not by going back
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
        """Rebuild the texts on the screen."""
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
        """Return the parts of the printed ticket; empty without a ticket."""
        return self.pages.value.ticket_page.printed_parts()

    def recording(self) -> Path | None:
        """Return the recording of the topic that is shown or was pointed at; None if there is none."""
        state = self.state()
        return recording(state) if state else None

    def language_recording(self, language: str) -> Path | None:
        """Return the recording of a language's own name; None if there is none."""
        return language_recording(language, self._context) if self._context else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the screen."""
        return self._context.screen.languages if self._context else ()
