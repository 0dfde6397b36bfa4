"""Reads out an alert that interrupts a screen: a chime, then each page in its language while it is seen.

Each line is said once per alert; a line that an update rewords is said too. Starting a visit or stopping the
slides silences the voice. Languages without a voice are skipped. If the voice never finishes a line, as on a
machine without a sound card, the pages no longer wait for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.ui.scene import without_marks
from kiosk.ui.shell.speaker import Speaker, SpokenLine
from kiosk.ui.slides.alert_contents import CUT, SWEDISH
from kiosk.ui.slides.player import Player
from kiosk.ui.slides.slide_card import SlideCard, SlideContent

VOLUME = 1.0
AFTER_CHIME_MS = 1500
LONGEST_LINE_MS = 20_000
"""How long the voice may take for one line before it counts as stuck."""

log = logging.getLogger(__name__)


class AlertVoice(QObject):
    """Reads out each page of an alert, and keeps the page on screen meanwhile."""

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._open: Callable[[AlertVoice], Speaker] | None = None
        self._speaker: Speaker | None = None
        self._chimed: set[str] = set()
        self._spoken: set[SpokenLine] = set()
        self._waiting: list[SpokenLine] = []
        self._line: SpokenLine | None = None
        self._begin = QTimer(self, singleShot=True, interval=AFTER_CHIME_MS)
        self._begin.timeout.connect(self._say)
        self._is_stuck = False
        self._patience = QTimer(self, singleShot=True, interval=LONGEST_LINE_MS)
        self._patience.timeout.connect(self._give_up)
        player.lingers = self.is_speaking
        player.cardSeen.connect(self._look)
        player.stillChanged.connect(self._hold)

    def serve(self, open_speaker: Callable[[AlertVoice], Speaker]) -> None:
        """Set the function that opens the speaker; it is called at the first alert."""
        self._open = open_speaker

    def is_speaking(self) -> bool:
        """Return whether a line of the visible page is being spoken, or is about to be."""
        return not self._is_stuck and (self._line is not None or self._begin.isActive())

    def stop(self) -> None:
        """Stop speaking; a line that was interrupted is spoken when its page is seen again."""
        self._begin.stop()
        self._patience.stop()
        self._waiting, self._line = [], None
        if self._speaker:
            self._speaker.stop()

    def line_ended(self) -> None:
        """Continue with the next line; called by the speaker when a line has ended."""
        self._is_stuck = False
        if self._line:
            self._spoken.add(self._line)
        self._say()

    def at_word(self, start: int, length: int) -> None:
        """Do nothing: no alert page marks the spoken word."""

    @Slot()
    def _say(self) -> None:
        self._line = self._waiting.pop(0) if self._waiting else None
        self._patience.stop()
        if self._speaker and self._line:
            self._patience.start()
            self._speaker.say(self._line, VOLUME)

    @Slot()
    def _give_up(self) -> None:
        if not self._is_stuck:
            log.warning("the voice did not finish a line in time; alert pages no longer wait for it")
        self._is_stuck = True
        self.stop()

    @Slot()
    def _hold(self) -> None:
        if self._player.still:
            self.stop()

    @Slot(SlideCard)
    def _look(self, card: SlideCard) -> None:
        """Read out what is new on the visible card; a card of another kind ends the alert."""
        content = card.value
        if content.kind == "alert":
            self._read(content)
        elif self._chimed:
            self.stop()
            self._chimed.clear()
            self._spoken.clear()

    def _read(self, content: SlideContent) -> None:
        self.stop()
        self._speaker = speaker = self._speaker or (self._open(self) if self._open else None)
        if speaker is None or self._player.still or not speaker.plays():
            return
        self._waiting = [
            line
            for line in alert_lines(content)
            if line not in self._spoken and speaker.speaks(line.language)
        ]
        if not content.figure or content.figure in self._chimed:
            self._say()
        else:
            self._chimed.add(content.figure)
            speaker.chime()
            self._begin.start()


def alert_lines(content: SlideContent) -> Iterator[SpokenLine]:
    """Yield the lines of an alert page in order; the sender's headline is in Swedish.

    A headline that is cut short is left out, because the full headline has its own page.
    """
    for text in (content.state, content.title, content.body):
        if text:
            yield SpokenLine(without_marks(text), content.language)
    headline = without_marks(content.figure)
    if headline and content.language == SWEDISH and not headline.endswith(CUT):
        yield SpokenLine(headline, SWEDISH)
