"""The page of an office's days, and the page of a day's times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.booking.slots import Slot as FreeSlot
from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.phrases import any_direction, capital
from kiosk.ui.rows import nested
from kiosk.ui.times_words import (
    SlotRow,
    freshness_words,
    list_freshness,
    place_freshness,
    slot_key,
    unknown_words,
)
from kiosk.visitor.events import ChoseDay, ChoseOffice, ChoseSlot
from kiosk.visitor.session import Page

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class DayChoices:
    """The days with a free time at the office, or the free times of a day."""

    note: str = ""
    """The office, the day if one is chosen, and how current the times are."""

    known: bool = True
    """Whether the free times are known: if so, no rows mean that nothing is free."""

    choices: tuple[SlotRow, ...] = nested(SlotRow)


@QmlElement
class DaysPageModel(DeskPage[DayChoices]):
    """The choice of a day, or of a time on that day."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(DayChoices(), host, parent)

    def words(self, state: DeskState) -> DayChoices:
        """Return the current choices."""
        return day_choices(state)

    @Slot(str)
    def choose(self, key: str) -> None:
        """Show all times of a day, or create a ticket for a time that is still free."""
        state = self._host.state()
        event = _event(state, key) if state else None
        if event:
            self._host.send(event)

    @Slot()
    def chooseNoTime(self) -> None:
        """Create a ticket for the office, with the time to be agreed."""
        state = self._host.state()
        if state and state.session.office:
            self._host.send(ChoseOffice(state.session.office))


def _event(state: DeskState, key: str) -> ChoseDay | ChoseSlot | None:
    if state.session.page is Page.DAYS:
        day = _day(key)
        return ChoseDay(day) if day else None
    slot = state.free_slot(key)
    return ChoseSlot(slot) if slot else None


def _day(key: str) -> date | None:
    try:
        return date.fromisoformat(key)
    except ValueError:
        return None


def day_choices(state: DeskState) -> DayChoices:
    """Return the choices at the office, and how current they are."""
    office, topic = state.session.office, state.session.topic
    if state.session.page not in {Page.DAYS, Page.DAY} or office is None or topic is None:
        return DayChoices()
    fresh = place_freshness(state.context, office, topic, state.now)
    known = fresh.known and list_freshness(state.context, state.now).known
    freshness_note = (
        freshness_words(state.context, topic, state.language, state.now)
        if fresh.known
        else unknown_words(fresh, state.context, state.say, state.now)
    )
    rows = _days(state) if state.session.page is Page.DAYS else _times(state)
    return DayChoices(_note(state, office, freshness_note), known, tuple(rows))


def _note(state: DeskState, office: str, freshness_note: str) -> str:
    parts = [state.context.text(state.context.feed.offices[office].name, state.language)]
    if state.session.day:
        parts.append(capital(state.say.day(state.session.day, state.context.today(state.now))))
    mark = "\u200f" if state.context.is_rtl(state.language) else "\u200e"  # the direction of the whole line
    return mark + " · ".join(map(any_direction, [*parts, freshness_note]))


def _days(state: DeskState) -> Iterator[SlotRow]:
    say, today = state.say, state.context.today(state.now)
    for day, slots in groupby(_free(state), lambda slot: state.context.local(slot.start).date()):
        starts = [state.context.local(slot.start) for slot in slots]
        words = say.time(starts[0]) if starts[0] == starts[-1] else say.span(starts[0], starts[-1])
        yield SlotRow(
            day.isoformat(), capital(say.day(day, today)), words, capital(say.short_day(day, today))
        )


def _times(state: DeskState) -> Iterator[SlotRow]:
    say, today = state.say, state.context.today(state.now)
    for slot in _free(state):
        start, end = state.context.local(slot.start), state.context.local(slot.end)
        if start.date() == state.session.day:
            yield SlotRow(
                slot_key(slot),
                capital(say.short_day(start.date(), today)),
                say.span(start, end),
                say.time(start),
            )


def _free(state: DeskState) -> list[FreeSlot]:
    return [slot for slot in state.free_slots() if slot.office == state.session.office]
