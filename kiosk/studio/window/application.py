"""The Studio application: creates the engines, windows and view-models, and keeps them alive."""

from __future__ import annotations

import sys
from collections.abc import Collection
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QTimer

from kiosk.frozen import frozen
from kiosk.studio.core.project import Project
from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.studio.window import appearance
from kiosk.studio.window.start_model import StartModel
from kiosk.studio.window.studio_model import StudioModel
from kiosk.ui import fonts
from kiosk.ui.images import PictogramProvider, QrProvider
from kiosk.ui.qml_window import QmlWindow
from kiosk.ui.shell.shell import choose_renderer

QML = Path(__file__).parents[1] / "qml"
MINUTE_MS = 60_000


class StudioWindow:
    """The window of an open project."""

    def __init__(self, studio: StudioModel) -> None:
        self.studio = studio
        self._qml = QmlWindow(QML)
        self._qml.add_images(drawn=studio.pictures, qr=QrProvider(), pictogram=PictogramProvider())
        self.engine = self._qml.engine
        self.window = self._qml.load("Studio", "Main", {"studio": studio})
        studio.home_model.draw()
        studio.proposal_model.refresh()

    def close(self) -> None:
        """Stop all running work, and close the window."""
        self.studio.close()
        self._qml.close()


class StartWindow:
    """The window of the first run; it closes once there is a project to open."""

    def __init__(self, model: StartModel) -> None:
        self.model = model
        self._qml = QmlWindow(QML)
        self.window = self._qml.load("Studio", "Start", {"model": model})
        model.opened.connect(self.window.close)

    def close(self) -> None:
        """Wait for running work, and close the window."""
        self.model.close()
        self._qml.close()


@frozen
class Opening:
    """What the Studio opens: a folder, the site that it is published to, and the keys of the site."""

    folder: Path
    site: str
    keys: Path
    icons: Collection[str]


def wall_clock() -> datetime:
    """Return the current time of this machine."""
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
    drawing.start()  # it gets ready while this process reads the feed
    with closing(drawing):
        project = Project(opening.folder, opening.icons)
        studio = StudioModel(project, opening.site, opening.keys, language, wall_clock, drawing)
        broker = user_config_path("infodisk") / "broker.yaml"
        studio.follow_model.use(broker)
        studio.home_model.appearance_model.use(looks)
        with closing(StudioWindow(studio)) as shown:
            studio.home_model.fleet_model.use(broker, opening.keys)
            minute = QTimer(studio, interval=MINUTE_MS)
            minute.timeout.connect(studio.refresh)
            minute.start()
            shown.window.show()
            status = application.exec()
            minute.stop()
    return status
