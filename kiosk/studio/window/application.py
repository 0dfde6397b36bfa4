"""The Studio as a program: engines, windows and view-models, held together for as long as they live."""

from __future__ import annotations

import logging
import sys
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import shiboken6
from platformdirs import user_config_path
from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.studio.core.project import Project
from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.studio.window import appearance
from kiosk.studio.window.start_model import StartModel
from kiosk.studio.window.studio_model import StudioModel
from kiosk.ui import fonts
from kiosk.ui.images import PictogramProvider, QrProvider
from kiosk.ui.shell.shell import ShellError, choose_renderer

QML = Path(__file__).parents[1] / "qml"
MINUTE_MS = 60_000

log = logging.getLogger(__name__)


class _EngineWindow:
    """One window of the module `Studio`, whose warnings are errors while it is made."""

    def __init__(self, component: str, name: str, model: QObject) -> None:
        self._complaints: list[str] = []
        self.engine = QQmlApplicationEngine()
        self.engine.setOutputWarningsToStandardError(False)
        self.engine.warnings.connect(self._complain)
        self.engine.addImportPath(str(QML))
        if isinstance(model, StudioModel):
            self.engine.addImageProvider("drawn", model.pictures)
            self.engine.addImageProvider("qr", QrProvider())
            self.engine.addImageProvider("pictogram", PictogramProvider())
        self.engine.setInitialProperties({name: model})
        self.engine.loadFromModule("Studio", component)
        roots = self.engine.rootObjects()
        if self._complaints or not roots or not isinstance(roots[0], QQuickWindow):
            raise ShellError("\n".join(self._complaints) or f"{component}.qml made no window")
        self.window: QQuickWindow = roots[0]

    def _complain(self, errors: list[QQmlError]) -> None:
        for each in errors:
            self._complaints.append(each.toString())
            log.error("%s", each.toString())

    def close(self) -> None:
        """Take the window down."""
        self.window.close()
        shiboken6.delete(self.engine)


class StudioWindow(_EngineWindow):
    """The window of an open project."""

    def __init__(self, studio: StudioModel) -> None:
        self.studio = studio
        super().__init__("Main", "studio", studio)
        studio.home_model.draw()
        studio.proposal_model.look_again()

    def close(self) -> None:
        """End all that runs, and take the window down."""
        self.studio.close()
        super().close()


class StartWindow(_EngineWindow):
    """The window of the first run; it closes once there is a project to open."""

    def __init__(self, model: StartModel) -> None:
        self.model = model
        super().__init__("Start", "model", model)
        model.opened.connect(self.window.close)

    def close(self) -> None:
        """Wait for what runs, and take the window down."""
        self.model.close()
        super().close()


@dataclass(frozen=True)
class Opening:
    """What the Studio opens: a folder, the site that it is published to, and the keys of that."""

    folder: Path
    site: str
    keys: Path
    icons: Collection[str]


def wall_clock() -> datetime:
    """Return the time of this machine."""
    return datetime.now(UTC)


def run_window(opening: Opening, language: str) -> int:
    """Show the window until it is closed, after the first run if there is no feed; return the exit status."""
    choose_renderer()
    looks = user_config_path("infodisk") / "studio.ini"
    appearance.scale_by(looks)
    application = fonts.make_application(sys.argv[:1])
    application.setApplicationDisplayName("Infodisk Studio")
    if not (opening.folder / "feed.yaml").is_file():
        start = StartModel(opening.folder, opening.keys, language, wall_clock)
        first = StartWindow(start)
        first.window.show()
        application.exec()
        first.close()
        if not start.site or not (opening.folder / "feed.yaml").is_file():
            return 0
        opening = replace(opening, site=start.site)
    drawing = DrawClient()
    drawing.start()  # it makes itself ready while the feed is read here
    project = Project(opening.folder, opening.icons)
    studio = StudioModel(project, opening.site, opening.keys, language, wall_clock, drawing)
    broker = user_config_path("infodisk") / "broker.yaml"
    studio.follow_model.use(broker)
    studio.home_model.appearance_model.use(looks)
    shown = StudioWindow(studio)
    studio.home_model.fleet_model.use(broker, opening.keys)
    minute = QTimer(interval=MINUTE_MS)
    minute.timeout.connect(studio.look_again)
    minute.start()
    shown.window.show()
    status = application.exec()
    minute.stop()
    shown.close()
    return status
