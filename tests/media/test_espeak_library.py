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


def test_a_language_without_a_voice_is_reported():
    with pytest.raises(SpeechEngineError, match="no voice for so"):
        speak("so", "Guri")


def test_a_machine_without_the_library_is_reported(monkeypatch):
    monkeypatch.setattr(espeak_library, "_LIBRARY", "libnothing.so")
    monkeypatch.setattr(espeak_library.ctypes.util, "find_library", lambda _name: None)
    with pytest.raises(SpeechEngineError, match="not installed"):
        speak("sv", "Hej")


@pytest.mark.parametrize("sound", [b"", b"no sound"])
def test_what_is_no_sound_file_is_refused(sound):
    with pytest.raises(SpeechEngineError, match="no sound file that can be read"):
        opus_file.opus(sound)


@pytest.mark.parametrize("samples", [264, 22_050])
def test_silence_is_refused_whatever_stands_in_the_padding_of_a_frame(samples):
    file = io.BytesIO()
    with wave.open(file, "wb") as silent:
        silent.setparams((1, 2, 22_050, 0, "NONE", ""))
        silent.writeframes(bytes(2 * samples))
    for _ in range(20):
        opus_file.opus(speak("sv", "Hej"))  # leaves sound in the memory that the next frames get
        with pytest.raises(SpeechEngineError, match="without any sound"):
            opus_file.opus(file.getvalue())


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
