"""Says now and then, in the language of the slide that is seen, by which key the desk is read aloud.

Only where a device asks for it: a voice in a hall disturbs as much as it helps. It never speaks over an alert
or a film with sound, while a visitor is there or has stopped what moves, or more often than asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kiosk.ui.phrases import phrases
from kiosk.ui.shell.alert_voice import AlertVoice
from kiosk.ui.shell.speaker import Speaker, SpokenLine
from kiosk.ui.slides.player import Player
from kiosk.ui.slides.slide_card import SlideCard

VOLUME = 0.6
LEAST_S = 60.0
"""The shortest time between two hints, in seconds, whatever is asked for."""


class SpeechHint(QObject):
    """Speaks when a slide is seen and the last hint is `every_s` ago, in seconds of `monotonic`."""

    def __init__(
        self, player: Player, alerts: AlertVoice, monotonic: Callable[[], float], every_s: float
    ) -> None:
        super().__init__(player)
        self._player, self._alerts, self._monotonic = player, alerts, monotonic
        self._every_s = max(LEAST_S, every_s)
        self._said_at = monotonic()  # a screen that has just started has its first hint later
        self._speaker: Speaker | None = None
        self._speaks = False

    def serve(self, speaker: Speaker) -> None:
        """Speak through this speaker from now on."""
        self._speaker = speaker
        self._player.cardSeen.connect(self._look)
        self._player.stillChanged.connect(self._hush)

    def line_ended(self) -> None:
        """Hear from the speaker that the line has ended."""
        self._speaks = False

    def at_word(self, start: int, length: int) -> None:
        """Hear from the speaker which word it says; nothing on the slide marks it."""

    @Slot()
    def _hush(self) -> None:
        if self._speaks and self._speaker and self._player.still:
            self._speaks = False
            self._speaker.stop()

    @Slot(SlideCard)
    def _look(self, card: SlideCard) -> None:
        if self._may_speak(card) and self._speaker and self._speaker.speaks(card.value.language):
            self._said_at, self._speaks = self._monotonic(), True
            language = card.value.language
            self._speaker.say(SpokenLine(phrases(language).say("speech_hint"), language), VOLUME)

    def _may_speak(self, card: SlideCard) -> bool:
        is_due = self._monotonic() - self._said_at >= self._every_s
        is_quiet = not (self._player.still or self._player.taken_over or self._alerts.is_speaking())
        return is_due and is_quiet and not (card.value.kind == "video" and card.value.sound)
