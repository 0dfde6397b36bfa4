"""Every page that a visitor can come to, and the events that lead there, found by the session itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, get_args

from kiosk.booking.slots import open_slots
from kiosk.ui.world import World
from kiosk.visitor.events import AskedDays, Event, Touched
from kiosk.visitor.session import Limits, Page, Session, advance

_NOT_TAKEN = {"Back", "Stay", "Tick", "Touched"}
"""What leads to no page that another event does not lead to; a visit begins with the choice of language."""

STEP_S = 10.0


@dataclass(frozen=True)
class Place:
    """A page as it is reached: its name, unique for the language, and the events from the first touch on."""

    name: str
    events: tuple[Event, ...]


def places(world: World, language: str, now: datetime) -> Iterator[Place]:
    """Yield each page that a visitor who reads `language` can come to, by the shortest way."""
    possible = {topic: tuple(_possible(world, language, now, topic)) for topic in (None, *world.topics)}
    begin: tuple[Event, ...] = (Touched(),)
    ways = deque([(_after(Session(), begin[0], 0), begin)])
    known = set()
    while ways:
        session, events = ways.popleft()
        name = _name(session)
        if name in known or session.page is Page.ATTRACT:
            continue
        known.add(name)
        yield Place(name, events)
        for event in possible[session.topic]:
            following = _after(session, event, len(events))
            if following is not session:
                ways.append((following, (*events, event)))


def _after(session: Session, event: Event, step: int) -> Session:
    return advance(session, event, step * STEP_S, Limits())


def _possible(world: World, language: str, now: datetime, topic: str | None) -> Iterator[Event]:
    """Yield the events that a finger can make, one for each choice there is for a topic."""
    slots = open_slots(world.slots, topic, now) if world.slots and topic else ()
    here = [slot for slot in slots if slot.office == world.office_id]
    choices: dict[str, tuple[Any, ...]] = {
        "code": (language,),
        "id": world.topics,
        "office": (world.office_id,),
        "slot": tuple(slots[:1]),
        "day": tuple(world.local(slot.start).date() for slot in here[:1]),
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
    parts = [session.shown.value]
    if session.shown is session.page and session.topic:
        parts += [session.topic, *(["time"] if session.slot else [])]
    return "-".join(parts)
