"""The ticket page: how to book what the visitor has chosen."""

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
    """The texts of the ticket page."""

    has_time: bool = False
    """Whether the ticket is for a time, not just for an office."""

    qr: QUrl = field(default_factory=QUrl)
    """The way to book as a code; empty if there is none that a phone can use."""

    calendar_qr: QUrl = field(default_factory=QUrl)
    """The time as a calendar file in a code; empty if it may no longer be free."""

    steps: tuple[StepRow, ...] = nested(StepRow)
    """What to do until the time is booked."""

    not_booked: str = ""
    warning: str = ""
    """Why the time that was chosen is not named."""

    how_staff: str = ""
    """The first step in the staff's language; empty if that is the visitor's."""

    at_desk: bool = False
    """Whether the visitor can book at the desk."""

    staff_open: bool = False
    """Whether the office is open now."""

    staff_words: str = ""
    """The visitor's request in the staff's language."""

    staff_language: str = field(default=STAFF_LANGUAGE, metadata=CONSTANT)
    code: str = ""
    """A short code that staff read out to be sure of the time."""

    facts: tuple[FactRow, ...] = nested(FactRow)
    ways: tuple[FactRow, ...] = nested(FactRow)
    """The ways to book without a code."""


@QmlElement
class TicketPageModel(DeskPage[TicketText]):
    """The ticket, on the screen and on paper."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(TicketText(), host, parent)
        self.ticket = Ticket()
        """The ticket itself; empty on every other page."""

    def words(self, state: DeskState) -> TicketText:
        """Return the texts of the ticket; empty on every other page."""
        self.ticket = ticket_of(state)
        return ticket_text(self.ticket, state)

    def printed_parts(self) -> tuple[Part, ...]:
        """Return the parts of the printed ticket; empty without a ticket."""
        state = self._host.state()
        if state is None or not self.ticket.facts:
            return ()
        return ticket_parts(self.ticket, state.language, rtl=state.context.is_rtl(state.language))


def ticket_of(state: DeskState) -> Ticket:
    """Return the ticket for the visitor's choice; empty on every other page."""
    session = state.session
    if session.page is not Page.TICKET or session.topic is None or session.office is None:
        return Ticket()
    return ticket(state.context, session.topic, session.office, session.slot, state.language, state.now)


def ticket_text(ticket: Ticket, state: DeskState) -> TicketText:
    """Return the texts of the ticket page."""
    if not ticket.facts:
        return TicketText()
    return TicketText(
        has_time=ticket.slot is not None,
        qr=ticket.qr,
        calendar_qr=ticket.calendar_qr,
        steps=tuple(StepRow(str(number), text) for number, text in enumerate(ticket.steps, 1)),
        not_booked=ticket.not_booked,
        warning=ticket.warning,
        how_staff=ticket.staff_steps[0] if ticket.staff_steps else "",
        at_desk=ticket.at_desk,
        staff_open=ticket.staff_here,
        staff_words=ticket.staff_words,
        code=ticket.code,
        facts=(*ticket.facts, *_bring(ticket, state)),
        ways=(*ticket.ways, *_change(ticket)),
    )


def _bring(ticket: Ticket, state: DeskState) -> tuple[FactRow, ...]:
    """Return what to bring as one fact."""
    if not ticket.bring:
        return ()
    return (FactRow(state.say.say("bring"), state.say.say("bring"), " · ".join(ticket.bring), "document"),)


def _change(ticket: Ticket) -> tuple[FactRow, ...]:
    return (FactRow(ticket.change, ticket.change, "", "calendar"),) if ticket.change else ()
