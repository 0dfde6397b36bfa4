"""A player that never advances: it shows the given content, and reports what became of it on the stage."""

from __future__ import annotations

import dataclasses
from enum import Enum, auto

from PySide6.QtCore import Slot

from kiosk.feed.models import Screen
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.player import Player
from kiosk.ui.slides.slide_card import SlideCard, SlideContent


class Outcome(Enum):
    """What became of the last content."""

    WAITING = auto()
    SHOWN = auto()
    FAILED = auto()


class Still(Player):
    """Replaces the player of a shell; it follows no schedule and ends no slide."""

    outcome = Outcome.WAITING
    _screen: Screen | None = None
    _screen_of_card: Screen | None = None

    def use(self, context: ScreenContext) -> None:
        """Use a context without starting to play."""
        self.pause()
        self._screen = context.screen
        super().use(context)
        self.stop()

    def resume(self) -> None:
        """Do nothing when a visitor leaves."""

    def show(self, content: SlideContent) -> None:
        """Pass a content to the stage."""
        self.outcome = Outcome.WAITING
        self._card, self._screen_of_card = SlideCard(content, self), self._screen
        self.cardChanged.emit()

    def reword(self, content: SlideContent) -> bool:
        """Show a content on the visible card if only the text differs; return whether this was possible.

        Unlike `show`, it does not decode the picture again, which takes most of the time.
        """
        card = self._card
        if (
            card is None
            or self.outcome is not Outcome.SHOWN
            or self._screen_of_card != self._screen
            or _constants_of(card.value) != _constants_of(content)
        ):
            return False
        card.show(content)
        return True

    @Slot(SlideCard)
    def shown(self, card: SlideCard) -> None:
        """Record that the stage shows the content completely."""
        if card is self._card:
            self.outcome = Outcome.SHOWN

    @Slot(SlideCard)
    def ended(self, card: SlideCard) -> None:
        """Ignore that a video has ended."""

    @Slot(SlideCard)
    def failed(self, card: SlideCard) -> None:
        """Record that the stage cannot draw the content."""
        if card is self._card:
            self.outcome = Outcome.FAILED


def _constants_of(content: SlideContent) -> list[object]:
    """Return the fields of a content that a card cannot change."""
    return [
        getattr(content, field.name)
        for field in dataclasses.fields(content)
        if field.metadata.get("constant")
    ]
