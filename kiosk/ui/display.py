"""The screen as QML sees it: its pixels, its millimetres, its reader's distance."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.content.models import Screen
from kiosk.content.values import Size

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

UNKNOWN = Screen(
    office="unknown",
    size=Size(531, 299),
    resolution=Size(1920, 1080),
    touch=False,
    languages=("sv",),
)
"""A common 24-inch screen, until a feed says what it really is."""


@QmlElement
class Display(QObject):
    """One screen's measures, as the feed has them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = UNKNOWN

    def use(self, screen: Screen) -> None:
        """Take the measures of another generation's screen."""
        if screen != self._screen:
            self._screen = screen
            self.changed.emit()

    @Property(int, notify=changed)
    def pixelWidth(self) -> int:
        """Pixels."""
        return self._screen.resolution.width

    @Property(int, notify=changed)
    def pixelHeight(self) -> int:
        """Pixels."""
        return self._screen.resolution.height

    @Property(float, notify=changed)
    def widthMm(self) -> float:
        """Millimetres."""
        return self._screen.size.width

    @Property(float, notify=changed)
    def distanceMm(self) -> float:
        """From the reader's eye to the glass, millimetres."""
        return self._screen.distance

    @Property(bool, notify=changed)
    def touch(self) -> bool:
        """Whether the screen can be touched."""
        return self._screen.touch
