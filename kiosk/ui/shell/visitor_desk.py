"""The desk with what belongs to it: the reading aloud and the printed ticket.

Imported when a shell first needs it: a screen that nobody can touch never does, and elsewhere the first slide
comes before.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.feed.wall_time import Now
from kiosk.ui.desk.codes_ahead import CodesAhead
from kiosk.ui.desk.desk import Desk
from kiosk.ui.desk.printing import Printing
from kiosk.ui.shell.read_aloud import ReadAloud


class VisitorDesk(QObject):
    """The view-models of DeskView.qml."""

    def __init__(self, clock: Callable[[], Now], monotonic: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self.desk = Desk(clock, monotonic, self)
        self.read_aloud = ReadAloud(self.desk, self)
        self.printing = Printing(self.desk, self)
        self._codes = CodesAhead(self.desk)

    @property
    def view_models(self) -> dict[str, QObject]:
        """What DeskView.qml requires, by the names of its properties."""
        return {"desk": self.desk.pages, "readAloud": self.read_aloud, "printing": self.printing}

    def stop(self) -> None:
        """End all timers."""
        self.read_aloud.stop()
        self._codes.stop()
        self.desk.stop()
