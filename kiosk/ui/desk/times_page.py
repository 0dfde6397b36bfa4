"""The page of the next free times for a topic, here and at other offices."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.rows import nested
from kiosk.ui.times_words import OfficeTimesRow, freshness_words, office_times
from kiosk.visitor.events import AskedDays, ChoseOffice, ChoseSlot

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class TimesText:
    """Where and when one can come, and how sure that is."""

    icon: str = ""
    """The pictogram of the topic."""

    freshness: str = ""
    offices: tuple[OfficeTimesRow, ...] = nested(OfficeTimesRow)


@QmlElement
class TimesPageModel(DeskPage[TimesText]):
    """The choice of a time, or of an office to agree on one with."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(TimesText(), host, parent)

    def words(self, state: DeskState) -> TimesText:
        """Return the times that are free now."""
        topic = state.session.topic
        if state.topic is None or topic is None:
            return TimesText()
        return TimesText(
            icon=state.topic.icon,
            freshness=freshness_words(state.context, topic, state.language, state.now),
            offices=office_times(state.context, topic, state.language, state.now),
        )

    @Slot(str)
    def chooseSlot(self, key: str) -> None:
        """Make a ticket for a time that is still free; one that has passed changes nothing."""
        state = self._host.state()
        slot = state.free_slot(key) if state else None
        if slot:
            self._host.send(ChoseSlot(slot))

    @Slot(str)
    def chooseOffice(self, office: str) -> None:
        """Make a ticket for an office, the time to be agreed."""
        self._host.send(ChoseOffice(office))

    @Slot(str)
    def askDays(self, office: str) -> None:
        """Show all days on which an office has a free time."""
        self._host.send(AskedDays(office))
