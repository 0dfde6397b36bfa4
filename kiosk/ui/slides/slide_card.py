"""One slide as QML draws it: words in one language, pictures as addresses, facts as rows."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.signage.rotation import Turn
from kiosk.ui.rows import nested
from kiosk.ui.view_model import CONSTANT, ViewModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class SlideRow:
    """One fact: what, when or where, and whether it is the one that matters now."""

    label: str
    detail: str = ""
    emphasis: bool = False
    group: str = ""
    """The heading that it begins, such as a day."""

    icon: str = ""
    """The name of a pictogram, or nothing."""


@frozen
class Paragraph:
    """A block of formatted text: its style, its letters as styled text, and the number before it if any."""

    style: str
    text: str
    mark: str = ""


@frozen
class Column:
    """Formatted text in one language; a slide has one, or several side by side."""

    language: str
    rtl: bool
    paragraphs: tuple[Paragraph, ...] = nested(Paragraph)


@frozen
class SlideContent:
    """All that is seen of a slide. Its words may follow the clock; its kind and media never change."""

    kind: str = field(metadata=CONSTANT)
    """Which layout."""

    language: str = field(metadata=CONSTANT)
    """The language of the words, for their font."""

    tone: str = field(default="paper", metadata=CONSTANT)
    """The colour of the ground, by its name in Theme."""

    rtl: bool = field(default=False, metadata=CONSTANT)
    transition: str = field(default="fade", metadata=CONSTANT)
    """How it comes in: cut, fade or slide."""

    icon: str = field(default="", metadata=CONSTANT)
    """The name of a pictogram, or nothing."""

    title: str = ""
    body: str = ""
    footnote: str = field(default="", metadata=CONSTANT)
    """A link in letters."""

    state: str = ""
    """Until when the office is open, or when it opens."""

    is_open: bool = False
    known: bool = False
    """Whether the time is known, and so whether it is open."""

    figure: str = ""
    """The largest thing on a slide of one number or time."""

    updated: str = ""
    """As of when live data are."""

    hours: str = ""
    """Those hours in digits, for a sign that needs no words."""

    day: str = ""
    """The date of those hours in digits, if that is not today."""

    picture: QUrl = field(default_factory=QUrl, metadata=CONSTANT)
    """The picture's or page's address, or nothing."""

    picture_opaque: bool = field(default=False, metadata=CONSTANT)
    """Whether nothing shines through the picture."""

    fit: str = field(default="cover", metadata=CONSTANT)
    """Whether the picture fills its place (cover) or is shown whole (contain)."""

    video: QUrl = field(default_factory=QUrl, metadata=CONSTANT)
    sound: bool = field(default=False, metadata=CONSTANT)
    """Whether the video is heard."""

    qr: QUrl = field(default_factory=QUrl, metadata=CONSTANT)
    rows: tuple[SlideRow, ...] = nested(SlideRow)
    columns: tuple[Column, ...] = nested(Column)


@QmlElement
class SlideCard(ViewModel[SlideContent]):
    """A content for QML, and the turn in the rotation that it was made for."""

    def __init__(
        self, content: SlideContent, parent: QObject | None = None, turn: Turn | None = None
    ) -> None:
        super().__init__(content, parent)
        self.turn = turn
