"""The sound output of a kiosk: Qt's speech through speech-dispatcher, recordings, and a chime.

It is silent without an audio device. If headphones are configured, so that nobody else can listen (EN 301 549
5.1.3.2), it is silent while they are unplugged. Qt's modules are imported when first needed.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QUrl

from kiosk.device import speech_service
from kiosk.device.espeak_voices import use_plain_voices
from kiosk.feed.localized_text import UNVOWELLED
from kiosk.resources import assets
from kiosk.ui.shell.speaker import SpokenLine

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QMediaPlayer
    from PySide6.QtTextToSpeech import QTextToSpeech

    from kiosk.ui.shell.alert_voice import AlertVoice
    from kiosk.ui.shell.read_aloud import ReadAloud
    from kiosk.ui.shell.speech_hint import SpeechHint

CHIME = "sounds/chime.wav"

SERVICE = "speechd"
"""Qt's name for speech-dispatcher."""

SINK = "PULSE_SINK"
"""The environment variable that selects speech-dispatcher's output in PipeWire or PulseAudio."""

RETRY_S = 60.0
"""How long to wait before looking for a missing speech service again."""

log = logging.getLogger(__name__)


class SpeechOutput(QObject):
    """Speaks lines and plays recordings for one listener, one at a time."""

    def __init__(
        self, listener: ReadAloud | AlertVoice | SpeechHint, engine: str = SERVICE, headphones: str = ""
    ) -> None:
        super().__init__(listener)
        self._headphones = headphones.lower()
        self._listener, self._engine_name = listener, engine
        self._engine: QTextToSpeech | None = None
        self._player: QMediaPlayer | None = None
        self._saying = False
        self._missing_since: float | None = None

    def speaks(self, language: str) -> bool:
        """Return whether the engine has a voice for the language."""
        is_speakable = language.partition("_")[0] not in UNVOWELLED  # only recordings are used
        return is_speakable and self.plays() and self._locale(language) is not None

    def plays(self) -> bool:
        """Return whether the configured headphones are plugged in; True if none are configured."""
        return not self._headphones or self._device() is not None

    def say(self, line: SpokenLine, volume: float) -> None:
        """Speak a line in its language."""
        if not self.plays():  # checked before an engine is created, since it keeps its first output
            self._listener.line_ended()
            return
        engine, locale = self._speech(), self._locale(line.language)
        if engine is None or locale is None:
            self._listener.line_ended()
            return
        engine.setLocale(locale)
        engine.setVolume(volume)
        self._saying = True
        engine.say(line.text)

    def play(self, recording: Path, volume: float) -> None:
        """Play a file."""
        self._sound(recording, volume)

    def chime(self) -> None:
        """Play the chime."""
        self._sound(assets() / CHIME, 0.6)

    def stop(self) -> None:
        """Stop all sound at once."""
        self._saying = False
        if self._engine:
            self._engine.stop()
        if self._player:
            self._player.stop()

    def _device(self) -> QAudioDevice | None:
        """Return the output device: the headphones if configured, otherwise the system's choice."""
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415  # loaded when first needed

        if self._headphones:
            return next(filter(self._is_headphones, QMediaDevices.audioOutputs()), None)
        device = QMediaDevices.defaultAudioOutput()
        return None if device.isNull() else device

    def _is_headphones(self, device: QAudioDevice) -> bool:
        name = f"{device.description()} {bytes(device.id().data()).decode(errors='replace')}"
        return self._headphones in name.lower()

    def _locale(self, language: str) -> QLocale | None:
        engine, wanted = self._speech(), QLocale(language).language()
        locales = engine.availableLocales() if engine else []
        return next((each for each in locales if each.language() == wanted), None)

    def _speech(self) -> QTextToSpeech | None:
        since = self._missing_since
        if self._engine is None and (since is None or monotonic() - since >= RETRY_S):
            self._engine = self._create_engine()
            self._missing_since = None if self._engine else monotonic()
        return self._engine

    def _create_engine(self) -> QTextToSpeech | None:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  # loaded when first needed

        use_plain_voices()
        device = self._device() if self._headphones else None
        if self._headphones and device is None:
            return None
        if device:
            os.environ[SINK] = bytes(device.id().data()).decode(errors="replace")
        if self._engine_name == SERVICE and speech_service.is_stuck():
            self._report("the speech service does not answer")
            return None
        engine = QTextToSpeech(self._engine_name, self)
        if engine.state() == QTextToSpeech.State.Error:
            self._report(engine.errorString())
            engine.deleteLater()
            return None
        engine.stateChanged.connect(self._on_state)
        engine.sayingWord.connect(lambda _word, _id, start, length: self._listener.at_word(start, length))
        return engine

    def _report(self, reason: str) -> None:
        level = logging.WARNING if self._missing_since is None else logging.DEBUG  # logged once
        log.log(level, "speech is not available: %s", reason)

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if self._saying and state.name in {"Ready", "Error"}:
            self._saying = False
            self._listener.line_ended()

    def _sound(self, file: Path, volume: float) -> None:
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer  # noqa: PLC0415  # loaded when first needed

        device = self._device()
        if device is None:
            return
        if self._player is None:
            self._player = QMediaPlayer(self)
            self._player.setAudioOutput(QAudioOutput(self._player))
        self._player.audioOutput().setDevice(device)
        self._player.audioOutput().setVolume(volume)
        self._player.setSource(QUrl.fromLocalFile(str(file)))
        self._player.play()
