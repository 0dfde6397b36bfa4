"""The frames of a film, small and grey: decoded by PyAV (extra `check`), which is FFmpeg, as in Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import av

from kiosk.checks.flashes import Frame

if TYPE_CHECKING:
    from av.container import InputContainer

MOST_PIXELS = 4096 * 2304
MOST_FRAMES = 20_000
MOST_S = 300.0
"""A longer film is looked at for its first five minutes."""


class FilmError(Exception):
    """The file holds no film that can be played."""


def read(path: Path, columns: int, rows: int) -> tuple[int, int, Iterator[Frame]]:
    """Return the width and height of a film in dots, and its frames as `columns` × `rows` values.

    Raises `FilmError`, also while the frames are taken.
    """
    try:
        film = av.open(str(path))
    except (av.FFmpegError, ValueError) as bad:
        raise FilmError(str(bad.strerror if isinstance(bad, av.FFmpegError) else bad)) from bad
    if not film.streams.video:
        film.close()
        raise FilmError("it has no picture")
    stream = film.streams.video[0]
    if stream.width * stream.height > MOST_PIXELS:
        film.close()
        raise FilmError(f"{stream.width} x {stream.height} dots are more than a kiosk can play")
    return stream.width, stream.height, _frames(film, columns, rows)


def _frames(film: InputContainer, columns: int, rows: int) -> Iterator[Frame]:
    seen = 0
    try:
        with film:
            for frame in film.decode(video=0):
                seconds = frame.time or seen / 25
                if seen >= MOST_FRAMES or seconds > MOST_S:
                    return
                seen += 1
                small = frame.reformat(columns, rows, "gray").planes[0]
                data = bytes(small)
                lines = (data[y * small.line_size :][:columns] for y in range(rows))
                yield seconds, b"".join(lines)
    except (av.FFmpegError, ValueError) as bad:
        raise FilmError(str(bad.strerror if isinstance(bad, av.FFmpegError) else bad)) from bad
    if not seen:
        raise FilmError("it has no frames")
