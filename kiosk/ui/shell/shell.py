"""Everything that is seen: engine, window and view-models, held together for as long as they live."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

import kiosk.ui.slides.film  # noqa: F401  # QML makes its items
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
"""By when the bar is made ready, even if no slide has been seen."""


def choose_renderer() -> None:
    """Draw in software where there is no GPU: emulated OpenGL costs six times the processor time."""
    if "QT_QUICK_BACKEND" not in os.environ and not any(Path("/dev/dri").glob("renderD*")):
        QQuickWindow.setSceneGraphBackend("software")


class Shell(QObject):
    """The window and its view-models.

    `clock` gives the trusted time or None, `monotonic` seconds that only grow.
    """

    deskOpened = Signal()
    """There is a desk now, to be served by speech and printer."""

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
        self.bar.changed.connect(self._look_at_clock)
        self.settled = False
        """Whether all is there, not only the first picture."""

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
        """The desk, opened if it is not yet."""
        return self._opened_desk().desk

    @property
    def read_aloud(self) -> ReadAloud:
        """What reads the desk aloud."""
        return self._opened_desk().read_aloud

    @property
    def printing(self) -> Printing:
        """The printed ticket."""
        return self._opened_desk().printing

    @property
    def has_visitor(self) -> bool:
        """Whether somebody is at the desk."""
        return self._visitor_desk is not None and self.desk.page != "attract"

    def _opened_desk(self) -> VisitorDesk:
        if self._visitor_desk is None:
            from kiosk.ui.shell.visitor_desk import VisitorDesk  # noqa: PLC0415  # see there

            made = self._visitor_desk = VisitorDesk(self._clock, self._monotonic, self)
            made.desk.visitorCame.connect(self.player.pause)
            made.desk.visitorLeft.connect(self.player.resume)
            made.desk.languageChanged.connect(self.translation.use)
            if self._context:
                made.desk.use(self._context)
            QMetaObject.invokeMethod(self.window, "openDesk", Q_ARG("QVariant", made.view_models))
            self.deskOpened.emit()
        return self._visitor_desk

    @Slot(bool)
    def _welcome(self, listening: bool) -> None:  # noqa: FBT001  # a slot for QML
        """Let a touch of the slides begin a visit, read aloud where that was asked for."""
        turn = self.player.seen_turn
        self.desk.welcome(*((turn.slide, turn.language) if turn else ("", "")))
        if listening:
            self.desk.pages.value.accessibility.toggleListening()

    def use(self, context: ScreenContext) -> None:
        """Show another generation, or the same with other free times; at first the slides come first."""
        first, self._context = self._context is None, context
        self.display.use(context.screen, moves=context.moves)
        self._look_at_clock()
        self.notices.use(context)
        if first:
            self.window.frameSwapped.connect(self._settle_if_seen)
            QTimer.singleShot(SETTLED_BY_MS, self, self.settle)
        elif self.settled:
            self._furnish()
        if self._visitor_desk:
            self.desk.use(context)
        else:
            self.translation.use(context.screen.languages[0])
        self.player.use(context)
        self.maintenance.use(context)

    @Slot()
    def _settle_if_seen(self) -> None:
        if self.player.seen:
            QTimer.singleShot(0, self, self.settle)  # not within the drawing of a frame

    def settle(self) -> None:
        """Make ready what the first picture did not need."""
        if not self.settled and self._context:
            self.settled = True
            self.window.frameSwapped.disconnect(self._settle_if_seen)
            self._furnish()

    def _furnish(self) -> None:
        if self._context:
            self.bar.use(self._context)
            if self._context.screen.touch:
                self._opened_desk()

    @Slot()
    def _look_at_clock(self) -> None:
        """Take the colours of the hour, but never change them while a visitor reads."""
        if self._context and not self.has_visitor:
            now = self._clock()
            self.display.look(self._context.local(now).time() if now else None)

    @Slot()
    def _hold(self) -> None:
        """Let the words around the slides stand still whenever the slides do."""
        held = bool(self.player.still)
        self.bar.hold(held=held)
        self.notices.hold(held=held)

    def when_seen(self, show: Callable[[], None]) -> None:
        """Call `show` once there is a slide to see, so that no empty window is seen before it."""
        if self._context is None or self.player.seen:
            show()
            return
        from PySide6.QtCore import Qt  # noqa: PLC0415  # its enums are made while the first picture is decoded

        self._patience.timeout.connect(show)
        self.player.seenChanged.connect(self._patience.stop)
        self.player.seenChanged.connect(show, Qt.ConnectionType.SingleShotConnection)
        self._patience.start()

    def fill_screen(self) -> None:
        """Lay everything out for the whole screen, over which the window is shown later."""
        self.window.setProperty("whole", True)  # a value for QML

    def show_within_screen(self) -> None:
        """Show the window in its own shape, made smaller where the screen at hand is smaller."""
        from PySide6.QtCore import Qt  # noqa: PLC0415  # as above

        room = QGuiApplication.primaryScreen().availableSize() * 0.9
        size = self.window.size()
        if size.width() > room.width() or size.height() > room.height():
            self.window.resize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        self.window.show()

    def close(self) -> None:
        """End timers, window and engine, in this order, while all they refer to is still alive."""
        self.settled = True  # nothing is made ready any more
        self._patience.stop()
        self.player.stop()
        self.alert_voice.stop()
        self.bar.stop()
        self.notices.stop()
        if self._visitor_desk:
            self._visitor_desk.stop()
        self.maintenance.stop()
        self._qml.close()
