"""The kind of a media file, by its extension and by its first bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.media.media_facts import Kind

ENDINGS: dict[Kind, frozenset[str]] = {
    "drawing": frozenset({".svg"}),
    "picture": frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".avif", ".heic", ".heif"}),
    "film": frozenset({".mp4", ".webm", ".mkv", ".mov", ".m4v"}),
    "document": frozenset({".pdf"}),
    "sound": frozenset({".mp3", ".ogg", ".opus", ".wav", ".m4a", ".flac"}),
}

_SHOWN: dict[str, tuple[Kind, ...]] = {"video": ("film",), "pdf": ("document",)}

_BEGINNINGS: dict[bytes, tuple[str, frozenset[str]]] = {
    b"PK\x03\x04": (tr("a zip archive"), frozenset()),
    b"\x1f\x8b": (tr("compressed with gzip"), frozenset()),
    b"\x89PNG": (tr("a PNG picture"), frozenset({".png"})),
    b"\xff\xd8\xff": (tr("a JPEG picture"), frozenset({".jpg", ".jpeg"})),
    b"GIF8": (tr("a GIF picture"), frozenset({".gif"})),
    b"%PDF": (tr("a PDF document"), frozenset({".pdf"})),
    b"<!DO": (tr("a web page"), frozenset()),
    b"<htm": (tr("a web page"), frozenset()),
    b"<svg": (tr("an SVG drawing"), frozenset({".svg"})),
    b"MZ": (tr("a program"), frozenset()),
    b"\x7fELF": (tr("a program"), frozenset()),
}
"""By the first bytes of a file: what it is, and the extensions of supported media of that type."""


def media_kind_of(name: str) -> Kind:
    """Return the kind of a file by its extension; empty if it is not supported."""
    ending = Path(name).suffix.lower()
    return next((kind for kind, endings in ENDINGS.items() if ending in endings), "")


def kinds_shown_by(slide_kind: str) -> tuple[Kind, ...]:
    """Return the kinds of files that a kind of slide shows."""
    return _SHOWN.get(slide_kind, ("picture", "drawing"))


def raster_form(begin: bytes) -> str:
    """Return the picture format that a screen decodes, by the first twelve bytes; empty if none."""
    if begin.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if begin.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "webp" if begin[:4] == b"RIFF" and begin[8:12] == b"WEBP" else ""


def is_decoded(path: Path) -> bool:
    """Return whether a screen would decode a file as a picture."""
    try:
        with path.open("rb") as file:
            return bool(raster_form(file.read(12)))
    except OSError:
        return False


def sniff(path: Path) -> tuple[str, frozenset[str]]:
    """Return what a file is by its first bytes, and the extensions of such files; both empty if unknown."""
    with path.open("rb") as file:
        begin = file.read(8)
    return next((what for mark, what in _BEGINNINGS.items() if begin.startswith(mark)), ("", frozenset()))


def disguise(path: Path) -> str:
    """Return a message if the content of a file does not match its extension, otherwise an empty text."""
    known, endings = sniff(path)
    if not known or path.suffix.lower() in endings:
        return ""
    return tr("it is {kind}, whatever its name says", kind=known)


def begins_as_named(path: Path) -> bool:
    """Return whether the first bytes of a file match its extension; if so, an unreadable file is damaged."""
    return path.suffix.lower() in sniff(path)[1]
