"""A player that holds still: it shows the face it is given, and says what the stage made of it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Slot

from kiosk.ui.card import Face, SlideCard
from kiosk.ui.player import Player
from kiosk.ui.world import World


class Outcome(Enum):
    """What became of the face that was given last."""

    WAITING = auto()
    SHOWN = auto()
    FAILED = auto()


class Still(Player):
    """Stands in for the player of a front; it looks at no schedule and ends no slide."""

    outcome = Outcome.WAITING

    def use(self, world: World) -> None:
        """Take a world without beginning to play."""
        self.pause()
        super().use(world)
        self.stop()

    def resume(self) -> None:
        """Stay still when a visitor leaves."""

    def show(self, face: Face) -> None:
        """Hand a face to the stage."""
        self.outcome = Outcome.WAITING
        self._card = SlideCard(face, self)
        self.cardChanged.emit()

    @Slot(SlideCard)
    def shown(self, card: SlideCard) -> None:
        """Hear from the stage that the face is wholly seen."""
        if card is self._card:
            self.outcome = Outcome.SHOWN

    @Slot(SlideCard)
    def ended(self, card: SlideCard) -> None:
        """Hear from the stage that a video is over, which changes nothing here."""

    @Slot(SlideCard)
    def failed(self, card: SlideCard) -> None:
        """Hear from the stage that the face cannot be drawn."""
        if card is self._card:
            self.outcome = Outcome.FAILED
