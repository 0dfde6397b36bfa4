"""The preview of the edited slide: on which screen, in which language, at what time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.feed.message_catalog import in_language
from kiosk.feed.models import Feed
from kiosk.studio.drawing.draw_requests import DrawnFault, DrawRequest
from kiosk.studio.window import words
from kiosk.studio.window.rows_shown import ChoiceRow
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

KEY = "slide/edited"


@QmlElement
@QmlUncreatable("made in Python")
class PreviewModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The slide in the preview, and how it is shown."""

    changed = Signal()
    pictured = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self._slide = ""
        self._screen, self._language, self._second = "", "", ""
        self._at: datetime | None = None
        self._asked: tuple[Feed, DrawRequest] | None = None
        self._wrong_moment = ""
        self._faults: list[DrawnFault] = []
        self._languages: Rows[ChoiceRow] = Rows(ChoiceRow, self)

    def show(self, slide: str, screen: str) -> None:
        """Preview a slide, first on this screen."""
        feed = self._studio.feed
        self._slide, self._screen, self._at, self._faults, self._asked = slide, screen, None, [], None
        if feed:
            codes = list(feed.languages)
            self._language = self._studio.main_language
            self._second = next(
                (code for code in ("en", *codes) if code in codes and code != self._language), ""
            )
            self._languages.replace([ChoiceRow(code, feed.languages[code].name) for code in codes])
        self.draw()
        self.changed.emit()

    def draw(self) -> None:
        """Request a picture of its current text."""
        feed = self._studio.feed
        if feed and self._slide in feed.slides and self._screen in feed.screens:
            request = DrawRequest(KEY, self._screen, self._slide, self._language, at=self._at)
            asked = (feed, request)
            if self._asked is None or self._asked[0] is not feed or self._asked[1] != request:
                self._asked = asked
                self._studio.drawing.ask(request)

    def take(self, faults: list[DrawnFault]) -> None:
        """Show the new picture, and the faults on it."""
        self.pictured.emit()
        if faults != self._faults:
            self._faults = faults
            self.changed.emit()

    def wrong(self, field: str) -> list[str]:
        """Return the faults of the file in a field of the slide; those of the picture if `field` is empty."""
        return [
            in_language(each.message, self._studio.language) for each in self._faults if each.field == field
        ]

    @Slot(str)
    def lookOn(self, screen: str) -> None:
        """Preview it on another screen."""
        self._screen = screen
        self.draw()
        self.changed.emit()

    @Slot(str)
    def lookIn(self, language: str) -> None:
        """Preview it in another language, which is then edited beside the main one."""
        self._language = language
        if language != self._studio.main_language:
            self._second = language
        self.draw()
        self.changed.emit()

    @Slot(str, str)
    def lookAt(self, day: str, hour: str) -> None:
        """Preview it on a day and at an hour; as it is now if the day is empty."""
        self._wrong_moment = ""
        feed = self._studio.feed
        try:
            at = datetime.fromisoformat(f"{day.strip()} {hour.strip() or '12:00'}") if day.strip() else None
            self._at = at.replace(tzinfo=feed.zone) if at and feed else None
        except ValueError:
            self._wrong_moment = in_language(words.BAD_MOMENT, self._studio.language)
        self.draw()
        self.changed.emit()

    @property
    def second_language(self) -> str:
        """The language that is edited beside the main one."""
        return self._second

    @Property(str, notify=changed)
    def screen(self) -> str:
        """The screen of the preview."""
        return self._screen

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language of the preview."""
        return self._language

    @Property(Rows, constant=True)
    def languages(self) -> Rows[ChoiceRow]:
        """The languages of the feed."""
        return self._languages

    @Property(str, notify=changed)
    def wrongMoment(self) -> str:
        """What is wrong with the day and hour."""
        return self._wrong_moment

    @Property(str, notify=pictured)
    def picture(self) -> str:
        """The address of its picture."""
        return self._studio.pictures.address(KEY)

    @Property(str, notify=changed)
    def faults(self) -> str:
        """The faults on the picture."""
        return "\n".join(dict.fromkeys(self.wrong("")))
