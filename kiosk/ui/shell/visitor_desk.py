"""The desk together with reading aloud and ticket printing.

Imported when a shell first needs it: never on a screen without touch, elsewhere after the first slide.
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
        """The required properties of DeskView.qml, by name."""
        return {"desk": self.desk.pages, "readAloud": self.read_aloud, "printing": self.printing}

    def stop(self) -> None:
        """Stop all timers."""
        self.read_aloud.stop()
        self._codes.stop()
        self.desk.stop()
