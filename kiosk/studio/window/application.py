"""The Studio as a program: engine, window and view-model, held together for as long as they live."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.studio.core.project import Project
from kiosk.studio.window.studio_model import StudioModel, wall_clock
from kiosk.ui import fonts
from kiosk.ui.shell.shell import ShellError, choose_renderer

QML = Path(__file__).parents[1] / "qml"
MINUTE_MS = 60_000

log = logging.getLogger(__name__)


class StudioWindow:
    """The window of a view-model."""

    def __init__(self, studio: StudioModel) -> None:
        self.studio = studio
        self._complaints: list[str] = []
        self.engine = QQmlApplicationEngine()
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(self._complain)
        self.engine.addImportPath(str(QML))
        self.engine.addImageProvider("drawn", studio.pictures)
        self.engine.setInitialProperties({"studio": studio})
        self.engine.loadFromModule("Studio", "Main")
        roots = self.engine.rootObjects()
        if self._complaints or not roots or not isinstance(roots[0], QQuickWindow):
            raise ShellError("\n".join(self._complaints) or "Main.qml made no window")
        self.window: QQuickWindow = roots[0]
        studio.drawHome()

    def _complain(self, errors: list[QQmlError]) -> None:
        for each in errors:
            self._complaints.append(each.toString())
            log.error("%s", each.toString())

    def close(self) -> None:
        """End all that runs, and take the window down."""
        self.studio.close()
        self.window.close()
        shiboken6.delete(self.engine)


def run(project: Project, site: str, keys: Path, language: str) -> int:
    """Show the window until it is closed; return the exit status."""
    choose_renderer()
    application = fonts.make_application(sys.argv[:1])
    application.setApplicationDisplayName("Infodisk Studio")
    studio = StudioModel(project, site, keys, language, wall_clock)
    shown = StudioWindow(studio)
    minute = QTimer(interval=MINUTE_MS)
    minute.timeout.connect(studio.look_again)
    minute.start()
    shown.window.show()
    status = application.exec()
    minute.stop()
    shown.close()
    return status
