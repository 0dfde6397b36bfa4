"""A player that holds still: it shows the content it is given, and says what the stage made of it."""

from __future__ import annotations

import dataclasses
from enum import Enum, auto

from PySide6.QtCore import Slot

from kiosk.feed.models import Screen
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.player import Player
from kiosk.ui.slides.slide_card import SlideCard, SlideContent


class Outcome(Enum):
    """What became of the content that was given last."""

    WAITING = auto()
    SHOWN = auto()
    FAILED = auto()


class Still(Player):
    """Stands in for the player of a shell; it looks at no schedule and ends no slide."""

    outcome = Outcome.WAITING
    _screen: Screen | None = None
    _screen_of_card: Screen | None = None

    def use(self, context: ScreenContext) -> None:
        """Take a context without beginning to play."""
        self.pause()
        self._screen = context.screen
        super().use(context)
        self.stop()

    def resume(self) -> None:
        """Stay still when a visitor leaves."""

    def show(self, content: SlideContent) -> None:
        """Hand a content to the stage."""
        self.outcome = Outcome.WAITING
        self._card, self._screen_of_card = SlideCard(content, self), self._screen
        self.cardChanged.emit()

    def reword(self, content: SlideContent) -> bool:
        """Show a content on the card that is seen, if only its words differ; return whether that was so.

        Its picture is not decoded again, which takes most of the time of `show`.
        """
        card = self._card
        if (
            card is None
            or self.outcome is not Outcome.SHOWN
            or self._screen_of_card != self._screen
            or _lasting(card.value) != _lasting(content)
        ):
            return False
        card.show(content)
        return True

    @Slot(SlideCard)
    def shown(self, card: SlideCard) -> None:
        """Hear from the stage that the content is wholly seen."""
        if card is self._card:
            self.outcome = Outcome.SHOWN

    @Slot(SlideCard)
    def ended(self, card: SlideCard) -> None:
        """Hear from the stage that a video is over, which changes nothing here."""

    @Slot(SlideCard)
    def failed(self, card: SlideCard) -> None:
        """Hear from the stage that the content cannot be drawn."""
        if card is self._card:
            self.outcome = Outcome.FAILED


def _lasting(content: SlideContent) -> list[object]:
    """Return what of a content a card cannot change."""
    return [
        getattr(content, field.name)
        for field in dataclasses.fields(content)
        if field.metadata.get("constant")
    ]
