"""What the pages of one office's days and times say, as rows to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from kiosk.booking.slots import Slot
from kiosk.feed.wall_time import Now
from kiosk.ui.phrases import any_direction, capital, phrases
from kiosk.ui.times_words import (
    SlotRow,
    free_slots,
    freshness_words,
    list_freshness,
    place_freshness,
    slot_key,
    unknown_words,
)
from kiosk.ui.world import World
from kiosk.visitor.session import Page, Session


def choices(world: World, session: Session, language: str, now: Now) -> tuple[SlotRow, ...]:
    """Return what there is to choose: the days with a free time at the office, or the free times of a day."""
    if session.page is Page.DAYS:
        return tuple(_days(world, session, language, now))
    if session.page is Page.DAY:
        return tuple(_times(world, session, language, now))
    return ()


def are_choices_known(world: World, session: Session, now: Now) -> bool:
    """Return whether it is known what there is to choose, so that nothing means that nothing is free."""
    if session.office is None or session.topic is None:
        return True
    return (
        place_freshness(world, session.office, session.topic, now).known and list_freshness(world, now).known
    )


def choices_note(world: World, session: Session, language: str, now: Now) -> str:
    """Return where, on which day if one is chosen, and how sure that is."""
    if session.page not in {Page.DAYS, Page.DAY} or session.office is None or session.topic is None:
        return ""
    parts = [world.text(world.feed.offices[session.office].name, language)]
    if session.day:
        parts.append(capital(phrases(language).day(session.day, world.today(now))))
    parts.append(_how_sure(world, session.office, session.topic, language, now))
    begin = "\u200f" if world.is_rtl(language) else "\u200e"  # which way the whole line runs
    return begin + " · ".join(map(any_direction, parts))


def _how_sure(world: World, office: str, topic: str, language: str, now: Now) -> str:
    fresh = place_freshness(world, office, topic, now)
    if fresh.known:
        return freshness_words(world, topic, language, now)
    return unknown_words(fresh, world, phrases(language), now)


def _days(world: World, session: Session, language: str, now: Now) -> Iterator[SlotRow]:
    say, today = phrases(language), world.today(now)
    for day, slots in groupby(_free(world, session, now), lambda slot: world.local(slot.start).date()):
        starts = [world.local(slot.start) for slot in slots]
        words = say.time(starts[0]) if starts[0] == starts[-1] else say.span(starts[0], starts[-1])
        yield SlotRow(day.isoformat(), capital(say.day(day, today)), words)


def _times(world: World, session: Session, language: str, now: Now) -> Iterator[SlotRow]:
    say, today = phrases(language), world.today(now)
    for slot in _free(world, session, now):
        start, end = world.local(slot.start), world.local(slot.end)
        if start.date() == session.day:
            yield SlotRow(slot_key(slot), capital(say.short_day(start.date(), today)), say.span(start, end))


def _free(world: World, session: Session, now: Now) -> list[Slot]:
    if session.topic is None:
        return []
    return [slot for slot in free_slots(world, session.topic, now) if slot.office == session.office]


def day_of(key: str) -> date | None:
    """Return the day that a row of days names; None if it names none."""
    try:
        return date.fromisoformat(key)
    except ValueError:
        return None
