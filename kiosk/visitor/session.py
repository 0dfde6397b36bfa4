"""One visitor's session, from the first touch to the reset, as a value; `state_machine` advances it.

    ATTRACT → LANGUAGE → TOPIC → HELP → TICKET, and home via FAREWELL or directly
                                  ↘ DAYS → DAY ↗

A touch on a slide about a topic leads from ATTRACT directly to HELP.

LANGUAGE, SEARCH and PERSON can be asides: they cover a page, and going back uncovers it. A session with data
that its page does not need is an error, so that nothing remains when a session ends.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum

from kiosk.booking.slots import Slot
from kiosk.frozen import frozen
from kiosk.visitor.events import Ease


class Page(StrEnum):
    """The page that a visitor is on."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    TOPIC = "topic"
    HELP = "help"
    DAYS = "days"
    DAY = "day"
    TICKET = "ticket"
    SEARCH = "search"
    PERSON = "person"
    FAREWELL = "farewell"


_REQUIRED = {
    Page.ATTRACT: frozenset[str](),
    Page.LANGUAGE: frozenset[str](),
    Page.TOPIC: frozenset({"language"}),
    Page.HELP: frozenset({"language", "topic"}),
    Page.DAYS: frozenset({"language", "topic", "office"}),
    Page.DAY: frozenset({"language", "topic", "office", "day"}),
    Page.TICKET: frozenset({"language", "topic", "office"}),
    Page.FAREWELL: frozenset({"language"}),
}
"""The fields that each page requires and allows; a ticket may also have a slot and a day."""


ASIDES = frozenset({Page.LANGUAGE, Page.SEARCH, Page.PERSON})
FACES = range(1, 6)
"""Ratings of the visit; 5 is the best."""


@frozen
class SessionLimits:
    """The time limits of a session in seconds, and whether visitors may be asked to rate it.

    A visitor is warned after `idle_s` without a touch (on a ticket at least `ticket_idle_s`, as scanning it
    needs no touch), and the session is reset `warning_s` later (WCAG 2.2.1). Starting over can be undone for
    `undo_s`. A new page cannot be turned during its first `settle_s`. The first question is shown for
    `farewell_s`, the second, which is longer, for `question_s`, and the thanks for an answer for `thanks_s`.
    """

    idle_s: float = 60.0
    ticket_idle_s: float = 180.0
    warning_s: float = 20.0
    undo_s: float = 5.0
    settle_s: float = 0.4
    farewell_s: float = 12.0
    question_s: float = 30.0
    thanks_s: float = 2.5
    may_ask: bool = False
    question: str = ""
    """The id of the question that follows the rating; empty for none."""

    reads_first: bool = False
    """Whether topics can be read aloud: for a visitor who listens, it takes a second touch to open one."""


@frozen
class Session:
    """What is known about the visitor. `asides` cover `page`, the last one on top."""

    page: Page = Page.ATTRACT
    language: str | None = None
    topic: str | None = None
    slot: Slot | None = None
    office: str | None = None
    day: date | None = None
    by_days: bool = False
    """Whether the ticket was reached through the list of days."""

    asides: tuple[Page, ...] = ()
    query: str = ""
    face: int | None = None
    question: str | None = None
    """The second question, once it is asked."""

    answer: str | None = None
    ease: Ease = field(default_factory=Ease)
    last_touch: float = 0.0
    warned_at: float | None = None
    leaving_at: float | None = None
    """When the visitor chose to start over, while that can still be undone."""

    pointed: str | None = None
    """The topic that was touched to have it read aloud."""

    nearest: str | None = None
    """The language of the slide that was touched; it is listed first."""

    turned_at: float | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        known = {name for name in ("language", "topic", "office", "day") if getattr(self, name) is not None}
        strays = (
            (self.slot and self.page is not Page.TICKET)
            or self.by_days is not (self.page in {Page.DAYS, Page.DAY} or (self.by_days and self._on_ticket))
            or (self.query and Page.SEARCH not in self.asides)
            or (self.pointed and self.page is not Page.TOPIC)
            or (self.face and self.page is not Page.FAREWELL)
            or (self.question and not self.face)
            or (self.answer and not self.question)
            or (self.page is Page.ATTRACT and (self.asides or self.nearest or self.ease != Ease()))
            or (self.leaving_at is not None and self.page in {Page.ATTRACT, Page.FAREWELL})
            or not ASIDES.issuperset(self.asides)
        )
        optional = {"day"} if self.by_days and self._on_ticket else set[str]()
        if known - optional != _REQUIRED[self.page] or strays:
            names = ", ".join(sorted(known)) or "nothing"  # no values: errors are logged, visits must not be
            raise ValueError(f"invalid data for the page {self.page}: {names}")

    @property
    def _on_ticket(self) -> bool:
        return self.page is Page.TICKET

    @property
    def shown(self) -> Page:
        """The page on the screen."""
        return self.asides[-1] if self.asides else self.page

    @property
    def questioned(self) -> bool:
        """Whether the second question is waiting for an answer."""
        return self.question is not None and self.answer is None

    @property
    def warned(self) -> bool:
        """Whether the idle warning is on the screen."""
        return self.warned_at is not None

    @property
    def leaving(self) -> bool:
        """Whether the visitor is about to start over."""
        return self.leaving_at is not None
