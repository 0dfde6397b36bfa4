"""What a media file is, by its name and by its first bytes."""

from __future__ import annotations

from pathlib import Path

from kiosk.media.facts import Kind

ENDINGS: dict[Kind, frozenset[str]] = {
    "drawing": frozenset({".svg"}),
    "picture": frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".avif", ".heic", ".heif"}),
    "film": frozenset({".mp4", ".webm", ".mkv", ".mov", ".m4v"}),
    "document": frozenset({".pdf"}),
    "sound": frozenset({".mp3", ".ogg", ".opus", ".wav", ".m4a", ".flac"}),
}

_BEGINNINGS = {
    b"PK\x03\x04": "a zip archive",
    b"\x1f\x8b": "compressed with gzip",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"<!DO": "a web page",
    b"<htm": "a web page",
    b"<svg": "an SVG drawing",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}


def kind_of(name: str) -> Kind:
    """Return what kind of file a name stands for; empty for none that is shown."""
    ending = Path(name).suffix.lower()
    return next((kind for kind, endings in ENDINGS.items() if ending in endings), "")


def sniff(path: Path) -> str:
    """Return what the first bytes of a file say it is, in words; empty if they say nothing."""
    with path.open("rb") as file:
        begin = file.read(8)
    return next((what for mark, what in _BEGINNINGS.items() if begin.startswith(mark)), "")


def disguise(path: Path) -> str:
    """Return a message for a file that is another kind than its name says, or nothing."""
    known = sniff(path)
    return f"it is {known}, whatever its name says" if known else ""
