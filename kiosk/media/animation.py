"""Convert an animated picture (GIF, WebP, APNG, AVIF) to a film, for slides that show it as a video.

The film is VP9 in WebM, which Qt plays; the encoder comes with PyAV (extra `check`). A short animation is
repeated, since a slide ends when its film does. Transparent areas become white.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer
from av.video.reformatter import ColorPrimaries, Colorspace, ColorTrc
from av.video.stream import VideoStream
from PIL import Image

from kiosk.feed.message_catalog import tr
from kiosk.media.film_frames import examine_film
from kiosk.media.media_facts import Made, MediaFacts, Order, unusable
from kiosk.media.raster_picture import MOST_PIXELS, converted, frame_count

FILM = "film.webm"
LONGEST_REPEATED_S = 10.0
"""A film with a repeated animation is no longer than this."""

MOST_FRAMES = 1500
MOST_FILM_PIXELS = 1920 * 1080
_TOO_FAST_MS, _DEFAULT_MS = 10, 100
"""Browsers show a frame of 10 ms or less for 100 ms, and animations are made for browsers."""

_OPTIONS = {"deadline": "good", "cpu-used": "6", "crf": "24", "b": "0"}
_HEARTBEAT_FRAMES = 20


def convert(image: Image.Image, order: Order, alive: Callable[[], None]) -> MediaFacts:
    """Write a picture as a film, and return the facts of the film; a still picture remains a picture."""
    count = frame_count(image)
    if count <= 1 or image.width * image.height > MOST_PIXELS:
        return converted(image, order)
    if count > MOST_FRAMES:
        message = tr(
            "its {count} frames are more than the {most} that are converted; export it as a film (.mp4)",
            count=count,
            most=MOST_FRAMES,
        )
        return unusable("picture", message)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow refuses later frames of more than twice this
    path = order.out / FILM
    _write(image, path, _repeats(image, count, order.need.film_s), alive)
    facts = examine_film(path, alive)
    return facts if facts.faults else replace(facts, made=(Made(FILM),))


def _repeats(image: Image.Image, count: int, film_s: float) -> int:
    """Return how many times the film contains the whole animation."""
    once_s = sum(_durations(image, count)) / 1000
    limit = MOST_FRAMES // count
    return max(1, min(limit, int(min(film_s, LONGEST_REPEATED_S) / once_s)))


def _durations(image: Image.Image, count: int) -> Iterator[int]:
    """Yield the milliseconds of each frame."""
    for number in range(count):
        image.seek(number)
        image.load()  # some formats provide the duration only after loading
        yield _duration(image)


def _duration(image: Image.Image) -> int:
    stated = int(image.info.get("duration", 0))
    return stated if stated > _TOO_FAST_MS else _DEFAULT_MS


def _write(image: Image.Image, path: Path, repeats: int, alive: Callable[[], None]) -> None:
    with av.open(str(path), "w", format="webm") as film:
        stream = _stream(film, _size(image))
        frame, passed_ms = None, 0
        for number in range(repeats * frame_count(image)):
            image.seek(number % frame_count(image))
            frame = _frame(image, (stream.width, stream.height))
            _add(film, stream, frame, passed_ms)
            passed_ms += _duration(image)
            if number % _HEARTBEAT_FRAMES == 0:
                alive()
        if frame:  # once more: a film ends when its last frame begins
            _add(film, stream, frame, passed_ms)
        film.mux(stream.encode())


def _stream(film: OutputContainer, size: tuple[int, int]) -> VideoStream:
    stream = film.add_stream("libvpx-vp9", rate=25, options=_OPTIONS)
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    stream.thread_count = 1  # for reproducible output
    stream.codec_context.time_base = Fraction(1, 1000)
    stream.codec_context.colorspace = Colorspace.ITU709
    stream.codec_context.color_primaries = ColorPrimaries.BT709
    stream.codec_context.color_trc = ColorTrc.BT709
    return stream


def _size(image: Image.Image) -> tuple[int, int]:
    """Return the size of the film: the picture's, reduced to what every kiosk can play, in even numbers."""
    scale = min(1.0, (MOST_FILM_PIXELS / (image.width * image.height)) ** 0.5)
    return max(2, round(image.width * scale / 2) * 2), max(2, round(image.height * scale / 2) * 2)


def _frame(image: Image.Image, size: tuple[int, int]) -> av.VideoFrame:
    shown = image.convert("RGBA")
    ground = Image.new("RGBA", shown.size, "white")
    plain = Image.alpha_composite(ground, shown).convert("RGB")
    frame: av.VideoFrame = av.VideoFrame.from_image(plain)  # type: ignore[no-untyped-call]  # PyAV does not annotate it
    return frame.reformat(*size, format="yuv420p", dst_colorspace=Colorspace.ITU709)


def _add(film: OutputContainer, stream: VideoStream, frame: av.VideoFrame, at_ms: int) -> None:
    frame.pts, frame.time_base = at_ms, Fraction(1, 1000)
    film.mux(stream.encode(frame))
