"""Which part of each long page was open, so that a visitor comes back to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PageParts(QObject):
    """The parts that one visitor has turned to, by the name of the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[str, int] = {}

    @Slot(str, result=int)
    def part(self, page: str) -> int:
        """Return which part of a page was open."""
        return self._open.get(page, 0)

    @Slot(str, int)
    def keep(self, page: str, part: int) -> None:
        """Remember which part of a page is open."""
        self._open[page] = part

    def restart(self, page: str) -> None:
        """Begin a page at its first part: it has other content now."""
        for name in (page, f"{page}-part"):
            self._open.pop(name, None)

    def clear(self) -> None:
        """Forget the visitor."""
        self._open.clear()
