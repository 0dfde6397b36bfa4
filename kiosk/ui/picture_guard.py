"""Which pictures a screen decodes: PNG, JPEG and WebP of a bounded size, recognized by their first bytes.

The cost of decoding these formats is bounded by the picture size, which the header states. Drawings and
documents are converted to them on publishing. Even if one was signed unconverted, no screen parses it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImageReader

from kiosk.media.kinds import raster_form

MAX_PIXELS = 50_000_000
MAX_PIXELS_READ = 600_000_000
"""Pixels times scans: a progressive JPEG may have thousands of scans, each as slow as a whole picture."""

_START_OF_SCAN = b"\xff\xda"


class UnshowableError(Exception):
    """A screen does not decode this media file."""


@lru_cache(maxsize=512)
def checked_picture(path: Path) -> QUrl:
    """Return the URL of a picture that may be decoded; raises `UnshowableError`. Decodes nothing itself."""
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
    if not 0 < pixels <= MAX_PIXELS or min(size.width(), size.height()) < 1:
        raise UnshowableError(f"{path}: {size.width()} x {size.height()} pixels")
    if form == "jpeg" and pixels * path.read_bytes().count(_START_OF_SCAN) > MAX_PIXELS_READ:
        raise UnshowableError(f"{path}: too many scans")
    return QUrl.fromLocalFile(str(path))
