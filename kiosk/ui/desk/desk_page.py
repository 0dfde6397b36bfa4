"""What the view-models of all pages have in common."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.view_model import ViewModel
from kiosk.visitor.events import Event

V = TypeVar("V")


class SessionHost(Protocol):
    """Holds the visitor's session."""

    def send(self, event: Event) -> None:
        """Take what a touch means."""

    def state(self) -> DeskState | None:
        """Return the session at this moment; None before there is any content."""


class DeskPage(ViewModel[V], Generic[V]):
    """A page that is worded from the state of the desk, and whose touches are events of the session."""

    def __init__(self, blank: V, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(blank, parent)
        self._blank = blank
        self._host = host

    def words(self, state: DeskState) -> V:
        """Return what the page says."""
        raise NotImplementedError

    def update(self, state: DeskState) -> None:
        """Build the texts of the page again."""
        self.show(self.words(state))

    def clear(self) -> None:
        """Forget the visitor."""
        self.show(self._blank)
