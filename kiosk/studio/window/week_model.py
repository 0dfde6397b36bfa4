"""The schedule page: a week of one screen, taken from its schedule. Each box explains why it is on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language, tr
from kiosk.frozen import frozen
from kiosk.studio.core.week_plan import WeekBox, box_reasons, week_boxes
from kiosk.studio.window import playlist_words, words
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class WeekBoxRow:
    """One box: its place in the week, and its content."""

    day: int
    start: int
    end: int
    name: str
    spoken_text: str
    form: str
    """`shown`, `shared`, `takeover` or `gap`."""

    hides: bool


@QmlElement
@QmlUncreatable("made in Python")
class WeekModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """A week of one screen."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._screen = ""
        self._monday = date.min
        self._is_open = False
        self._boxes: list[WeekBox] = []
        self._chosen = -1
        self._rows: Rows[WeekBoxRow] = Rows(WeekBoxRow, self)

    @Slot(str)
    def open(self, screen: str) -> None:
        """Show this week of a screen; without an id, of the one shown before or the first one."""
        feed, today = self._studio.feed, self._studio.today
        self._screen = screen or self._screen or (next(iter(feed.screens), "") if feed else "")
        self._monday = today - timedelta(days=today.weekday())
        self._is_open = True
        self.refresh()

    @Slot()
    def leave(self) -> None:
        """Stop updating, since the page is no longer shown."""
        self._is_open = False

    @Slot(int)
    def turnWeek(self, by: int) -> None:
        """Show the previous or the next week."""
        self._monday += timedelta(weeks=by)
        self.refresh()

    def refresh(self) -> None:
        """Update from the current project."""
        feed = self._studio.feed
        if not self._is_open or not feed or self._screen not in feed.screens:
            return
        self._chosen = -1
        self._boxes = week_boxes(feed, self._screen, self._monday)
        self._rows.replace([self._row(each) for each in self._boxes])
        self.changed.emit()

    def _row(self, box: WeekBox) -> WeekBoxRow:
        language = self._studio.language
        gap = in_language(words.NOTHING_ON, language)
        name = ", ".join(box.playlists) or gap
        hides = (
            in_language(tr("hides {playlists}", playlists=list(box.hidden)), language) if box.hidden else ""
        )
        spoken_text = ", ".join(filter(None, (words.weekdays(language)[box.day], box.hours, name, hides)))
        shown = "takeover" if box.takeover else "shared" if len(box.playlists) > 1 else "shown"
        form = shown if box.playlists else "gap"
        return WeekBoxRow(box.day, box.start, box.end, name, spoken_text, form, bool(box.hidden))

    @Slot(int)
    def choose(self, place: int) -> None:
        """Explain why a box is on."""
        self._chosen = place
        self.changed.emit()

    @Property(str, notify=changed)
    def why(self) -> str:
        """Why the chosen box is on."""
        feed = self._studio.feed
        if not feed or not 0 <= self._chosen < len(self._boxes):
            return in_language(words.CHOOSE_BOX, self._studio.language)
        box = self._boxes[self._chosen]
        lines = [in_language(each, self._studio.language) for each in box_reasons(feed, box)]
        return "\n".join((self._rows.rows[self._chosen].spoken_text, *lines))

    @Property(str, notify=changed)
    def summary(self) -> str:
        """When nothing is on, when a takeover interrupts, and when a playlist is hidden, in words."""
        if not self._is_open or not self._boxes:
            return ""
        found = (
            (playlist_words.gaps, [each for each in self._boxes if not each.playlists]),
            (playlist_words.takeovers, [each for each in self._boxes if each.takeover]),
            (playlist_words.hidden, [each for each in self._boxes if each.hidden and not each.takeover]),
        )
        lines = [describe([self._place(each) for each in boxes]) for describe, boxes in found if boxes]
        return "\n".join(
            in_language(each, self._studio.language) for each in lines or [playlist_words.NO_GAP]
        )

    def _place(self, box: WeekBox) -> str:
        return f"{words.weekdays(self._studio.language)[box.day]} {box.hours}"

    @Property(str, notify=changed)
    def weekText(self) -> str:
        """The week, from its Monday to its Sunday."""
        return f"{self._monday} – {self._monday + timedelta(days=6)}" if self._is_open else ""

    @Property(str, notify=changed)
    def screen(self) -> str:
        """The screen."""
        return self._screen

    @Property(Rows, constant=True)
    def boxes(self) -> Rows[WeekBoxRow]:
        """The boxes of the week."""
        return self._rows

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # PySide takes the name of a type
    def weekdays(self) -> list[str]:
        """The names of the weekdays."""
        return list(words.weekdays(self._studio.language))
