"""Convert any sound file to Opus in Ogg, which every kiosk plays."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kiosk.feed.message_catalog import tr
from kiosk.media.espeak_library import SpeechEngineError

if TYPE_CHECKING:
    import av

RATE = 48_000
SILENCE = 100  # out of 32,768
BITS_PER_SECOND = 20_000  # speech is clear, at 150 kB per minute


def opus(sound: bytes) -> bytes:
    """Convert a sound file to Opus; raises `SpeechEngineError` if it cannot be read or is silent."""
    import av  # noqa: PLC0415  # an extra

    file, heard = io.BytesIO(), False
    try:
        with av.open(io.BytesIO(sound), "r") as source, av.open(file, "w", format="ogg") as target:
            stream = target.add_stream("libopus", rate=RATE, layout="mono")
            stream.bit_rate = BITS_PER_SECOND
            resampler = av.AudioResampler("s16", "mono", RATE, frame_size=960)
            for frame in (*source.decode(audio=0), None):
                for ready in resampler.resample(frame):
                    heard = heard or _loudest(ready) > SILENCE
                    target.mux(stream.encode(ready))
            target.mux(stream.encode(None))
    except (av.FFmpegError, IndexError) as bad:
        raise SpeechEngineError(tr("the engine wrote no sound file that can be read")) from bad
    if not heard:
        raise SpeechEngineError(tr("the engine wrote a sound file without any sound"))
    return file.getvalue()


def _loudest(frame: av.AudioFrame) -> int:
    samples = memoryview(frame.planes[0]).cast("h")[: frame.samples]  # the rest is uninitialised padding
    return max(map(abs, samples), default=0)
