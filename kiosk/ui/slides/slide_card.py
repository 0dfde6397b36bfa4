"""One slide for QML: texts in one language, pictures as URLs, facts as rows."""

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
    """The heading above this row, such as a day; empty if there is none."""

    icon: str = ""
    """The name of a pictogram; empty if there is none."""


@frozen
class Paragraph:
    """A block of formatted text: its style, its content as styled text, and the number before it, if any."""

    style: str
    text: str
    mark: str = ""


@frozen
class Column:
    """Formatted text in one language; a slide has one column, or several side by side."""

    language: str
    rtl: bool
    paragraphs: tuple[Paragraph, ...] = nested(Paragraph)


@frozen
class SlideContent:
    """Everything shown of a slide. Its texts may follow the clock; its kind and media never change."""

    kind: str = field(metadata=CONSTANT)
    """The layout."""

    language: str = field(metadata=CONSTANT)
    """The language of the texts, which selects their font."""

    tone: str = field(default="paper", metadata=CONSTANT)
    """The background colour, by its name in Theme."""

    rtl: bool = field(default=False, metadata=CONSTANT)
    transition: str = field(default="fade", metadata=CONSTANT)
    """How the slide appears: cut, fade or slide."""

    icon: str = field(default="", metadata=CONSTANT)
    """The name of a pictogram; empty if there is none."""

    title: str = ""
    body: str = ""
    footnote: str = field(default="", metadata=CONSTANT)
    """A link as text."""

    state: str = ""
    """Until when the office is open, or when it opens."""

    is_open: bool = False
    known: bool = False
    """Whether the time is known, and with it whether the office is open."""

    figure: str = ""
    """The largest text, on a slide of one number or time."""

    updated: str = ""
    """When the live data was last updated, in words."""

    hours: str = ""
    """The current or next hours in digits, for a sign that needs no words."""

    day: str = ""
    """The date of those hours in digits, if that is not today."""

    picture: QUrl = field(default_factory=QUrl, metadata=CONSTANT)
    """The URL of the picture or page; empty if there is none."""

    picture_opaque: bool = field(default=False, metadata=CONSTANT)
    """Whether the picture is fully opaque."""

    fit: str = field(default="cover", metadata=CONSTANT)
    """Whether the picture fills its area (cover) or is shown whole (contain)."""

    video: QUrl = field(default_factory=QUrl, metadata=CONSTANT)
    sound: bool = field(default=False, metadata=CONSTANT)
    """Whether the video is played with sound."""

    qr: QUrl = field(default_factory=QUrl, metadata=CONSTANT)
    rows: tuple[SlideRow, ...] = nested(SlideRow)
    columns: tuple[Column, ...] = nested(Column)


@QmlElement
class SlideCard(ViewModel[SlideContent]):
    """The content of a slide for QML, and the turn in the rotation that it was made for."""

    def __init__(
        self, content: SlideContent, parent: QObject | None = None, turn: Turn | None = None
    ) -> None:
        super().__init__(content, parent)
        self.turn = turn
