"""The QML engine, the window and its view-models, which live and end together."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

import kiosk.ui.slides.film  # noqa: F401  # QML creates its items
from kiosk.feed.wall_time import Now
from kiosk.ui.display import Display
from kiosk.ui.images import PictogramProvider, QrProvider
from kiosk.ui.qml_window import QmlWindow
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.alert_voice import AlertVoice
from kiosk.ui.shell.maintenance import Maintenance
from kiosk.ui.shell.translation import Translation
from kiosk.ui.slides.attract_bar import AttractBarModel
from kiosk.ui.slides.notice_bar import NoticeBarModel
from kiosk.ui.slides.player import Player

if TYPE_CHECKING:
    from kiosk.ui.desk.desk import Desk
    from kiosk.ui.desk.printing import Printing
    from kiosk.ui.shell.read_aloud import ReadAloud
    from kiosk.ui.shell.visitor_desk import VisitorDesk

QML = Path(__file__).parents[1] / "qml"

SETTLED_BY_MS = 1000
"""When to set up the bar and the desk, even if no slide has been seen."""


def choose_renderer() -> None:
    """Render in software where there is no GPU: emulated OpenGL takes six times the processor time."""
    if "QT_QUICK_BACKEND" not in os.environ and not any(Path("/dev/dri").glob("renderD*")):
        QQuickWindow.setSceneGraphBackend("software")


class Shell(QObject):
    """The window and its view-models.

    `clock` returns the trusted time or None, `monotonic` seconds that never go back.
    """

    deskOpened = Signal()
    """The desk has been created, and speech and a printer can be connected to it."""

    def __init__(
        self,
        clock: Callable[[], Now],
        monotonic: Callable[[], float],
        player: type[Player] = Player,
    ) -> None:
        super().__init__()
        self.display = Display(self)
        self.player = player(clock, self)
        self.alert_voice = AlertVoice(self.player, self)
        self.bar = AttractBarModel(clock, self)
        self.notices = NoticeBarModel(clock, self)
        self.maintenance = Maintenance(monotonic, self)
        self._clock, self._monotonic = clock, monotonic
        self._visitor_desk: VisitorDesk | None = None
        self.player.slideShown.connect(self.bar.speak)
        self.player.stillChanged.connect(self._hold)
        self.bar.changed.connect(self._update_colours)
        self.settled = False
        """Whether everything is set up, not only the first picture."""

        self._patience = QTimer(self, singleShot=True, interval=SETTLED_BY_MS)
        self._context: ScreenContext | None = None
        self._qml = QmlWindow(QML)
        self._qml.add_images(qr=QrProvider(), pictogram=PictogramProvider())
        self.engine = self._qml.engine
        self.translation = Translation(self.engine, self)
        models = ("display", "player", "bar", "notices", "maintenance")
        self.window = self._qml.load("Kiosk", "Main", {name: getattr(self, name) for name in models})
        self.window.touched.connect(self._welcome)  # type: ignore[attr-defined]  # a signal of Main.qml

    @property
    def desk(self) -> Desk:
        """The desk; created on first use."""
        return self._opened_desk().desk

    @property
    def read_aloud(self) -> ReadAloud:
        """The view-model for reading the desk aloud."""
        return self._opened_desk().read_aloud

    @property
    def printing(self) -> Printing:
        """The view-model for printing the ticket."""
        return self._opened_desk().printing

    @property
    def has_visitor(self) -> bool:
        """Whether somebody is at the desk."""
        return self._visitor_desk is not None and self.desk.page != "attract"

    def _opened_desk(self) -> VisitorDesk:
        if self._visitor_desk is None:
            from kiosk.ui.shell.visitor_desk import VisitorDesk  # noqa: PLC0415  # see there

            opened = self._visitor_desk = VisitorDesk(self._clock, self._monotonic, self)
            opened.desk.visitorCame.connect(self.player.pause)
            opened.desk.visitorLeft.connect(self.player.resume)
            opened.desk.languageChanged.connect(self.translation.use)
            if self._context:
                opened.desk.use(self._context)
            QMetaObject.invokeMethod(self.window, "openDesk", Q_ARG("QVariant", opened.view_models))
            self.deskOpened.emit()
        return self._visitor_desk

    @Slot(bool)
    def _welcome(self, listening: bool) -> None:  # noqa: FBT001  # a slot for QML
        """Start a visit when the slides are touched; `listening` turns reading aloud on."""
        turn = self.player.seen_turn
        self.desk.welcome(*((turn.slide, turn.language) if turn else ("", "")))
        if listening:
            self.desk.pages.value.accessibility.toggleListening()

    def use(self, context: ScreenContext) -> None:
        """Show another generation, or the same with other free times; the first time, slides come first."""
        first, self._context = self._context is None, context
        self.display.use(context.screen, moves=context.moves)
        self._update_colours()
        self.notices.use(context)
        if first:
            self.window.frameSwapped.connect(self._settle_if_seen)
            QTimer.singleShot(SETTLED_BY_MS, self, self.settle)
        elif self.settled:
            self._set_up_bar_and_desk()
        if self._visitor_desk:
            self.desk.use(context)
        else:
            self.translation.use(context.screen.languages[0])
        self.player.use(context)
        self.maintenance.use(context)

    @Slot()
    def _settle_if_seen(self) -> None:
        if self.player.seen:
            QTimer.singleShot(0, self, self.settle)  # not while a frame is being drawn

    def settle(self) -> None:
        """Set up what the first picture did not need."""
        if not self.settled and self._context:
            self.settled = True
            self.window.frameSwapped.disconnect(self._settle_if_seen)
            self._set_up_bar_and_desk()

    def _set_up_bar_and_desk(self) -> None:
        if self._context:
            self.bar.use(self._context)
            if self._context.screen.touch:
                self._opened_desk()

    @Slot()
    def _update_colours(self) -> None:
        """Use the colours for the time of day, but never change them while a visitor is reading."""
        if self._context and not self.has_visitor:
            now = self._clock()
            self.display.look(self._context.local(now).time() if now else None)

    @Slot()
    def _hold(self) -> None:
        """Stop the texts around the slides whenever the slides are stopped."""
        still = bool(self.player.still)
        self.bar.hold(held=still)
        self.notices.hold(held=still)

    def when_seen(self, show: Callable[[], None]) -> None:
        """Call `show` once a slide is seen, or after a second, so that no empty window appears first."""
        if self._context is None or self.player.seen:
            show()
            return
        from PySide6.QtCore import Qt  # noqa: PLC0415  # creates its enums while the first picture is decoded

        self._patience.timeout.connect(show)
        self.player.seenChanged.connect(self._patience.stop)
        self.player.seenChanged.connect(show, Qt.ConnectionType.SingleShotConnection)
        self._patience.start()

    def fill_screen(self) -> None:
        """Lay everything out for the full screen before the window is shown there."""
        self.window.setProperty("whole", True)  # a value for QML

    def show_within_screen(self) -> None:
        """Show the window in its own aspect ratio, reduced to fit the screen of this machine."""
        from PySide6.QtCore import Qt  # noqa: PLC0415  # as above

        available = QGuiApplication.primaryScreen().availableSize() * 0.9
        size = self.window.size()
        if size.width() > available.width() or size.height() > available.height():
            self.window.resize(size.scaled(available, Qt.AspectRatioMode.KeepAspectRatio))
        self.window.show()

    def close(self) -> None:
        """Stop the timers, then close window and engine, while everything that they refer to still exists."""
        self.settled = True  # nothing more is set up
        self._patience.stop()
        self.player.stop()
        self.alert_voice.stop()
        self.bar.stop()
        self.notices.stop()
        if self._visitor_desk:
            self._visitor_desk.stop()
        self.maintenance.stop()
        self._qml.close()
