"""What each event does to a visitor's session.

Every way home creates a new session, so that nothing of one visitor is left for the next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.visitor.events import (
    Answered,
    AskedDays,
    AskedLanguage,
    AskedPerson,
    AskedSearch,
    Back,
    ChoseDay,
    ChoseLanguage,
    ChoseOffice,
    ChoseSlot,
    ChoseTopic,
    Eased,
    Event,
    Home,
    Rated,
    Searched,
    Stay,
    Touched,
    TouchedTopic,
)
from kiosk.visitor.session import FACES, Page, Session, SessionLimits


def transformed(session: Session, event: Event, limits: SessionLimits) -> Session | None:
    """Return the session after an event other than `Tick`; None if the event does not fit the page."""
    if isinstance(event, Stay):
        return session if session.page is not Page.ATTRACT else None
    if isinstance(event, Home):
        return started_over(session, limits)
    if isinstance(event, Rated):
        return _rated(session, event, limits.question or None)
    if isinstance(event, ChoseTopic) and limits.reads_first and _is_first_touch(session, event.id):
        return replace(session, pointed=event.id)
    return _TURNS[type(event)](session, event)


def _is_first_touch(session: Session, topic: str) -> bool:
    """Return whether a visitor who listens touches a topic for the first time, to have it read aloud."""
    chooses = session.page is Page.TOPIC and session.shown in {Page.TOPIC, Page.SEARCH}
    return chooses and session.ease.listening and session.pointed != topic


def started_over(session: Session, limits: SessionLimits) -> Session | None:
    """Return the session after leaving; a visitor who got as far as a help page may first rate the visit."""
    if session.page is Page.ATTRACT:
        return None
    if limits.may_ask and session.page in {Page.HELP, Page.DAYS, Page.DAY, Page.TICKET}:
        return Session(page=Page.FAREWELL, language=session.language, ease=session.ease)
    return Session()


def _touched(session: Session, event: Touched) -> Session | None:
    if session.page is Page.FAREWELL:
        return Session() if session.face is None or session.questioned else None
    if session.page is Page.ATTRACT:
        return replace(session, page=Page.LANGUAGE, nearest=event.language)
    return session


def _touched_topic(session: Session, event: TouchedTopic) -> Session | None:
    if session.page is not Page.ATTRACT:
        return None
    return replace(session, page=Page.HELP, language=event.language, topic=event.id, nearest=event.language)


def _aside(session: Session, page: Page) -> Session | None:
    """Cover the shown page with an aside; one that is already open moves to the top."""
    if session.page in {Page.ATTRACT, Page.FAREWELL} or session.shown is page:
        return None
    return replace(session, asides=(*(aside for aside in session.asides if aside is not page), page))


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
    return replace(session, page=Page.HELP, asides=(), query="", topic=event.id, pointed=None)


def _asked_days(session: Session, event: AskedDays) -> Session | None:
    if session.shown is not Page.HELP:
        return None
    return replace(session, page=Page.DAYS, office=event.office, by_days=True)


def _chose_day(session: Session, event: ChoseDay) -> Session | None:
    return replace(session, page=Page.DAY, day=event.day) if session.shown is Page.DAYS else None


def _chose_slot(session: Session, event: ChoseSlot) -> Session | None:
    if session.shown not in {Page.HELP, Page.DAY} or event.slot.topic != session.topic:
        return None
    if session.office not in {None, event.slot.office}:
        return None
    return replace(session, page=Page.TICKET, slot=event.slot, office=event.slot.office)


def _chose_office(session: Session, event: ChoseOffice) -> Session | None:
    if session.shown not in {Page.HELP, Page.DAYS} or session.office not in {None, event.office}:
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


def _rated(session: Session, event: Rated, question: str | None) -> Session | None:
    fits = session.page is Page.FAREWELL and session.face is None and event.face in FACES
    return replace(session, face=event.face, question=question) if fits else None


def _answered(session: Session, event: Answered) -> Session | None:
    return replace(session, answer=event.answer) if session.questioned else None


def _back(session: Session, _event: Event) -> Session | None:
    if session.asides:
        query = "" if session.shown is Page.SEARCH else session.query
        return replace(session, asides=session.asides[:-1], query=query)
    return _BACK[session.page](session)


def _from_ticket(session: Session) -> Session:
    if session.by_days:
        return replace(session, page=Page.DAY if session.day else Page.DAYS, slot=None)
    return replace(session, page=Page.HELP, slot=None, office=None)


_BACK: dict[Page, Callable[[Session], Session | None]] = {
    Page.ATTRACT: lambda _session: None,
    Page.LANGUAGE: lambda _session: Session(),
    Page.TOPIC: lambda session: Session(page=Page.LANGUAGE, ease=session.ease, nearest=session.nearest),
    Page.HELP: lambda session: replace(session, page=Page.TOPIC, topic=None),
    Page.DAYS: lambda session: replace(session, page=Page.HELP, office=None, by_days=False),
    Page.DAY: lambda session: replace(session, page=Page.DAYS, day=None),
    Page.TICKET: _from_ticket,
    Page.FAREWELL: lambda _session: Session(),
}

_TURNS: dict[type[Event], Callable[..., Session | None]] = {
    Touched: _touched,
    TouchedTopic: _touched_topic,
    AskedLanguage: _asked_language,
    ChoseLanguage: _chose_language,
    ChoseTopic: _chose_topic,
    AskedDays: _asked_days,
    ChoseDay: _chose_day,
    ChoseSlot: _chose_slot,
    ChoseOffice: _chose_office,
    AskedSearch: _asked_search,
    Searched: _searched,
    AskedPerson: _asked_person,
    Eased: _eased,
    Answered: _answered,
    Back: _back,
}
