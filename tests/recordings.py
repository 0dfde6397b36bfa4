"""A draft of a recording, spoken by eSpeak NG: what a topic sounds like until a person has read it.

    python -m tests.recordings ar tests/media/housing-ar.txt playlists/media/housing-ar.ogg

The text is one that a voice can say: Arabic has all its vowel marks, which nobody writes and the desk does
not show. Needs libespeak-ng1, which comes with speech-dispatcher-espeak-ng.
"""

import argparse
import ctypes
import sys
from pathlib import Path

import av

SYNCHRONOUS, UTF8, RATE, CHARACTERS = 2, 1, 1, 1
WORDS_A_MINUTE = 130
BITS_A_SECOND = 20_000
Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def speak(language, text):
    """Return the samples, 16 bits and mono, and how many there are a second."""
    voice, parts = ctypes.CDLL("libespeak-ng.so.1"), []

    @Heard
    def hear(samples, count, _events):
        parts.append(ctypes.string_at(samples, count * 2) if samples else b"")
        return 0

    rate = voice.espeak_Initialize(SYNCHRONOUS, 0, None, 0)
    voice.espeak_SetSynthCallback(hear)
    if rate <= 0 or voice.espeak_SetVoiceByName(language.encode()):
        sys.exit(f"eSpeak NG has no voice for {language}")
    voice.espeak_SetParameter(RATE, WORDS_A_MINUTE, 0)
    data = text.encode() + b"\0"
    voice.espeak_Synth(data, ctypes.c_size_t(len(data)), 0, CHARACTERS, 0, UTF8, None, None)
    voice.espeak_Synchronize()
    return b"".join(parts), rate


def write(path, samples, rate):
    """Write an Ogg file with Opus, which every kiosk plays."""
    with av.open(str(path), "w", format="ogg") as file:
        stream = file.add_stream("libopus", rate=48_000, layout="mono")
        stream.bit_rate = BITS_A_SECOND
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples) // 2)
        frame.planes[0].update(samples)
        frame.sample_rate = rate
        resampler = av.AudioResampler("s16", "mono", 48_000, frame_size=960)
        for ready in [*resampler.resample(frame), *resampler.resample(None)]:
            file.mux(stream.encode(ready))
        file.mux(stream.encode(None))


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.recordings")
    parser.add_argument("language")
    parser.add_argument("text", type=Path)
    parser.add_argument("recording", type=Path)
    options = parser.parse_args()
    write(options.recording, *speak(options.language, options.text.read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
