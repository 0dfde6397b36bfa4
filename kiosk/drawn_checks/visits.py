"""Every page that a visitor can reach, and the events that lead there, found by running the state machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, get_args

from kiosk.booking.slots import open_slots
from kiosk.drawn_checks.still_printer import CONDITIONS
from kiosk.feed.targeting import questions_for
from kiosk.feed.wall_time import Now
from kiosk.frozen import frozen
from kiosk.ui.screen_context import ScreenContext
from kiosk.visitor.events import Answered, AskedDays, ChoseLanguage, Event, Tick, Touched
from kiosk.visitor.session import FACES, Page, Session, SessionLimits
from kiosk.visitor.state_machine import advance

_NOT_TAKEN = {"Back", "Stay", "Tick", "Touched"}
"""Events that lead to no page that other events do not reach; a visit begins with the choice of language."""

THANKS = "farewell-thanks"
STEP_S = 10.0
"""The seconds between two touches."""


@frozen
class VisitedPage:
    """A page and how it is reached: its name, unique within a language, and the events since the first touch.

    `printer` is the condition of the printer; empty if there is none.
    """

    name: str
    events: tuple[Event, ...]
    page: Page
    topic: str | None = None
    printer: str = ""
    question: str = ""
    """The id of the question that is asked second."""

    @property
    def asked(self) -> bool:
        """Whether a question covers the page: if the visitor is still there, or wants to start over."""
        return isinstance(self.events[-1], Tick) or self.name.startswith("undo")


def places(context: ScreenContext, language: str, now: Now) -> Iterator[VisitedPage]:
    """Yield each page that a visitor who reads `language` can reach, by the shortest way.

    The first page of a visit is the same for everyone, and yielded only for the first language of the screen;
    for the other languages, the language page is yielded as it looks when the visitor returns to it.
    """
    if language == context.screen.languages[0]:
        yield VisitedPage(Page.LANGUAGE.value, (Touched(),), Page.LANGUAGE)
    first_ticket = None
    for place in _reached(context, language, now):
        if place.page is not Page.LANGUAGE or language != context.screen.languages[0]:
            yield place
        if place.name == Page.TOPIC:
            yield replace(place, name="warning", events=(*place.events, Tick()))
        if place.page is Page.TICKET:
            first_ticket = first_ticket or place
        if place.name == THANKS:
            yield from _questions(context, place)
    for condition in CONDITIONS if first_ticket else ():
        assert first_ticket  # noqa: S101  # for mypy
        yield replace(first_ticket, name=f"print-{condition}", printer=condition)


def _questions(context: ScreenContext, rated: VisitedPage) -> Iterator[VisitedPage]:
    """Yield each question that the screen asks on any day, and the thanks for its answer."""
    for name, question in questions_for(context.feed, context.screen_id).items():
        asked = replace(rated, name=f"farewell-{name}", question=name)
        answered = (*rated.events, Answered(question.answers[0].id))
        yield from (asked, replace(asked, name=f"farewell-{name}-thanks", events=answered))


def _reached(context: ScreenContext, language: str, now: Now) -> Iterator[VisitedPage]:
    possible = {topic: tuple(_possible(context, language, now, topic)) for topic in (None, *context.topics)}
    begin: tuple[Event, ...] = (Touched(), ChoseLanguage(language))
    ways = deque([(_after(_after(Session(), begin[0], 0), begin[1], 1), begin)])
    known = set()
    while ways:
        session, events = ways.popleft()
        name = _name(session)
        if name in known or session.page is Page.ATTRACT:
            continue
        known.add(name)
        yield VisitedPage(name, events, session.shown, session.topic)
        for event in possible[session.topic]:
            following = _after(session, event, len(events))
            if following is not session:
                ways.append((following, (*events, event)))


def _after(session: Session, event: Event, step: int) -> Session:
    return advance(session, event, step * STEP_S, SessionLimits(may_ask=True)).session


def _possible(context: ScreenContext, language: str, now: Now, topic: str | None) -> Iterator[Event]:
    """Yield the events that a touch can cause, one for each choice that a topic offers."""
    slots = open_slots(context.slots, topic, now) if context.slots and topic and now else ()
    here = [slot for slot in slots if slot.office == context.office_id]
    choices: dict[str, tuple[Any, ...]] = {
        "code": (language,),
        "id": context.topics,
        "office": (context.office_id,),
        "slot": tuple(slots[:1]),
        "day": tuple(context.local(slot.start).date() for slot in here[:1]),
        "face": tuple(FACES[-1:]),
    }
    for kind in get_args(Event):
        names = [field.name for field in fields(kind)]
        if (
            kind.__name__ in _NOT_TAKEN
            or not set(names) <= choices.keys()
            or (kind is AskedDays and not here)
        ):
            continue
        if not names:
            yield kind()
        else:
            yield from (kind(choice) for choice in choices[names[0]])


def _name(session: Session) -> str:
    if session.face:
        return THANKS
    if session.leaving:  # it leads to the farewell, but only if the visitor has seen help
        return "undo-topic" if session.topic else "undo"
    parts = [session.shown.value]
    if session.shown is session.page and session.topic:
        parts += [session.topic, *(["time"] if session.slot else [])]
    return "-".join(parts)
