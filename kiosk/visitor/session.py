"""One visitor's stay, from the first touch to the reset, as a value; `state_machine` turns it into the next.

    ATTRACT → LANGUAGE → TOPIC → HELP → TIMES → TICKET, and home by FAREWELL or at once
                                          ↘ DAYS → DAY ↗

LANGUAGE, SEARCH and PERSON are also asides: they lie over a page, and going back uncovers it. A session that
holds anything its page does not need is refused, so that a session that ends leaves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.booking.slots import Slot
from kiosk.visitor.events import Ease


class Page(StrEnum):
    """Where a visitor is."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    TOPIC = "topic"
    HELP = "help"
    TIMES = "times"
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
    Page.TIMES: frozenset({"language", "topic"}),
    Page.DAYS: frozenset({"language", "topic", "office"}),
    Page.DAY: frozenset({"language", "topic", "office", "day"}),
    Page.TICKET: frozenset({"language", "topic", "office"}),
    Page.FAREWELL: frozenset({"language"}),
}
"""What is known of a visitor on each page, no more and no less; a ticket may also have a slot and a day."""


ASIDES = frozenset({Page.LANGUAGE, Page.SEARCH, Page.PERSON})
FACES = range(1, 6)
"""Answers to how it went; 5 is the best."""


@dataclass(frozen=True)
class SessionLimits:
    """Seconds of a session, and whether its visitor may be asked how it went.

    `idle_s` without a touch until a visitor is warned, `warning_s` from there to the reset (WCAG 2.2.1).
    `settle_s` during which a page that has just come cannot be turned. `farewell_s` that the question stands,
    and `thanks_s` that its answer is thanked for.
    """

    idle_s: float = 60.0
    warning_s: float = 20.0
    settle_s: float = 0.4
    farewell_s: float = 12.0
    thanks_s: float = 2.5
    may_ask: bool = False


@dataclass(frozen=True)
class Session:
    """What is known of the visitor now. `asides` lie over `page`, the last one uppermost."""

    page: Page = Page.ATTRACT
    language: str | None = None
    topic: str | None = None
    slot: Slot | None = None
    office: str | None = None
    day: date | None = None
    by_days: bool = False
    """Whether a ticket was reached by way of the days."""

    asides: tuple[Page, ...] = ()
    query: str = ""
    face: int | None = None
    ease: Ease = field(default_factory=Ease)
    last_touch: float = 0.0
    warned_at: float | None = None
    turned_at: float | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        known = {name for name in ("language", "topic", "office", "day") if getattr(self, name) is not None}
        strays = (
            (self.slot and self.page is not Page.TICKET)
            or self.by_days is not (self.page in {Page.DAYS, Page.DAY} or (self.by_days and self._on_ticket))
            or (self.query and Page.SEARCH not in self.asides)
            or (self.face and self.page is not Page.FAREWELL)
            or (self.page is Page.ATTRACT and (self.asides or self.ease != Ease()))
            or not ASIDES.issuperset(self.asides)
        )
        may = {"day"} if self.by_days and self._on_ticket else set[str]()
        if known - may != _REQUIRED[self.page] or strays:
            names = ", ".join(sorted(known)) or "nothing"  # no values: an error is logged, a visitor is not
            raise ValueError(f"not what is known on the page {self.page}: {names}")

    @property
    def _on_ticket(self) -> bool:
        return self.page is Page.TICKET

    @property
    def shown(self) -> Page:
        """The page that is seen."""
        return self.asides[-1] if self.asides else self.page

    @property
    def warned(self) -> bool:
        """Whether the visitor is being asked if they are still there."""
        return self.warned_at is not None
