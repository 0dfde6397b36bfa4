"""Take pictures of a window once everything is loaded, so that two runs give the same result."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.drawn_checks.items import pictures, value

PATIENCE_MS = 10_000
"""The timeout for decoding a picture."""

MOST_LAYOUTS = 30
"""The maximum number of layout passes: a text that is made smaller until it fits needs about ten."""

LOADING = 2  # Image.Loading


def settled_picture(window: QQuickWindow, prepare: Callable[[], None] = lambda: None) -> QImage:
    """Return a picture of a window once nothing changes any more; `prepare` is called before each attempt."""
    prepare()
    image = window.grabWindow()
    for _ in range(MOST_LAYOUTS):
        settle(window)
        prepare()
        before, image = image, window.grabWindow()
        if image == before:
            break
    return image


def settle(window: QQuickWindow) -> None:
    """Process pending events, and wait for pictures that are being loaded."""
    QGuiApplication.processEvents()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs here to do it
    wait_for(lambda: not any(_loads(item) for item in pictures(window.contentItem())))


def _loads(picture: QQuickItem) -> bool:
    return picture.property("progress") < 1 and value(picture, "status") == LOADING


def wait_for(condition: Callable[[], bool]) -> bool:
    """Process events until a condition holds; return whether it did in time."""
    deadline, wake = QDeadlineTimer(PATIENCE_MS), QTimer(interval=50)
    wake.start()
    while not condition() and not deadline.hasExpired():
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return condition()


def show(window: QQuickWindow) -> None:
    """Show a window; if it is shown already, let a new size take effect."""
    window.show()
    wait_for(window.isExposed)
    QGuiApplication.processEvents()
