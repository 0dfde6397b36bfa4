"""The first part of a topic page: when and where the visitor can come."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.fact_rows import FactRow
from kiosk.ui.phrases import RIGHT_TO_LEFT, any_direction, isolated
from kiosk.ui.rows import nested
from kiosk.ui.times_words import OfficeTimesRow, SlotRow, TopicTimes, topic_times
from kiosk.visitor.events import AskedDays, ChoseOffice, ChoseSlot
from kiosk.visitor.session import Page

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class ElsewhereRow:
    """Another office, and when to come there; `bookable` if there are times to choose from."""

    office: str
    name: str
    when: str
    bookable: bool


@frozen
class NextTimes:
    """When to come for the topic: to the first office to suggest, then to the others."""

    drop_in: str = ""
    """When to come to the first office without booking."""

    first: tuple[SlotRow, ...] = nested(SlotRow)
    """The next free time there, if there is one."""

    later: tuple[SlotRow, ...] = nested(SlotRow)
    office_id: str = ""
    office: str = ""
    here: bool = False
    """Whether that is the office where the screen is."""

    condition: str = ""
    """Whether it is open, and when its times were updated; beside `drop_in`, only the update."""

    warning: str = ""
    """Why there is no time to choose."""

    contact: tuple[FactRow, ...] = nested(FactRow)
    """The phone number, if there is no time to choose."""

    more: bool = False
    """Whether more times are free than are shown."""

    elsewhere: tuple[ElsewhereRow, ...] = nested(ElsewhereRow)


@QmlElement
class NextTimesModel(DeskPage[NextTimes]):
    """The times for the topic that the visitor has chosen."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(NextTimes(), host, parent)

    def words(self, state: DeskState) -> NextTimes:
        """Return when to come; empty on every other page."""
        topic = state.session.topic
        if topic is None or state.session.shown is not Page.HELP:
            return NextTimes()
        times = topic_times(state.context, topic, state.language, state.now)
        if not times.offices:
            return NextTimes(warning=_warning(times, None), contact=_contact(state, None))
        lead = times.offices[0]
        return NextTimes(
            drop_in=lead.drop_in,
            first=lead.slots[:1],
            later=lead.slots[1:],
            office_id=lead.office,
            office=_where(lead, state),
            here=lead.here,
            condition=_condition(lead, times),
            warning=_warning(times, lead),
            contact=_contact(state, lead),
            more=lead.more,
            elsewhere=tuple(_elsewhere(office, state) for office in times.offices[1:]),
        )

    @Slot(str)
    def chooseSlot(self, key: str) -> None:
        """Create a ticket for a time; ignored if it is no longer free."""
        state = self._host.state()
        slot = state.free_slot(key) if state else None
        if slot:
            self._host.send(ChoseSlot(slot))

    @Slot(str)
    def chooseOffice(self, office: str) -> None:
        """Create a ticket for an office, with the time to be agreed."""
        self._host.send(ChoseOffice(office))

    @Slot(str)
    def askDays(self, office: str) -> None:
        """Show all days on which an office has free times."""
        self._host.send(AskedDays(office))


def _where(lead: OfficeTimesRow, state: DeskState) -> str:
    if lead.here:
        return state.say.say("here", lead.name)
    return _joined(state, lead.name, lead.distance, lead.address)


def _condition(lead: OfficeTimesRow, times: TopicTimes) -> str:
    if lead.drop_in:
        return times.as_of if lead.slots else ""
    return " · ".join(part for part in (lead.condition, times.as_of) if part)


def _warning(times: TopicTimes, lead: OfficeTimesRow | None) -> str:
    """Return why there are no times; "none free" is left out where visitors can come without booking."""
    if lead and (lead.slots or lead.drop_in):
        return times.unknown or lead.note
    return times.unknown or times.none_free or (lead.note if lead else "")


def _contact(state: DeskState, lead: OfficeTimesRow | None) -> tuple[FactRow, ...]:
    """Return the phone number of the office if there is no time to choose."""
    name = lead.office if lead else state.context.office_id
    phone = state.context.feed.offices[name].booking.phone
    if (lead and lead.slots) or not phone:
        return ()
    return (FactRow(state.say.say("phone"), isolated(phone), "", "phone"),)


def _elsewhere(row: OfficeTimesRow, state: DeskState) -> ElsewhereRow:
    first = [f"{slot.day} {slot.time}" for slot in row.slots[:1]]
    when = " · ".join([*([row.drop_in] if row.drop_in else []), *first]) or row.note or row.condition
    return ElsewhereRow(row.office, _joined(state, row.name, row.distance), when, bool(row.slots))


def _joined(state: DeskState, *parts: str) -> str:
    """Join the parts of a line, each in its own direction: otherwise a number would attach to a Latin name.

    The line starts with a mark in the direction of the reader's language, because nothing else sets it.
    """
    mark = RIGHT_TO_LEFT if state.context.is_rtl(state.language) else ""
    return mark + " · ".join(any_direction(part) for part in parts if part)
