"""Which pictures a screen decodes: PNG, JPEG and WebP of a bounded size, recognized by their first bytes.

What it costs to decode these is bounded by their size, which their headers say. Drawings and documents are
made into such pictures when they are published. Even if one was signed unconverted, no screen parses it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImageReader

from kiosk.media.kinds import raster_form

MOST_PIXELS = 50_000_000
MOST_PIXELS_READ = 600_000_000
"""Pixels times scans: a progressive JPEG may hold thousands of scans, each as slow as a picture."""

_START_OF_SCAN = b"\xff\xda"


class UnshowableError(Exception):
    """A media file is not one that a screen decodes."""


@lru_cache(maxsize=512)
def checked_picture(path: Path) -> QUrl:
    """Return the address of a picture that may be decoded; raises `UnshowableError`. Reads the header."""
    try:
        with path.open("rb") as file:
            form = raster_form(file.read(12))
    except OSError as bad:
        raise UnshowableError(f"{path}: {bad.strerror}") from bad
    if not form:
        raise UnshowableError(f"{path}: neither PNG, JPEG nor WebP; publish the feed again to convert it")
    reader = QImageReader(str(path), QByteArray(form.encode()))
    size = reader.size()
    pixels = size.width() * size.height()
    if not 0 < pixels <= MOST_PIXELS or min(size.width(), size.height()) < 1:
        raise UnshowableError(f"{path}: {size.width()} x {size.height()} pixels")
    if form == "jpeg" and pixels * path.read_bytes().count(_START_OF_SCAN) > MOST_PIXELS_READ:
        raise UnshowableError(f"{path}: too many scans")
    return QUrl.fromLocalFile(str(path))
