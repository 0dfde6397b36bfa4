"""Sound of any form as an Ogg file with Opus, which every kiosk plays."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kiosk.feed.message_catalog import tr
from kiosk.media.espeak_library import SpeechEngineError

if TYPE_CHECKING:
    import av

RATE = 48_000
SILENCE = 100  # of 32,768
BITS_A_SECOND = 20_000  # speech is clear, and a minute of it takes 150 kB


def opus(sound: bytes) -> bytes:
    """Return a sound file as Opus; raises `SpeechEngineError` if it is none, or silent."""
    import av  # noqa: PLC0415  # an extra

    file, heard = io.BytesIO(), False
    try:
        with av.open(io.BytesIO(sound), "r") as source, av.open(file, "w", format="ogg") as target:
            stream = target.add_stream("libopus", rate=RATE, layout="mono")
            stream.bit_rate = BITS_A_SECOND
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
    samples = memoryview(frame.planes[0]).cast("h")[: frame.samples]  # what follows is padding, never written
    return max(map(abs, samples), default=0)
