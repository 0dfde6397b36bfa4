"""The synthetic voice as a library, and sound in the form that every kiosk plays."""

import io
import wave

import av
import pytest

from kiosk.media import espeak_library, opus_file
from kiosk.media.espeak_library import SpeechEngineError, lacks_vowels, speak


def test_it_speaks_and_what_it_says_becomes_opus():
    sound = speak("sv", "Söka bostad. Ställa dig i bostadskö.")
    with wave.open(io.BytesIO(sound)) as spoken:
        seconds = spoken.getnframes() / spoken.getframerate()
    with av.open(io.BytesIO(opus_file.opus(sound))) as file:
        assert seconds - 0.1 < file.duration / av.time_base < seconds + 0.2


def test_a_language_without_a_voice_is_told():
    with pytest.raises(SpeechEngineError, match="no voice for so"):
        speak("so", "Guri")


def test_a_machine_without_the_library_is_told(monkeypatch):
    monkeypatch.setattr(espeak_library, "_LIBRARY", "libnothing.so")
    monkeypatch.setattr(espeak_library.ctypes.util, "find_library", lambda _name: None)
    with pytest.raises(SpeechEngineError, match="not installed"):
        speak("sv", "Hej")


@pytest.mark.parametrize("sound", [b"", b"no sound", speak("sv", " ")])
def test_what_holds_no_sound_is_told(sound):
    with pytest.raises(SpeechEngineError):
        opus_file.opus(sound)


@pytest.mark.parametrize(
    ("language", "text", "lacks"),
    [
        ("ar", "البحث عن سكن.", True),
        ("ar", "البَحْثُ عَنْ سَكَنٍ.", False),
        ("ar", "تسجّل", True),
        ("sv", "Söka", False),
        ("fa", "رایگان", False),
    ],
)
def test_arabic_must_have_its_vowel_marks(language, text, lacks):
    assert lacks_vowels(language, text) is lacks
