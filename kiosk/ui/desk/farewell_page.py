"""The last page, which asks how it went."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.visitor.events import Rated

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Rating:
    """The face that was touched, 5 the best; 0 before that."""

    face: int = 0


@QmlElement
class FarewellPageModel(DeskPage[Rating]):
    """The question, and its answer."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(Rating(), host, parent)

    def words(self, state: DeskState) -> Rating:
        """Return the answer."""
        return Rating(state.session.face or 0)

    @Slot(int)
    def rate(self, face: int) -> None:
        """Say how it went, 5 the best."""
        self._host.send(Rated(face))
