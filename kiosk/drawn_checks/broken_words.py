"""Words that are wider than their line, and therefore broken where no break is allowed.

The text is laid out again in the way of Qt Quick, which does not expose where each line begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont, QTextDocumentFragment, QTextLayout, QTextOption
from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks.items import value

_ADDRESS = re.compile(r"://|^www\.|.@.|\w\.[a-z]{2,}(/\S*)?[^\w/]*$", re.IGNORECASE)
"""Addresses may be broken anywhere."""

STYLED = 4  # Text.StyledText


def broken_word(text: QQuickItem) -> str:
    """Return the first word of a text that is broken where no break is allowed; empty if there is none."""
    if text.property("lineCount") == 1 or text.width() <= 0:
        return ""
    words = _plain_text(text)
    for start in _line_starts(words, _font(text), text.width()):
        word = _word_at(words, start)
        if word and not _ADDRESS.search(word):
            return word
    return ""


def _plain_text(text: QQuickItem) -> str:
    words = str(text.property("text"))
    if value(text, "textFormat") == STYLED:
        words = QTextDocumentFragment.fromHtml(words).toPlainText()
    return words.replace("\n", "\u2028")


def _font(text: QQuickItem) -> QFont:
    """Return the font as drawn, which may be smaller than requested."""
    font = QFont(text.property("font"))
    size = value(text, "fontInfo.pixelSize")
    if isinstance(size, (int, float)) and size > 0:
        font.setPixelSize(int(size))
    return font


def _line_starts(words: str, font: QFont, width: float) -> Iterator[int]:
    """Yield where each line except the first begins, in UTF-16 code units."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, font)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if line.textStart():
            yield line.textStart()
    layout.endLayout()


def _word_at(words: str, start: int) -> str:
    """Return the word that a line break at `start` splits; empty if a break is allowed there."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    finder.setPosition(start)
    if finder.isAtBoundary():
        return ""
    place = len(words.encode("utf-16-le")[: 2 * start].decode("utf-16-le", "ignore"))
    before = re.search(r"\S*$", words[:place])
    after = re.match(r"\S*", words[place:])
    return (before.group() if before else "") + (after.group() if after else "")
