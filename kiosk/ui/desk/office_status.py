"""The name of this office and whether it is open, shown above the area within reach."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.slides.attract_bar import office_words

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class OfficeStatus:
    """This office; `condition` is until when it is open, or when it opens, if the time is known."""

    name: str = ""
    condition: str = ""
    open: bool = False


@QmlElement
class OfficeStatusModel(DeskPage[OfficeStatus]):
    """This office, in the visitor's language."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(OfficeStatus(), host, parent)

    def words(self, state: DeskState) -> OfficeStatus:
        """Return the current status of the office."""
        context = state.context
        is_open, condition = office_words(context, context.office_id, state.say, state.now)
        return OfficeStatus(context.text(context.office.name, state.language), condition, is_open)
