"""The window of the Studio on a copy of the sample feed, for tests and pictures."""

import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.cli.icons import icons
from kiosk.studio.core.project import Project
from kiosk.studio.window.application import StudioWindow
from kiosk.studio.window.studio_model import StudioModel

SAMPLE = Path(__file__).resolve().parents[2] / "playlists"
NOW = datetime(2026, 11, 25, 11, tzinfo=UTC)


def opened(folder, language="sv", site="", keys=Path("keys"), drawing=None):
    """Return a shown window on a folder, a copy of the sample feed if it is not there."""
    if not folder.exists():
        shutil.copytree(SAMPLE, folder)
    project = Project(folder, icons())
    shown = StudioWindow(StudioModel(project, site, keys, language, lambda: NOW, drawing))
    shown.window.show()
    return shown


@contextmanager
def sample_window(folder, language="en"):
    """A shown window on a copy of the sample feed, for which no pictures are drawn; closed at the end."""
    with pytest.MonkeyPatch.context() as patch:
        draw_nothing(patch)
        shown = opened(folder, language)
        yield shown
        shown.close()


def draw_nothing(patch):
    """Start no process that draws pictures."""
    patch.setattr("kiosk.studio.drawing.draw_client.DrawClient.ask", lambda *_: None)


def until(condition, patience_ms=60_000):
    """Let Qt work until something holds; return whether it came about."""
    deadline, wake = QDeadlineTimer(patience_ms), QTimer(interval=20)
    wake.start()
    while not condition() and not deadline.hasExpired():
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return condition()


def find(shown, name):
    """Return the visible item with an object name."""
    root = shown.window.contentItem()
    return next((each for each in items(root) if each.objectName() == name and each.isVisible()), None)


def items(root):
    for child in root.childItems():
        yield child
        yield from items(child)


def words(shown):
    """All that is written in the window."""
    root = shown.window.contentItem()
    return [
        str(each.property("text"))
        for each in items(root)
        if isinstance(each, QQuickItem) and each.isVisible() and each.property("text")
    ]
