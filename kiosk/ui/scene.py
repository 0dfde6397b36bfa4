"""What is on the glass: the items of a window as a person would find them."""

from __future__ import annotations

from PySide6.QtQuick import QQuickItem


def visible_items(root: QQuickItem) -> list[QQuickItem]:
    """Return all items below `root` that are shown, in the order in which they are read."""
    found = []
    for item in root.childItems():
        if item.isVisible():
            found += [item, *visible_items(item)]
    return found
