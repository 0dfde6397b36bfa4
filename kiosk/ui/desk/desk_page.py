"""The base class of the pages' view-models."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.view_model import ViewModel
from kiosk.visitor.events import Event

V = TypeVar("V")


class SessionHost(Protocol):
    """The holder of the visitor's session."""

    def send(self, event: Event) -> None:
        """Advance the session by an event, and show the result."""

    def state(self) -> DeskState | None:
        """Return the state at this moment; None before there is any content."""


class DeskPage(ViewModel[V], Generic[V]):
    """A page with texts built from the state of the desk; its touches are events of the session."""

    def __init__(self, blank: V, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(blank, parent)
        self._blank = blank
        self._host = host

    def words(self, state: DeskState) -> V:
        """Return the texts of the page."""
        raise NotImplementedError

    def update(self, state: DeskState) -> None:
        """Rebuild the texts of the page."""
        self.show(self.words(state))

    def clear(self) -> None:
        """Forget the visitor."""
        self.show(self._blank)
