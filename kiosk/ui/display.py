"""The screen for QML: its size in pixels and millimetres, the viewing distance, day or evening colours."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.feed.models import Screen
from kiosk.feed.written_sizes import Size
from kiosk.feed.written_times import TimeRange

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

UNKNOWN = Screen(
    office="unknown",
    size=Size(531, 299),
    resolution=Size(1920, 1080),
    touch=False,
    languages=("sv",),
)
"""A common 24-inch screen, used until a feed describes the real one."""


@QmlElement
class Display(QObject):
    """The properties of one screen, as the feed gives them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = UNKNOWN
        self._moves = True
        self._turned = 0
        self._evening = False

    def use(self, screen: Screen, *, moves: bool = True) -> None:
        """Use the screen of a new generation; `moves` is whether anything may move on it."""
        if (screen, moves) != (self._screen, self._moves):
            self._screen, self._moves = screen, moves
            self.changed.emit()

    def look(self, clock_time: time | None) -> None:
        """Use the colours for a local time of day; the day's while the time is unknown."""
        self.dim(evening=is_evening(self._screen.evening, clock_time))

    def dim(self, *, evening: bool) -> None:
        """Use the evening colours or the day colours."""
        if evening != self._evening:
            self._evening = evening
            self.changed.emit()

    def turn(self, degrees: int) -> None:
        """Rotate everything clockwise by 0, 90, 180 or 270 degrees, for a panel that is mounted rotated."""
        self._turned = degrees
        self.changed.emit()

    @Property(int, notify=changed)
    def pixelWidth(self) -> int:
        """Width in pixels."""
        return self._screen.resolution.width

    @Property(int, notify=changed)
    def pixelHeight(self) -> int:
        """Height in pixels."""
        return self._screen.resolution.height

    @Property(float, notify=changed)
    def widthMm(self) -> float:
        """Width in millimetres."""
        return self._screen.size.width

    @Property(float, notify=changed)
    def distanceMm(self) -> float:
        """Distance from the reader's eye to the glass in millimetres."""
        return self._screen.distance

    @Property(float, notify=changed)
    def bottomMm(self) -> float:
        """Height of the lower edge of the picture above the floor in millimetres; 0 if unknown."""
        return self._screen.bottom or 0.0

    @Property(bool, notify=changed)
    def touch(self) -> bool:
        """Whether the screen can be touched."""
        return self._screen.touch

    @Property(bool, notify=changed)
    def moves(self) -> bool:
        """Whether anything may fade, slide or play."""
        return self._moves

    @Property(bool, notify=changed)
    def evening(self) -> bool:
        """Whether the darker evening colours are used."""
        return self._evening

    @Property(int, notify=changed)
    def turned(self) -> int:
        """Clockwise rotation in degrees."""
        return self._turned

    @Property(str, notify=changed)
    def layout(self) -> str:
        """What is shown beside the slides: bar, panel or full; a panel only on a touchscreen."""
        layout = self._screen.layout
        return "bar" if layout == "panel" and not self._screen.touch else layout


def is_evening(hours: TimeRange | None, clock_time: time | None) -> bool:
    """Return whether a time of day is within the evening hours, which may run past midnight."""
    if hours is None or clock_time is None:
        return False
    minutes = clock_time.hour * 60 + clock_time.minute
    if hours.start < hours.end:
        return hours.start <= minutes < hours.end
    return minutes >= hours.start or minutes < hours.end
