"""What all pages of the desk share: the current page, the language, and the bar at the bottom."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.view_model import CONSTANT
from kiosk.visitor.events import AskedLanguage, AskedPerson, Back, Home, Stay, Touched
from kiosk.visitor.session import Page, SessionLimits

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class ControlsState:
    """Where the visitor is."""

    page: str = Page.ATTRACT.value
    """The current page, a value of `Page`."""

    warned: bool = False
    """Whether the visitor is being asked if they are still there."""

    warning_seconds: int = field(default=int(SessionLimits().warning_s), metadata=CONSTANT)
    """How long that question is shown before the session ends."""

    leaving: bool = False
    """Whether the visitor is about to start over."""

    undo_seconds: int = field(default=int(SessionLimits().undo_s), metadata=CONSTANT)
    """How long that can be undone."""

    language: str = "sv"
    language_name: str = ""
    """The language's own name."""

    rtl: bool = False


@QmlElement
class DeskControls(DeskPage[ControlsState]):
    """The actions of the bar: home, back, a person, the language; and every other sign of life."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(ControlsState(), host, parent)

    def words(self, state: DeskState) -> ControlsState:
        """Return where the visitor is."""
        return ControlsState(
            page=state.session.shown.value,
            warned=state.session.warned,
            leaving=state.session.leaving,
            language=state.language,
            language_name=state.context.feed.languages[state.language].name,
            rtl=state.context.is_rtl(state.language),
        )

    @Slot()
    def touch(self) -> None:
        """Take any touch as a sign of life, or as the start of a session."""
        self._host.send(Touched())

    @Slot()
    def back(self) -> None:
        """Go one page back."""
        self._host.send(Back())

    @Slot()
    def home(self) -> None:
        """Start over; at once if called twice."""
        self._host.send(Home())

    @Slot()
    def stay(self) -> None:
        """Confirm being still there, after the warning, or undo starting over."""
        self._host.send(Stay())

    @Slot()
    def askLanguage(self) -> None:
        """Open the language page on top of the current page."""
        self._host.send(AskedLanguage())

    @Slot()
    def askPerson(self) -> None:
        """Open the page that says where there is someone to talk to."""
        self._host.send(AskedPerson())
