"""Reads the desk aloud, line by line, each in its own language, and marks the word being spoken.

The lines are taken from the visible items, so that speech never differs from the screen. Where a topic has a
recording, as in a language without a voice, that is played instead. The speaker is passed in.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.desk.desk import Desk
from kiosk.ui.scene import plain_words, visible_items
from kiosk.ui.shell.speaker import Speaker, SpokenLine
from kiosk.visitor.events import VOLUMES, Eased
from kiosk.visitor.session import Page

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReadAloud(QObject):
    """Reads each new page while the visitor is listening, and stops as soon as they move on."""

    changed = Signal()
    heardChanged = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window: QQuickWindow | None = None
        self._speaker: Speaker | None = None
        self._waiting: list[SpokenLine] = []
        self._line: SpokenLine | None = None
        self._word = (0, 0)
        self._place: tuple[object, ...] = ()
        self._heard: list[str] = []
        self._begin = QTimer(self, singleShot=True, interval=0)
        self._begin.timeout.connect(self._read)
        desk.turned.connect(self._look)

    def serve(self, speaker: Speaker, window: QQuickWindow) -> None:
        """Read the contents of this window with this speaker."""
        self._speaker, self._window = speaker, window
        self._desk.has_voice, self._desk.can_play = speaker.speaks, speaker.plays
        self._hear()
        self.changed.emit()

    def stop(self) -> None:
        """Stop reading, and cancel any reading that is about to begin."""
        self._begin.stop()
        self._hush()

    @Slot()
    def readAgain(self) -> None:
        """Read the current page again, because its content has changed, if the visitor is listening."""
        self._hush()
        if self._desk.session.ease.listening:
            self._begin.start()
        self.changed.emit()

    @Property(bool, notify=changed)
    def available(self) -> bool:
        """Whether this page can be read aloud in the visitor's language."""
        return self._speaker is not None and (
            self._speaker.speaks(self._desk.language)
            or (self._desk.recording() is not None and self._speaker.plays())
        )

    @Property("QStringList", notify=heardChanged)  # type: ignore[arg-type]  # a type of QML's
    def heard(self) -> list[str]:
        """The screen's languages whose own name can be read aloud."""
        return self._heard

    def _hear(self) -> None:
        heard = [code for code in self._desk.languages if self._can_name(code)]
        if heard != self._heard:
            self._heard = heard
            self.heardChanged.emit()

    def _can_name(self, language: str) -> bool:
        has_voice = self._speaker is not None and self._speaker.speaks(language)
        has_recording = self._desk.language_recording(language) is not None
        return has_voice or (has_recording and self._speaker is not None and self._speaker.plays())

    @Slot(str, str)
    def introduce(self, language: str, words: str) -> None:
        """Read out a language's own name, and turn listening on: the visitor may not be able to read."""
        self._desk.send(Eased(replace(self._desk.session.ease, listening=True)))
        self._begin.stop()
        self._hush()
        recording = self._desk.language_recording(language)
        if recording and self._speaker:
            self._speaker.play(recording, self._volume())
        else:
            self._waiting = [SpokenLine(words, language)]
            self.line_ended()

    @Property(str, notify=changed)
    def caption(self) -> str:
        """The line being spoken as styled text, with the current word marked."""
        if self._line is None:
            return ""
        text, (start, length) = self._line.text, self._word
        parts = (text[:start], text[start:][:length], text[start + length :])
        before, word, after = map(escape, parts)
        return f"{before}<u><b>{word}</b></u>{after}" if length else before + word + after

    @Property(str, notify=changed)
    def captionLanguage(self) -> str:
        """The language of the caption."""
        return self._line.language if self._line else self._desk.language

    def line_ended(self) -> None:
        """Continue with the next line; called by the speaker when a line, but not a recording, has ended."""
        self._line, self._word = None, (0, 0)
        if self._waiting and self._speaker:
            self._line = self._waiting.pop(0)
            self._speaker.say(self._line, self._volume())
        self.changed.emit()

    def at_word(self, start: int, length: int) -> None:
        """Mark the word that the speaker says."""
        self._word = (start, length)
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        """Start again if the page, the language or the question on top has changed."""
        visit = self._desk.session
        place = (
            *(visit.ease.listening, visit.shown, visit.language, visit.topic, visit.pointed),
            *(visit.question, visit.leaving, visit.warned),
        )
        if place == self._place:
            return
        if visit.shown is Page.LANGUAGE:
            self._hear()
        newly_warned = visit.warned and not (self._place and self._place[-1])
        self._place = place
        self._hush()
        if newly_warned and self._speaker:
            self._speaker.chime()
        if visit.ease.listening:
            self._begin.start()
        self.changed.emit()

    def _volume(self) -> float:
        return VOLUMES[self._desk.session.ease.volume]

    def _hush(self) -> None:
        self._waiting, self._line, self._word = [], None, (0, 0)
        if self._speaker:
            self._speaker.stop()

    @Slot()
    def _read(self) -> None:
        if self._speaker is None or not self._desk.session.ease.listening:
            return
        recording = (
            None if self._desk.session.warned or self._desk.session.leaving else self._desk.recording()
        )
        if recording:
            self._speaker.play(recording, self._volume())
            return
        self._waiting = [line for line in self._lines() if self._speaker.speaks(line.language)]
        self.line_ended()

    def _lines(self) -> list[SpokenLine]:
        """Return the texts of the page, or of the question on top of it, in reading order."""
        if self._window is None:
            return []
        visit = self._desk.session
        page = f"topic-{visit.pointed}" if visit.pointed else f"page-{visit.shown}"
        wanted = "warning" if visit.warned or visit.leaving else page
        layers = [item for item in visible_items(self._window.contentItem()) if item.objectName() == wanted]
        return [line for layer in layers for item in visible_items(layer) if (line := _line(item))]


def _line(item: QQuickItem) -> SpokenLine | None:
    text = plain_words(item).strip() if item.inherits("QQuickText") else ""
    has_words = any(letter.isalnum() for letter in text)
    return SpokenLine(text, str(item.property("language"))) if has_words else None
