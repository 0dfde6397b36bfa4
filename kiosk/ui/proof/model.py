"""What the proof window shows: one card, or none."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.card import Face, SlideCard

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Proof(QObject):
    """Holds the card that is drawn; it goes only after the view that shows it."""

    cardChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card: SlideCard | None = None

    @Property(SlideCard, notify=cardChanged)
    def card(self) -> SlideCard | None:
        """The card to draw."""
        return self._card

    def show(self, face: Face | None) -> None:
        """Draw a face; None takes the last one away."""
        old, self._card = self._card, None
        if old:
            self.cardChanged.emit()
            old.deleteLater()
        if face:
            self._card = SlideCard(face, self)
            self.cardChanged.emit()
