"""What is on the screen: the visible items of a window in reading order, and their texts."""

from __future__ import annotations

from PySide6.QtQuick import QQuickItem

_MARKS = dict.fromkeys(map(ord, "\u200f\u2066\u2067\u2068\u2069"))
"""Direction marks, which affect only the display."""


def plain_words(text: QQuickItem) -> str:
    """Return the text of an item without the direction marks that the product adds."""
    return without_marks(str(text.property("text")))


def without_marks(text: str) -> str:
    """Return a text without the direction marks that the product adds."""
    return text.translate(_MARKS)


def visible_items(root: QQuickItem) -> list[QQuickItem]:
    """Return all visible items below `root` in reading order."""
    items = []
    for item in root.childItems():
        if item.isVisible():
            items += [item, *visible_items(item)]
    return items
