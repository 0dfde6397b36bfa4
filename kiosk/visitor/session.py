"""One visitor's stay, from the first touch to the reset, as a value that events turn into the next.

Time is passed in as seconds of a clock that only goes forward. A session that ends leaves nothing: every way
home is a new session. An event that does not fit the page (the second of two quick touches) changes nothing.

    ATTRACT → LANGUAGE → TOPIC → HELP → TIMES → TICKET
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.booking.slots import Slot


class Page(StrEnum):
    """Where a visitor is."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    TOPIC = "topic"
    HELP = "help"
    TIMES = "times"
    TICKET = "ticket"


_HOLDS = {
    Page.ATTRACT: frozenset[str](),
    Page.LANGUAGE: frozenset[str](),
    Page.TOPIC: frozenset({"language"}),
    Page.HELP: frozenset({"language", "topic"}),
    Page.TIMES: frozenset({"language", "topic"}),
    Page.TICKET: frozenset({"language", "topic", "office"}),
}
"""What is known of a visitor on each page, no more and no less; a ticket may also have a slot."""


@dataclass(frozen=True)
class Limits:
    """Seconds without a touch before a visitor is warned, and from there to the reset (WCAG 2.2.1: 20 s)."""

    idle_s: float = 60.0
    warning_s: float = 20.0


@dataclass(frozen=True)
class Session:
    """What is known of the visitor now. `came_from` is where a change of language on the way returns to."""

    page: Page = Page.ATTRACT
    language: str | None = None
    topic: str | None = None
    slot: Slot | None = None
    office: str | None = None
    came_from: Page | None = None
    last_touch: float = 0.0
    warned_at: float | None = None

    def __post_init__(self) -> None:
        here = self.came_from or self.page
        known = {name for name in ("language", "topic", "office") if getattr(self, name) is not None}
        strays = (self.slot and here is not Page.TICKET) or (
            self.came_from and self.page is not Page.LANGUAGE
        )
        if known != _HOLDS[here] or strays:
            raise ValueError(f"not what is known on the page {here}: {self}")

    @property
    def warned(self) -> bool:
        """Whether the visitor is being asked if they are still there."""
        return self.warned_at is not None


@dataclass(frozen=True)
class Touched:
    """The screen was touched, wherever."""


@dataclass(frozen=True)
class AskedLanguage:
    """The visitor wants another language."""


@dataclass(frozen=True)
class ChoseLanguage:
    """The visitor reads the language `code`."""

    code: str


@dataclass(frozen=True)
class ChoseTopic:
    """The visitor wants help with the topic `id`."""

    id: str


@dataclass(frozen=True)
class AskedTimes:
    """The visitor wants to know when."""


@dataclass(frozen=True)
class ChoseSlot:
    """The visitor wants this time."""

    slot: Slot


@dataclass(frozen=True)
class ChoseOffice:
    """The visitor wants this office, without a time: by phone, by e-mail or at the desk."""

    office: str


@dataclass(frozen=True)
class Back:
    """One page back."""


@dataclass(frozen=True)
class Home:
    """Away from here, at once."""


@dataclass(frozen=True)
class Stay:
    """The visitor answers that they are still there."""


@dataclass(frozen=True)
class Tick:
    """The deadline may have passed."""


Event = (
    Touched | AskedLanguage | ChoseLanguage | ChoseTopic | AskedTimes | ChoseSlot | ChoseOffice
    | Back | Home | Stay | Tick
)  # fmt: skip


def advance(session: Session, event: Event, now_s: float, limits: Limits) -> Session:
    """Return the session after `event` at `now_s`; the same object if the event does not fit the page."""
    if isinstance(event, Tick):
        return _after(session, now_s, limits)
    following = _turn(session, event)
    return session if following is None else replace(following, last_touch=now_s, warned_at=None)


def next_deadline(session: Session, limits: Limits) -> float | None:
    """Return when a `Tick` is due, in seconds of the clock that is passed in; None while no one is here."""
    if session.page is Page.ATTRACT:
        return None
    if session.warned_at is not None:
        return session.warned_at + limits.warning_s
    return session.last_touch + limits.idle_s


def _after(session: Session, now_s: float, limits: Limits) -> Session:
    """Warn, or reset; a late tick still leaves the whole time to answer."""
    deadline = next_deadline(session, limits)
    if deadline is None or now_s < deadline:
        return session
    return Session(last_touch=now_s) if session.warned else replace(session, warned_at=now_s)


def _turn(session: Session, event: Event) -> Session | None:
    if isinstance(event, Stay):
        return session if session.page is not Page.ATTRACT else None
    if isinstance(event, Home):
        return Session() if session.page is not Page.ATTRACT else None
    return _TURNS[type(event)](session, event)


def _touched(session: Session, _event: Event) -> Session | None:
    return replace(session, page=Page.LANGUAGE) if session.page is Page.ATTRACT else session


def _asked_language(session: Session, _event: Event) -> Session | None:
    if session.page is Page.ATTRACT:
        return replace(session, page=Page.LANGUAGE)
    if session.page is Page.LANGUAGE:
        return None
    return replace(session, page=Page.LANGUAGE, came_from=session.page)


def _chose_language(session: Session, event: ChoseLanguage) -> Session | None:
    if session.page is Page.LANGUAGE:
        return replace(session, page=session.came_from or Page.TOPIC, came_from=None, language=event.code)
    page = Page.TOPIC if session.page is Page.ATTRACT else session.page
    return replace(session, page=page, language=event.code)


def _chose_topic(session: Session, event: ChoseTopic) -> Session | None:
    return replace(session, page=Page.HELP, topic=event.id) if session.page is Page.TOPIC else None


def _asked_times(session: Session, _event: Event) -> Session | None:
    return replace(session, page=Page.TIMES) if session.page is Page.HELP else None


def _chose_slot(session: Session, event: ChoseSlot) -> Session | None:
    if session.page is not Page.TIMES or event.slot.topic != session.topic:
        return None
    return replace(session, page=Page.TICKET, slot=event.slot, office=event.slot.office)


def _chose_office(session: Session, event: ChoseOffice) -> Session | None:
    return replace(session, page=Page.TICKET, office=event.office) if session.page is Page.TIMES else None


def _back(session: Session, _event: Event) -> Session | None:
    if session.page is Page.LANGUAGE and session.came_from:
        return replace(session, page=session.came_from, came_from=None)
    return _BACK[session.page](session)


_BACK: dict[Page, Callable[[Session], Session | None]] = {
    Page.ATTRACT: lambda _session: None,
    Page.LANGUAGE: lambda _session: Session(),
    Page.TOPIC: lambda _session: Session(page=Page.LANGUAGE),
    Page.HELP: lambda session: replace(session, page=Page.TOPIC, topic=None),
    Page.TIMES: lambda session: replace(session, page=Page.HELP),
    Page.TICKET: lambda session: replace(session, page=Page.TIMES, slot=None, office=None),
}

_TURNS: dict[type[Event], Callable[..., Session | None]] = {
    Touched: _touched,
    AskedLanguage: _asked_language,
    ChoseLanguage: _chose_language,
    ChoseTopic: _chose_topic,
    AskedTimes: _asked_times,
    ChoseSlot: _chose_slot,
    ChoseOffice: _chose_office,
    Back: _back,
}
