"""The source of a published feed: the files as their authors wrote them, kept on the site.

Kiosks read only the compiled `feed.yaml`. The source is stored beside it under its SHA-256, and the signed
metadata contains that hash, so that a folder can be restored from a site, and compared with it. Its media are
stored with all other media of the site.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from tuf.api.metadata import Targets

from kiosk.feed import site_layout
from kiosk.feed.message_catalog import tr
from kiosk.feed.misplaced_files import is_litter
from kiosk.feed.models import Media
from kiosk.frozen import frozen
from kiosk.publish.publish_errors import SiteError
from kiosk.publish.storage.site_storage import SiteStorage

FIELD = "x-infodisk-source"
"""The metadata field with the SHA-256 of a version's source."""

MAX_SOURCE_BYTES = 256 << 20
_HASH = re.compile(r"[0-9a-f]{64}")


@frozen
class FeedSource:
    """The text and media files of a feed folder, by their paths in it."""

    texts: Mapping[str, bytes]
    media: Mapping[str, Media]

    def to_bytes(self) -> bytes:
        """Return the source as JSON; equal sources give equal bytes."""
        document = {
            "texts": {name: data.decode("utf-8") for name, data in self.texts.items()},
            "media": {name: [media.sha256, media.size] for name, media in self.media.items()},
        }
        return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=0).encode() + b"\n"

    @property
    def sha256(self) -> str:
        """The hash under which it is stored on a site."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def read_feed_source(host: SiteStorage, sha256: str) -> FeedSource:
    """Return the source with this hash; raises `SiteError` if it is missing or altered."""
    data = host.read(site_layout.source_file(sha256), MAX_SOURCE_BYTES)
    if data is None or hashlib.sha256(data).hexdigest() != sha256:
        raise SiteError(
            tr("the source of this version is missing on {site}, or not what was signed", site=host.name)
        )
    try:
        return parse_source(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError) as bad:
        raise SiteError(tr("the source on {site} cannot be read", site=host.name)) from bad


def source_hash(targets: Targets) -> str:
    """Return the hash of a version's source; empty if the version was published without its source."""
    value = targets.unrecognized_fields.get(FIELD)
    return value if isinstance(value, str) and _HASH.fullmatch(value) else ""


def parse_source(document: Any) -> FeedSource:  # noqa: ANN401  # any JSON
    """Return the source in a JSON document; raises `ValueError`, `TypeError` or `KeyError`."""
    texts = {_safe(name): text.encode() for name, text in document["texts"].items()}
    media = {
        _safe(name): Media(sha256=_hash(sha256), size=int(size))
        for name, (sha256, size) in document["media"].items()
    }
    return FeedSource(texts, media)


def _safe(name: str) -> str:
    """Return `name` if it is a relative path inside the feed folder, else raise `ValueError`."""
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or "\\" in name or ":" in name or "\0" in name:
        raise ValueError(name)
    if any(part == ".." or is_litter(part) for part in path.parts) or path.as_posix() != name:
        raise ValueError(name)
    return name


def _hash(sha256: str) -> str:
    if not _HASH.fullmatch(sha256):
        raise ValueError(sha256)
    return sha256
