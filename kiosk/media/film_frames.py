"""Examine whether films can be played, and flash, with PyAV (extra `check`): like Qt, it uses FFmpeg."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from kiosk.checks import flashes
from kiosk.checks.flashes import Frame
from kiosk.feed.message_catalog import Message, tr
from kiosk.media.media_facts import MediaFacts, unusable

MOST_PIXELS = 4096 * 2304
MOST_FRAMES = 20_000
MOST_S = 300.0
"""Only the first five minutes of a longer film are examined."""

STILL_AT = 1 / 3
"""The position of the frame that a screen without motion shows (`Film` in `kiosk/ui/slides/film.py`)."""

COLUMNS, ROWS = 32, 18
BITS = 8
_LEAST_CONTRAST = 3.0
_HEARTBEAT_FRAMES = 200


class FilmError(Exception):
    """The file is not a playable film."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def examine_film(path: Path, alive: Callable[[], None]) -> MediaFacts:
    """Return the facts of a film, after decoding it."""
    try:
        with av.open(str(path)) as film:
            return _examined(film, alive)
    except FilmError as bad:
        return unusable("film", bad.message)
    except (av.FFmpegError, ValueError) as bad:
        reason = bad.strerror if isinstance(bad, av.FFmpegError) else str(bad)
        return unusable("film", tr("cannot be decoded: {reason}; export it again", reason=reason))


def _examined(film: InputContainer, alive: Callable[[], None]) -> MediaFacts:
    if not film.streams.video:
        raise FilmError(tr("cannot be decoded: it has no picture"))
    stream = film.streams.video[0]
    _refuse(stream)
    _refuse_cut(film, stream)
    seconds = _seconds(film, stream)
    frames = list(_frames(film, alive))
    if not frames:
        raise FilmError(tr("cannot be decoded: it has no frames"))
    seconds = max(seconds, frames[-1][0])
    still = max((frame for frame in frames if frame[0] <= seconds * STILL_AT), default=frames[0])
    count = flashes.most_flashes(frames)
    return MediaFacts(
        "film",
        stream.width,
        stream.height,
        faults=tuple((0, 0, each) for each in _flashing(count)),
        seconds=seconds,
        still_is_plain=_is_plain(still[1]),
    )


def _refuse(stream: VideoStream) -> None:
    """Refuse what screens cannot play, before decoding."""
    if stream.width * stream.height > MOST_PIXELS:
        message = tr(
            "{width} x {height} pixels are more than a kiosk can play; export it smaller",
            width=stream.width,
            height=stream.height,
        )
        raise FilmError(message)
    form = stream.codec_context.format
    if form is None:
        return
    bits = max((part.bits for part in form.components), default=BITS)
    if bits > BITS and not form.name.startswith("yuv422p10"):  # Qt converts this one
        message = tr(
            "its colours have {bits} bits ({form}), which screens cannot play; export it as H.264 with 8 "
            "bits (profile High, yuv420p), with HDR switched off",
            bits=bits,
            form=form.name,
        )
        raise FilmError(message)


def _refuse_cut(film: InputContainer, stream: VideoStream) -> None:
    """Refuse a truncated file: FFmpeg would play what is there and report no error."""
    needed = max((entry.pos + entry.size for entry in stream.index_entries), default=0)
    if needed > film.size > 0:
        message = tr(
            "its end is missing: {size} of at least {needed} bytes are here; copy or export it again",
            size=film.size,
            needed=needed,
        )
        raise FilmError(message)


def _seconds(film: InputContainer, stream: VideoStream) -> float:
    if film.duration:
        return film.duration / av.time_base
    return float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0


def _frames(film: InputContainer, alive: Callable[[], None]) -> Iterator[Frame]:
    """Yield the frames, scaled down and in greyscale."""
    for number, frame in enumerate(film.decode(video=0)):
        seconds = frame.time or number / 25
        if number >= MOST_FRAMES or seconds > MOST_S:
            return
        if number % _HEARTBEAT_FRAMES == 0:
            alive()
        small = frame.reformat(COLUMNS, ROWS, "gray").planes[0]
        data = bytes(small)
        lines = (data[y * small.line_size :][:COLUMNS] for y in range(ROWS))
        yield seconds, b"".join(lines)


def _is_plain(frame: Sequence[int]) -> bool:
    return statistics.pstdev(frame) < _LEAST_CONTRAST


def _flashing(count: int) -> Iterator[str]:
    if count > flashes.MAX_PER_SECOND:
        most = flashes.MAX_PER_SECOND
        yield tr(
            "flashes {count} times within a second; more than {most} can bring on a seizure",
            count=count,
            most=most,
        )
