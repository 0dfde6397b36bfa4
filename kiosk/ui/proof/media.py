"""What is in one media file, found by decoding it as the kiosk does; refuses what is too large to decode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from kiosk.checks import flashes, svg

PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp"}
FILMS = {".mp4", ".webm", ".mkv", ".mov", ".m4v"}
SOUNDS = {".mp3", ".ogg", ".opus", ".wav", ".m4a", ".flac"}
MOST_PIXELS = 50_000_000
MOST_FRAMES = 3000
GRID = QSize(32, 18)


@dataclass(frozen=True)
class Facts:
    """What a file holds. `faults` are errors, each with its line and column in the file, or zeros.

    `doubt` says why it could not be looked into.
    """

    width: int = 0
    height: int = 0
    vector: bool = False
    faults: tuple[tuple[int, int, str], ...] = field(default=())
    doubt: str = ""


def examine(path: Path) -> Facts:
    """Return the facts of a file by its ending; takes as long as decoding it."""
    suffix = path.suffix.lower()
    if suffix == ".svg":
        return _drawing(path)
    if suffix in PICTURES:
        return _picture(path)
    if suffix in FILMS:
        return _film(path)
    if suffix == ".pdf":
        return _document(path)
    if suffix in SOUNDS:
        return _wrong(_what(path)) if _what(path) else Facts()
    return _wrong(
        f"a file that ends in {suffix or 'nothing'} is not shown; use .svg, .png, .jpg, .mp4 or .pdf"
    )


def _wrong(*messages: str) -> Facts:
    return Facts(faults=tuple((0, 0, message) for message in messages))


def _drawing(path: Path) -> Facts:
    with path.open("rb") as file:
        data = file.read(svg.MAX_BYTES + 1)
    faults = tuple((*place, message) for place, message in svg.faults(data))
    if faults:
        return Facts(vector=True, faults=faults)
    reader = QImageReader(str(path))
    return Facts(vector=True) if reader.canRead() else _wrong("cannot be drawn: Qt reads no SVG in it")


def _picture(path: Path) -> Facts:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not reader.canRead():
        return _wrong(f"cannot be decoded: {_what(path) or reader.errorString()}")
    if size.width() * size.height() > MOST_PIXELS:
        return _wrong(f"{size.width()} x {size.height()} dots are more than can be decoded; make it smaller")
    faults = [*_decoding(reader), *_ending(path)]
    return Facts(size.width(), size.height(), faults=tuple((0, 0, fault) for fault in faults))


def _ending(path: Path) -> Iterator[str]:
    """Look for the end of a JPEG: decoders fill up what is missing with grey, and say nothing."""
    with path.open("rb") as file:
        begin = file.read(2)
        file.seek(max(0, path.stat().st_size - 4096))
        if begin == b"\xff\xd8" and b"\xff\xd9" not in file.read():
            yield "cannot be decoded to its end: the file is cut off"


def _decoding(reader: QImageReader) -> Iterator[str]:
    """Decode every frame of a picture, and count its flashes if it moves."""
    frames, seconds = [], 0.0
    for _ in range(MOST_FRAMES):
        image = reader.read()
        if image.isNull():
            break
        frames.append((seconds, _light(image)))
        if not reader.supportsAnimation():
            break
        seconds += max(reader.nextImageDelay(), 10) / 1000
    if not frames:
        yield f"cannot be decoded: {reader.errorString()}"
    yield from _flashing(flashes.most_flashes(frames))


def _light(image: QImage) -> list[int]:
    ways = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small = image.scaled(GRID, *ways).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(small.constBits())
    rows = range(small.height())
    return [value for y in rows for value in pixels[y * small.bytesPerLine() :][: small.width()]]


def _flashing(count: int) -> Iterator[str]:
    if count > flashes.MOST_A_SECOND:
        most = flashes.MOST_A_SECOND
        yield f"flashes {count} times within a second; more than {most} can bring on a seizure"


def _film(path: Path) -> Facts:
    if _what(path):
        return _wrong(_what(path))
    try:
        from kiosk.ui.proof.film import FilmError, read  # noqa: PLC0415  # its decoder is not everywhere
    except ModuleNotFoundError:
        return Facts(doubt="not looked into: films need the extra 'check' (pip install 'infodisk[check]')")
    try:
        width, height, frames = read(path, GRID.width(), GRID.height())
        found = tuple((0, 0, each) for each in _flashing(flashes.most_flashes(frames)))
        return Facts(width, height, faults=found)
    except FilmError as bad:
        return _wrong(f"cannot be decoded: {bad}")


def _document(path: Path) -> Facts:
    reader = QImageReader(str(path))
    return Facts(vector=True) if reader.canRead() else _wrong(_what(path) or "cannot be read as a document")


_BEGINNINGS = {
    b"PK\x03\x04": "a zip archive",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"<!DO": "a web page",
    b"<htm": "a web page",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}


def _what(path: Path) -> str:
    """Return what a file is that its name does not say, or nothing."""
    with path.open("rb") as file:
        begin = file.read(8)
    known = next((what for mark, what in _BEGINNINGS.items() if begin.startswith(mark)), "")
    return f"it is {known}, whatever its name says" if known else ""
