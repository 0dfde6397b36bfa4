"""What is on the glass: the items of a window as a person would find them."""

from __future__ import annotations

from PySide6.QtQuick import QQuickItem

_MARKS = dict.fromkeys(map(ord, "\u200f\u2066\u2067\u2068\u2069"))
"""The marks that keep directions apart: for the eye only."""


def plain_words(text: QQuickItem) -> str:
    """Return what a text says, without the marks of direction that the product puts into it."""
    return without_marks(str(text.property("text")))


def without_marks(text: str) -> str:
    """Return a text without the marks of direction that the product puts into it."""
    return text.translate(_MARKS)


def visible_items(root: QQuickItem) -> list[QQuickItem]:
    """Return all items below `root` that are shown, in the order in which they are read."""
    found = []
    for item in root.childItems():
        if item.isVisible():
            found += [item, *visible_items(item)]
    return found
