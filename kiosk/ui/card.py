"""One slide as QML draws it: words in one language, pictures as addresses, facts as rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.signage.rotation import Turn
from kiosk.ui.rows import Rows, nested

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Row:
    """One fact: what, when or where, and whether it is the one that matters now."""

    label: str
    detail: str = ""
    emphasis: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A block of formatted text: its style, its letters as styled text, and the number before it if any."""

    style: str
    text: str
    mark: str = ""


@dataclass(frozen=True)
class Column:
    """Formatted text in one language; a slide has one, or several side by side."""

    language: str
    rtl: bool
    paragraphs: tuple[Paragraph, ...] = nested(Paragraph)


@dataclass(frozen=True)
class Face:
    """All that is seen of a slide."""

    kind: str
    language: str
    tone: str = "paper"
    rtl: bool = False
    transition: str = "fade"
    icon: str = ""
    title: str = ""
    body: str = ""
    footnote: str = ""
    state: str = ""
    is_open: bool = False
    picture: QUrl = field(default_factory=QUrl)
    fit: str = "cover"
    video: QUrl = field(default_factory=QUrl)
    sound: bool = False
    qr: QUrl = field(default_factory=QUrl)
    rows: tuple[Row, ...] = ()
    columns: tuple[Column, ...] = ()


@QmlElement
class SlideCard(QObject):
    """A face for QML. Its words may follow the clock while it is shown; its kind and media never change."""

    reworded = Signal()

    def __init__(self, face: Face, parent: QObject | None = None, turn: Turn | None = None) -> None:
        super().__init__(parent)
        self.face, self.turn = face, turn
        self._rows = Rows(Row, self, face.rows)
        self._columns = Rows(Column, self, face.columns)

    def reword(self, face: Face) -> None:
        """Show the same slide as it is worded now."""
        if face != self.face:
            self.face = face
            self._rows.replace(face.rows)
            self.reworded.emit()

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
    def transition(self) -> str:
        """How it comes in: cut, fade or slide."""
        return self.face.transition

    @Property(str, constant=True)
    def icon(self) -> str:
        """The name of a pictogram, or nothing."""
        return self.face.icon

    @Property(str, notify=reworded)
    def title(self) -> str:
        """The largest words."""
        return self.face.title

    @Property(str, notify=reworded)
    def body(self) -> str:
        """The text below the title."""
        return self.face.body

    @Property(str, constant=True)
    def footnote(self) -> str:
        """A link in letters."""
        return self.face.footnote

    @Property(str, notify=reworded)
    def state(self) -> str:
        """Until when the office is open, or when it opens."""
        return self.face.state

    @Property(bool, notify=reworded)
    def isOpen(self) -> bool:
        """Whether the office is open."""
        return self.face.is_open

    @Property(QUrl, constant=True)
    def picture(self) -> QUrl:
        """The picture's or page's address, or nothing."""
        return self.face.picture

    @Property(bool, constant=True)
    def whole(self) -> bool:
        """Whether all of the picture is shown, instead of as much as fills its place."""
        return self.face.fit == "contain"

    @Property(QUrl, constant=True)
    def video(self) -> QUrl:
        """The video's address, or nothing."""
        return self.face.video

    @Property(bool, constant=True)
    def sound(self) -> bool:
        """Whether the video is heard."""
        return self.face.sound

    @Property(QUrl, constant=True)
    def qr(self) -> QUrl:
        """The code's address, or nothing."""
        return self.face.qr

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """The facts, as rows of label, detail, emphasis."""
        return self._rows

    @Property(QObject, constant=True)
    def columns(self) -> QObject:
        """Formatted text, as rows of language, rtl, paragraphs; these of style, text, mark."""
        return self._columns
