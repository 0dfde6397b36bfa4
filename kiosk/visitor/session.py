"""One visitor's stay, from the first touch to the reset, as a value that events turn into the next.

Time is passed in as seconds of a clock that only goes forward. A session that ends leaves nothing: every way
home is a new session. An event that does not fit the page changes nothing, and neither does one that would
turn the page again before it can have been seen: the second of two quick touches, another finger of a palm.

    ATTRACT → LANGUAGE → TOPIC → HELP → TIMES → TICKET, and home by FAREWELL or at once
                                          ↘ DAYS → DAY ↗

LANGUAGE, SEARCH and PERSON are also asides: they lie over a page, and going back uncovers it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.booking.slots import Slot
from kiosk.visitor.events import (
    AskedDays,
    AskedLanguage,
    AskedPerson,
    AskedSearch,
    AskedTimes,
    Back,
    ChoseDay,
    ChoseLanguage,
    ChoseOffice,
    ChoseSlot,
    ChoseTopic,
    Ease,
    Eased,
    Event,
    Home,
    Rated,
    Searched,
    Stay,
    Tick,
    Touched,
)


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


_HOLDS = {
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
class Limits:
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
        if known - may != _HOLDS[self.page] or strays:
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


def advance(session: Session, event: Event, now_s: float, limits: Limits) -> Session:
    """Return the session after `event` at `now_s`; the same object if the event does not fit the page."""
    if isinstance(event, Tick):
        return _after(session, now_s, limits)
    following = _turn(session, event, limits)
    if following is None:
        return session
    turns = following.shown is not session.shown
    if turns and session.turned_at is not None and now_s - session.turned_at < limits.settle_s:
        return session
    turned_at = now_s if turns else session.turned_at
    return replace(following, last_touch=now_s, warned_at=None, turned_at=turned_at)


def next_deadline(session: Session, limits: Limits) -> float | None:
    """Return when a `Tick` is due, in seconds of the clock that is passed in; None while no one is here."""
    if session.page is Page.ATTRACT:
        return None
    if session.page is Page.FAREWELL:
        return session.last_touch + (limits.thanks_s if session.face else limits.farewell_s)
    if session.warned_at is not None:
        return session.warned_at + limits.warning_s
    return session.last_touch + limits.idle_s


def _after(session: Session, now_s: float, limits: Limits) -> Session:
    """Warn, or reset; a late tick still leaves the whole time to answer."""
    deadline = next_deadline(session, limits)
    if deadline is None or now_s < deadline:
        return session
    if session.warned or session.page is Page.FAREWELL:
        return Session(last_touch=now_s, turned_at=now_s)
    return replace(session, warned_at=now_s)


def _turn(session: Session, event: Event, limits: Limits) -> Session | None:
    if isinstance(event, Stay):
        return session if session.page is not Page.ATTRACT else None
    if isinstance(event, Home):
        return _home(session, limits)
    return _TURNS[type(event)](session, event)


def _home(session: Session, limits: Limits) -> Session | None:
    """Leave; one who has seen what help there is may be asked how it went, and is then forgotten too."""
    if session.page is Page.ATTRACT:
        return None
    if limits.may_ask and session.page in {Page.HELP, Page.TIMES, Page.DAYS, Page.DAY, Page.TICKET}:
        return Session(page=Page.FAREWELL, language=session.language, ease=session.ease)
    return Session()


def _touched(session: Session, _event: Event) -> Session | None:
    if session.page is Page.FAREWELL:
        return Session() if session.face is None else None
    return replace(session, page=Page.LANGUAGE) if session.page is Page.ATTRACT else session


def _aside(session: Session, page: Page) -> Session | None:
    """Lay a page over the one that is seen; one that lies there already comes up again."""
    if session.page in {Page.ATTRACT, Page.FAREWELL} or session.shown is page:
        return None
    return replace(session, asides=(*(each for each in session.asides if each is not page), page))


def _asked_language(session: Session, _event: Event) -> Session | None:
    if session.page is Page.ATTRACT:
        return replace(session, page=Page.LANGUAGE)
    return _uncovered(session) if session.page is Page.LANGUAGE else _aside(session, Page.LANGUAGE)


def _uncovered(session: Session) -> Session | None:
    return replace(session, asides=()) if session.asides else None


def _chose_language(session: Session, event: ChoseLanguage) -> Session | None:
    if session.page is Page.FAREWELL:
        return None
    if session.shown is Page.LANGUAGE and session.asides:
        return replace(session, asides=session.asides[:-1], language=event.code)
    page = Page.TOPIC if session.page in {Page.ATTRACT, Page.LANGUAGE} else session.page
    return replace(session, page=page, asides=(), query="", language=event.code)


def _chose_topic(session: Session, event: ChoseTopic) -> Session | None:
    if session.page is not Page.TOPIC or session.shown not in {Page.TOPIC, Page.SEARCH}:
        return None
    return replace(session, page=Page.HELP, asides=(), query="", topic=event.id)


def _asked_times(session: Session, _event: Event) -> Session | None:
    return replace(session, page=Page.TIMES) if session.shown is Page.HELP else None


def _asked_days(session: Session, event: AskedDays) -> Session | None:
    if session.shown is not Page.TIMES:
        return None
    return replace(session, page=Page.DAYS, office=event.office, by_days=True)


def _chose_day(session: Session, event: ChoseDay) -> Session | None:
    return replace(session, page=Page.DAY, day=event.day) if session.shown is Page.DAYS else None


def _chose_slot(session: Session, event: ChoseSlot) -> Session | None:
    if session.shown not in {Page.TIMES, Page.DAY} or event.slot.topic != session.topic:
        return None
    if session.office not in {None, event.slot.office}:
        return None
    return replace(session, page=Page.TICKET, slot=event.slot, office=event.slot.office)


def _chose_office(session: Session, event: ChoseOffice) -> Session | None:
    if session.shown not in {Page.TIMES, Page.DAYS} or session.office not in {None, event.office}:
        return None
    return replace(session, page=Page.TICKET, office=event.office)


def _asked_search(session: Session, _event: Event) -> Session | None:
    return _aside(session, Page.SEARCH) if session.shown is Page.TOPIC else None


def _searched(session: Session, event: Searched) -> Session | None:
    return replace(session, query=event.query) if session.shown is Page.SEARCH else None


def _asked_person(session: Session, _event: Event) -> Session | None:
    return _aside(session, Page.PERSON)


def _eased(session: Session, event: Eased) -> Session | None:
    return replace(session, ease=event.ease) if session.page is not Page.ATTRACT else None


def _rated(session: Session, event: Rated) -> Session | None:
    fits = session.page is Page.FAREWELL and session.face is None and event.face in FACES
    return replace(session, face=event.face) if fits else None


def _back(session: Session, _event: Event) -> Session | None:
    if session.asides:
        query = "" if session.shown is Page.SEARCH else session.query
        return replace(session, asides=session.asides[:-1], query=query)
    return _BACK[session.page](session)


def _from_ticket(session: Session) -> Session:
    if session.by_days:
        return replace(session, page=Page.DAY if session.day else Page.DAYS, slot=None)
    return replace(session, page=Page.TIMES, slot=None, office=None)


_BACK: dict[Page, Callable[[Session], Session | None]] = {
    Page.ATTRACT: lambda _session: None,
    Page.LANGUAGE: lambda _session: Session(),
    Page.TOPIC: lambda session: Session(page=Page.LANGUAGE, ease=session.ease),
    Page.HELP: lambda session: replace(session, page=Page.TOPIC, topic=None),
    Page.TIMES: lambda session: replace(session, page=Page.HELP),
    Page.DAYS: lambda session: replace(session, page=Page.TIMES, office=None, by_days=False),
    Page.DAY: lambda session: replace(session, page=Page.DAYS, day=None),
    Page.TICKET: _from_ticket,
    Page.FAREWELL: lambda _session: Session(),
}

_TURNS: dict[type[Event], Callable[..., Session | None]] = {
    Touched: _touched,
    AskedLanguage: _asked_language,
    ChoseLanguage: _chose_language,
    ChoseTopic: _chose_topic,
    AskedTimes: _asked_times,
    AskedDays: _asked_days,
    ChoseDay: _chose_day,
    ChoseSlot: _chose_slot,
    ChoseOffice: _chose_office,
    AskedSearch: _asked_search,
    Searched: _searched,
    AskedPerson: _asked_person,
    Eased: _eased,
    Rated: _rated,
    Back: _back,
}
