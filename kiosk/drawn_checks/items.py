"""The visible items of a QML scene: their positions, and their stacking order."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks.finding import Box, Use

SLACK_PX = 2.0
"""The tolerance for hinted fonts and rounded sizes."""


LEAVES = "leaves"
"""The object name of the view in Parts.qml, which shows a long page part by part."""


def value(item: QQuickItem, expression: str) -> object:
    """Evaluate a QML expression in the context of an item; enumerations, unknown to Python, are numbers."""
    context = qmlContext(item)
    return QQmlExpression(context, item, expression).evaluate()[0] if context else None


def visible_items(root: QQuickItem) -> Iterator[QQuickItem]:
    """Yield the visible items below `root`, in the order in which their parents draw them."""
    for item in root.childItems():
        if item.isVisible() and item.opacity() > 0:
            yield item
            yield from visible_items(item)


def texts(root: QQuickItem) -> Iterator[QQuickItem]:
    """Yield the visible texts that are not empty."""
    return (item for item in visible_items(root) if item.inherits("QQuickText") and item.property("text"))


def is_scroller(item: QQuickItem) -> bool:
    """Return whether an item is the content of a Flickable, or a view that is turned part by part."""
    above = item.parentItem()
    return item.objectName() == LEAVES or (above is not None and above.inherits("QQuickFlickable"))


def views(text: QQuickItem) -> Iterator[QRectF]:
    """Yield the visible area of each scroller around a text, in window coordinates."""
    around = text.parentItem()
    while around is not None:
        above = around.parentItem()
        if is_scroller(around):
            yield area(around if around.objectName() == LEAVES or above is None else above)
        around = above


def is_scrolled_away(text: QQuickItem) -> bool:
    """Return whether a text lies in a part of a scroller that is not shown now."""
    letters = painted(text)
    return any(not view.intersects(letters) for view in views(text))


def pictures(root: QQuickItem) -> Iterator[QQuickItem]:
    """Yield the visible images."""
    return (item for item in visible_items(root) if item.inherits("QQuickImage"))


def uses(root: QQuickItem) -> Iterator[Use]:
    """Yield the files of the visible images, and the size at which each is drawn."""
    for item in pictures(root):
        source = item.property("source")
        if source.isLocalFile():
            size = round(item.width()), round(item.height())
            yield Use(source.toLocalFile(), *size, painted_width=float(item.property("paintedWidth")))


def area(item: QQuickItem) -> QRectF:
    """Return the rectangle of an item, in window coordinates."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def painted(text: QQuickItem) -> QRectF:
    """Return the rectangle of a text's glyphs, in window coordinates."""
    rect = text.property("boundingRect") if text.metaObject().indexOfProperty("boundingRect") >= 0 else None
    return text.mapRectToScene(rect if isinstance(rect, QRectF) else text.boundingRect())


def box(rect: QRectF) -> Box:
    """Return a rectangle in whole pixels."""
    whole = rect.toAlignedRect()
    return Box(whole.x(), whole.y(), whole.width(), whole.height())
