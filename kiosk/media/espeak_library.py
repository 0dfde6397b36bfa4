"""eSpeak NG as a library: the synthetic voice that speech-dispatcher depends on, without its command."""

from __future__ import annotations

import ctypes
import ctypes.util
import io
import unicodedata
import wave

from kiosk.feed.localized_text import UNVOWELLED
from kiosk.feed.message_catalog import tr

_SYNCHRONOUS, _UTF8, _RATE, _CHARACTERS = 2, 1, 1, 1
_LIBRARY = "libespeak-ng.so.1"
_DO_NOT_EXIT = 0x8000  # keep the process alive if the voices are missing
WORDS_PER_MINUTE = 130
FEWEST_MARKS = 0.4
"""The minimum number of vowel marks per letter in a vowelled text."""

_SynthCallback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class SpeechEngineError(Exception):
    """No speech was generated; the message says why, and what to do."""


def lacks_vowels(language: str, text: str) -> bool:
    """Return whether a text lacks the vowel marks that eSpeak NG needs to read it."""
    marks = sum(unicodedata.combining(each) > 0 for each in text)
    letters = sum(each.isalpha() for each in text)
    return language.partition("_")[0] in UNVOWELLED and marks < FEWEST_MARKS * letters


def speak(language: str, text: str) -> bytes:
    """Return a WAV file with a text read aloud; raises `SpeechEngineError`."""
    library, parts = _library(), []

    @_SynthCallback  # type: ignore[untyped-decorator]  # a ctypes type
    def collect(samples: ctypes._Pointer[ctypes.c_short], count: int, _events: int) -> int:
        parts.append(ctypes.string_at(samples, count * 2) if samples else b"")
        return 0

    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, None, _DO_NOT_EXIT)
    library.espeak_SetSynthCallback(collect)
    voice = language.partition("_")[0].encode()
    if rate <= 0 or library.espeak_SetVoiceByName(voice):
        raise SpeechEngineError(tr("eSpeak NG has no voice for {language}", language=language))
    library.espeak_SetParameter(_RATE, WORDS_PER_MINUTE, 0)
    data = text.encode() + b"\0"
    library.espeak_Synth(data, ctypes.c_size_t(len(data)), 0, _CHARACTERS, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    return _wav(b"".join(parts), rate)


def _library() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(ctypes.util.find_library("espeak-ng") or _LIBRARY)
    except OSError as bad:
        message = tr("eSpeak NG is not installed; install it, or give another engine with --engine")
        raise SpeechEngineError(message) from bad


def _wav(samples: bytes, rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples)
    return file.getvalue()
