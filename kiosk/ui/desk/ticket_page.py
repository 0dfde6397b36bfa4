"""The page of the ticket: the way to book what the visitor has chosen."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.fact_rows import STAFF_LANGUAGE, FactRow
from kiosk.ui.desk.ticket import Ticket, ticket
from kiosk.ui.desk.ticket_image import Part
from kiosk.ui.desk.ticket_words import ticket_parts
from kiosk.ui.rows import nested
from kiosk.ui.view_model import CONSTANT
from kiosk.visitor.session import Page

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class StepRow:
    """One step, with its number."""

    number: str
    text: str


@frozen
class TicketText:
    """A ticket as it is shown."""

    has_time: bool = False
    """Whether it is for a time, and not only for an office."""

    qr: QUrl = field(default_factory=QUrl)
    """The way to book as a code; empty if there is none for a telephone."""

    calendar_qr: QUrl = field(default_factory=QUrl)
    """The time for the visitor's calendar as a code; empty if it is not sure."""

    steps: tuple[StepRow, ...] = nested(StepRow)
    """What to do until the time is booked."""

    not_booked: str = ""
    warning: str = ""
    """Why no time is named that was chosen."""

    how_staff: str = ""
    """The first step in the language of the desk; empty if that is the visitor's."""

    at_desk: bool = False
    """Whether one can book at the desk."""

    staff_open: bool = False
    """Whether it is open now."""

    staff_words: str = ""
    """The visitor's wish in the language of the desk."""

    staff_language: str = field(default=STAFF_LANGUAGE, metadata=CONSTANT)
    code: str = ""
    """What the desk reads out to be sure of the time."""

    facts: tuple[FactRow, ...] = nested(FactRow)
    ways: tuple[FactRow, ...] = nested(FactRow)
    """The ways to book without a code."""


@QmlElement
class TicketPageModel(DeskPage[TicketText]):
    """The ticket, on the screen and on paper."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(TicketText(), host, parent)
        self.ticket = Ticket()
        """The ticket itself; empty on all other pages."""

    def words(self, state: DeskState) -> TicketText:
        """Return the ticket for what is chosen; an empty one on all other pages."""
        self.ticket = ticket_of(state)
        return ticket_text(self.ticket, state)

    def printed_parts(self) -> tuple[Part, ...]:
        """Return the ticket as it is printed; nothing while there is none."""
        state = self._host.state()
        if state is None or not self.ticket.facts:
            return ()
        return ticket_parts(self.ticket, state.language, rtl=state.context.is_rtl(state.language))


def ticket_of(state: DeskState) -> Ticket:
    """Return what the visitor takes along from the page of the ticket."""
    session = state.session
    if session.page is not Page.TICKET or session.topic is None or session.office is None:
        return Ticket()
    return ticket(state.context, session.topic, session.office, session.slot, state.language, state.now)


def ticket_text(made: Ticket, state: DeskState) -> TicketText:
    """Return a ticket as it is shown."""
    if not made.facts:
        return TicketText()
    return TicketText(
        has_time=made.slot is not None,
        qr=made.qr,
        calendar_qr=made.calendar_qr,
        steps=tuple(StepRow(str(number), text) for number, text in enumerate(made.steps, 1)),
        not_booked=made.not_booked,
        warning=made.warning,
        how_staff=made.staff_steps[0] if made.staff_steps else "",
        at_desk=made.at_desk,
        staff_open=made.staff_here,
        staff_words=made.staff_words,
        code=made.code,
        facts=(*made.facts, *_bring(made, state)),
        ways=(*made.ways, *_change(made)),
    )


def _bring(made: Ticket, state: DeskState) -> tuple[FactRow, ...]:
    """Return what to bring as one fact."""
    if not made.bring:
        return ()
    return (FactRow(state.say.say("bring"), state.say.say("bring"), " · ".join(made.bring), "document"),)


def _change(made: Ticket) -> tuple[FactRow, ...]:
    return (FactRow(made.change, made.change, "", "calendar"),) if made.change else ()
