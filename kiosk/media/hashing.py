"""The hash of a media file, which is its key in the feed and in the cache."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kiosk.feed.models import Media


def hash_file(path: Path) -> Media:
    """Return the SHA-256 and the size in bytes of a file, read once."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return Media(sha256=digest.hexdigest(), size=file.tell())
