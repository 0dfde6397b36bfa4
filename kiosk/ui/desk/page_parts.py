"""Remembers which part of each long page was open, so that a visitor comes back to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PageParts(QObject):
    """The open parts of the current visitor, by page name."""

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
        """Open a page at its first part again, because its content has changed."""
        for name in (page, f"{page}-part"):
            self._open.pop(name, None)

    def clear(self) -> None:
        """Forget the visitor."""
        self._open.clear()
