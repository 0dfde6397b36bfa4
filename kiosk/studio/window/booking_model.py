"""The ways to book at an office, and the QR code as it will be on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.booking.booking_links import BookingOptions, booking_options
from kiosk.feed.message_catalog import in_language
from kiosk.studio.window import words
from kiosk.studio.window.part_form import FieldRow, PartForm
from kiosk.studio.window.rows_shown import ChoiceRow, text_in
from kiosk.ui.images import qr_url
from kiosk.ui.rows import Rows

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

WAYS = ("link", "phone", "email", "provider")


@QmlElement
@QmlUncreatable("made in Python")
class BookingModel(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """How a time is booked at one office of the open project."""

    changed = Signal()

    def __init__(self, studio: StudioModel) -> None:
        super().__init__(studio)
        self._studio = studio
        self.part_form = PartForm(studio, studio.after_typing)
        self._office, self._topic, self._language = "", "", ""
        self._topics: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self._languages: Rows[ChoiceRow] = Rows(ChoiceRow, self)

    def open(self, office: str) -> None:
        """Show the ways to book at an office."""
        feed = self._studio.feed
        self._office = office
        if feed:
            self._topic, self._language = next(iter(feed.topics), ""), self._studio.main_language
        self.part_form.file = f"offices/{office}.yaml"

    def refresh(self) -> None:
        """Update from the current project."""
        feed, labels = self._studio.feed, words.booking_labels(self._studio.language)
        self.part_form.show([FieldRow(f"booking.{way}", "", labels[way], "line") for way in WAYS])
        self.part_form.find_wrong()
        if feed:
            topics = {
                name: text_in(feed, each.title, self._studio.language) for name, each in feed.topics.items()
            }
            self._topics.replace([ChoiceRow(*each) for each in topics.items()])
            self._languages.replace([ChoiceRow(code, each.name) for code, each in feed.languages.items()])
        self.changed.emit()

    @Slot(str, str)
    def lookAtCode(self, topic: str, language: str) -> None:
        """Show the code for a topic and a reader's language."""
        self._topic, self._language = topic, language
        self.changed.emit()

    def _options(self) -> BookingOptions | None:
        feed = self._studio.feed
        known = feed and self._office in feed.offices and self._topic in feed.topics
        return (
            booking_options(feed, self._office, self._topic, self._language, None) if feed and known else None
        )

    @Property(QUrl, notify=changed)
    def code(self) -> QUrl:
        """The QR code as it will be on the screen."""
        found = self._options()
        return qr_url(found.code if found else "")

    @Property(str, notify=changed)
    def codeText(self) -> str:
        """The content of the QR code."""
        found = self._options()
        return found.code if found and found.code else in_language(words.NO_CODE, self._studio.language)

    @Property(Rows, constant=True)
    def topics(self) -> Rows[ChoiceRow]:
        """The topics."""
        return self._topics

    @Property(Rows, constant=True)
    def languages(self) -> Rows[ChoiceRow]:
        """The languages of the feed."""
        return self._languages

    @Property(PartForm, constant=True)
    def form(self) -> PartForm:
        """The ways to book."""
        return self.part_form
