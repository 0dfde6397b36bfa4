"""The slides in their order: which is next, when it gives way, what a new feed or a visitor changes."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.signage.cycle import Turn, next_turn
from kiosk.signage.schedule import Schedule, Showing
from kiosk.ui.card import Face, SlideCard
from kiosk.ui.faces import face, office_face
from kiosk.ui.world import World

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

FAILURES_ALLOWED = 3
LOOK_MS = 1000
"""How often the schedule is asked: a takeover is on within a second, even if the clock is set meanwhile."""

FALLBACK_DWELL_S = 12.0

log = logging.getLogger(__name__)


@QmlElement
class Player(QObject):
    """Hands one card after the other to the stage, which says when each is really seen."""

    cardChanged = Signal()
    waitingChanged = Signal()
    slideShown = Signal(str, str)  # slide id, language
    slideSetAside = Signal(str)  # slide id

    def __init__(
        self,
        clock: Callable[[], datetime],
        clock_trusted: Callable[[], bool] = lambda: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._clock_trusted = clock_trusted
        self._world: World | None = None
        self._schedule: Schedule | None = None
        self._card: SlideCard | None = None
        self._turn: Turn | None = None
        self._showing = Showing()
        self._failures: Counter[str] = Counter()
        self._paused = False
        self._dwell = QTimer(self, singleShot=True)
        self._dwell.timeout.connect(self.advance)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._reconsider)

    @Property(SlideCard, notify=cardChanged)
    def card(self) -> SlideCard | None:
        """The card to show next, or that is shown."""
        return self._card

    @Property(bool, notify=waitingChanged)
    def waiting(self) -> bool:
        """Whether there is no content yet at all."""
        return self._world is None

    def use(self, world: World) -> None:
        """Show `world` from the next slide on; at once if nothing is shown or a takeover begins or ends."""
        before, self._world = self._world, world
        if before is None or world.feed is not before.feed or world.screen_id != before.screen_id:
            self._failures.clear()
            self._schedule = Schedule(world.feed, world.screen_id)
        if before is None:
            self.waitingChanged.emit()
            self._look.start()
            self.advance()
        else:
            self._reconsider()

    def pause(self) -> None:
        """Stay on this slide while a visitor uses the desk above it."""
        self._paused = True
        self._dwell.stop()

    def resume(self) -> None:
        """Go on with the next slide."""
        if self._paused:
            self._paused = False
            self.advance()

    def advance(self) -> None:
        """Hand the next card to the stage."""
        if self._world is None or self._paused:
            return
        self._look_at_schedule()
        self._turn = next_turn(self._without_failed(), self._world.screen.languages, self._turn)
        self._show(self._face(self._world))

    def stop(self) -> None:
        """End all timers."""
        self._dwell.stop()
        self._look.stop()

    @Slot()
    def shown(self) -> None:
        """Hear from the stage that the card is wholly seen; its dwell time begins."""
        if self._world is None or self._card is None:
            return
        slide = self._world.feed.slides.get(self._turn.slide) if self._turn else None
        if not self._paused:
            self._dwell.start(int((slide.dwell if slide else FALLBACK_DWELL_S) * 1000))
        if self._turn:
            self.slideShown.emit(self._turn.slide, self._turn.language)

    @Slot()
    def failed(self) -> None:
        """Hear from the stage that the card cannot be drawn; the one before it stays until another can."""
        if self._turn:
            self._failures[self._turn.slide] += 1
            log.warning("slide %s cannot be drawn", self._turn.slide)
            if self._failures[self._turn.slide] >= FAILURES_ALLOWED:
                self.slideSetAside.emit(self._turn.slide)
        QTimer.singleShot(0, self, self.advance)

    @Slot(SlideCard)
    def retire(self, card: SlideCard) -> None:
        """Hear from the stage that nothing shows `card` any more."""
        card.deleteLater()

    def _show(self, new: Face) -> None:
        self._card = SlideCard(new, self)
        self.cardChanged.emit()

    def _face(self, world: World) -> Face:
        if self._turn is None:
            return office_face(world, world.screen.languages[0], self._clock())
        slide = world.feed.slides[self._turn.slide]
        return face(slide, world, self._turn.language, self._clock())

    def _without_failed(self) -> Showing:
        kept = tuple(slide for slide in self._showing.slides if self._failures[slide] < FAILURES_ALLOWED)
        return Showing(kept, self._showing.playlists, self._showing.takeover, self._showing.until)

    def _look_at_schedule(self) -> None:
        if self._schedule:
            self._showing = self._schedule.at(self._clock(), clock_trusted=self._clock_trusted())

    def _reconsider(self) -> None:
        """Look again at what is on: a takeover that begins or ends does not wait for the slide's turn."""
        before = self._showing
        self._look_at_schedule()
        if (before.takeover or self._showing.takeover) and before.playlists != self._showing.playlists:
            self.advance()
