"""Whether a picture is fully opaque, judged by its header alone."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QImageReader

HEADER = 30
"""Bytes of a WebP file that show whether it has transparency, in each of its three forms."""

_UNDECIDED = {QImage.Format.Format_Invalid, QImage.Format.Format_Indexed8}
"""Formats that do not tell: a palette may contain transparent colours."""


@lru_cache(maxsize=512)
def is_opaque(picture: QUrl) -> bool:
    """Return whether a picture file has no transparency; False if its header does not tell."""
    if not picture.isLocalFile():
        return False
    reader = QImageReader(picture.toLocalFile())
    if reader.format() == b"webp":
        device = reader.device()
        device.seek(0)
        return _is_opaque_webp(bytes(device.read(HEADER).data()))
    form = reader.imageFormat()
    return form not in _UNDECIDED and not QImage(1, 1, form).hasAlphaChannel()


def _is_opaque_webp(header: bytes) -> bool:
    """Follow RFC 9649: the extended form has a transparency flag, the lossless form a bit after its size."""
    form = header[12:16] if len(header) == HEADER else b""
    if form == b"VP8X":
        return not header[20] & 0x10
    if form == b"VP8L":
        return not header[24] & 0x10
    return form == b"VP8 "
