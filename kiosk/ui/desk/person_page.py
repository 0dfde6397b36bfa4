"""The page for talking to a person: where, until when, and by phone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.fact_rows import FactRow, way_to
from kiosk.ui.phrases import isolated
from kiosk.ui.rows import nested
from kiosk.ui.slides.attract_bar import office_words
from kiosk.ui.slides.slide_card import SlideRow
from kiosk.ui.slides.slide_rows import week_hours

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class PersonText:
    """Where there is someone to talk to, and the hours of the coming week."""

    facts: tuple[FactRow, ...] = nested(FactRow)
    hours: tuple[SlideRow, ...] = nested(SlideRow)
    hours_title: str = ""


@QmlElement
class PersonPageModel(DeskPage[PersonText]):
    """The staff of this office."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(PersonText(), host, parent)

    def words(self, state: DeskState) -> PersonText:
        """Return where and when there is someone."""
        return PersonText(
            facts=tuple(_facts(state)),
            hours=week_hours(state.context.office, state.say, state.context.today(state.now)),
            hours_title=state.say.say("opening_hours"),
        )


def _facts(state: DeskState) -> Iterator[FactRow]:
    context, office, say = state.context, state.context.office, state.say
    condition = office_words(context, context.office_id, say, state.now, "staff_until")[1]
    if condition:
        yield FactRow(say.say("when"), condition, "", "clock")
    name, way = context.text(office.name, state.language), way_to(context, office, state.language)
    yield FactRow(say.say("where"), name, way, "location")
    if office.booking.phone:
        yield FactRow(say.say("phone"), isolated(office.booking.phone), "", "phone")
