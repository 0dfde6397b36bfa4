"""Says from time to time, in the language of the current slide, which key starts reading the desk aloud.

Only where the settings of a device enable it: a voice in a hall disturbs as much as it helps. It never speaks
over an alert or a film with sound, while a visitor is at the desk or has stopped the slides, or more often
than configured.
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
MIN_INTERVAL_S = 60.0
"""The minimum time between two hints in seconds, whatever is configured."""


class SpeechHint(QObject):
    """Speaks when a slide is seen and the last hint was at least `every_s` ago, by `monotonic`."""

    def __init__(
        self, player: Player, alerts: AlertVoice, monotonic: Callable[[], float], every_s: float
    ) -> None:
        super().__init__(player)
        self._player, self._alerts, self._monotonic = player, alerts, monotonic
        self._every_s = max(MIN_INTERVAL_S, every_s)
        self._said_at = monotonic()  # no hint right after the start
        self._speaker: Speaker | None = None
        self._speaks = False

    def serve(self, speaker: Speaker) -> None:
        """Use this speaker from now on."""
        self._speaker = speaker
        self._player.cardSeen.connect(self._look)
        self._player.stillChanged.connect(self._hush)

    def line_ended(self) -> None:
        """Note that the hint is over; called by the speaker."""
        self._speaks = False

    def at_word(self, start: int, length: int) -> None:
        """Do nothing: slides do not mark the spoken word."""

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
