"""One slide as QML draws it: words in one language, pictures as addresses, facts as rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Property, QObject, QUrl
from PySide6.QtQml import QmlElement

from kiosk.ui.rows import Rows

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Row:
    """One fact: what, when or where, and whether it is the one that matters now."""

    label: str
    detail: str = ""
    emphasis: bool = False


@dataclass(frozen=True)
class Face:
    """All that is seen of a slide."""

    kind: str
    language: str
    tone: str = "paper"
    rtl: bool = False
    icon: str = ""
    title: str = ""
    body: str = ""
    footnote: str = ""
    picture: QUrl = field(default_factory=QUrl)
    qr: QUrl = field(default_factory=QUrl)
    rows: tuple[Row, ...] = ()


@QmlElement
class SlideCard(QObject):
    """A face for QML; it never changes, a new one replaces it."""

    def __init__(self, face: Face, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self._rows = Rows(Row, self, face.rows)

    @Property(str, constant=True)
    def kind(self) -> str:
        """Which layout."""
        return self.face.kind

    @Property(str, constant=True)
    def language(self) -> str:
        """The language of the words, for their font."""
        return self.face.language

    @Property(str, constant=True)
    def tone(self) -> str:
        """The colour of the ground, by its name in Theme."""
        return self.face.tone

    @Property(bool, constant=True)
    def rtl(self) -> bool:
        """Whether it is read from right to left."""
        return self.face.rtl

    @Property(str, constant=True)
    def icon(self) -> str:
        """The name of a pictogram, or nothing."""
        return self.face.icon

    @Property(str, constant=True)
    def title(self) -> str:
        """The largest words."""
        return self.face.title

    @Property(str, constant=True)
    def body(self) -> str:
        """The text below the title."""
        return self.face.body

    @Property(str, constant=True)
    def footnote(self) -> str:
        """A link in letters."""
        return self.face.footnote

    @Property(QUrl, constant=True)
    def picture(self) -> QUrl:
        """The picture's address, or nothing."""
        return self.face.picture

    @Property(QUrl, constant=True)
    def qr(self) -> QUrl:
        """The code's address, or nothing."""
        return self.face.qr

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """The facts, as rows of label, detail, emphasis."""
        return self._rows
