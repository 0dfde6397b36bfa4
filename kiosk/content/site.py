"""Where the parts of a published feed lie on its web host; the one thing that publishing and syncing share.

A site is a folder of plain files: `metadata/` and `targets/` as The Update Framework names them, and `media/`
with every picture under its SHA-256.
"""

from __future__ import annotations

from datetime import timedelta

FEED = "feed.yaml"
"""The target that the admins sign."""

SLOTS = "slots.yaml"
"""The target that only the role `slots` signs."""

SLOTS_ROLE = "slots"

METADATA = "metadata"
TARGETS = "targets"
TIMESTAMP = f"{METADATA}/timestamp.json"

TIMESTAMP_LIFE = timedelta(days=30)
"""How long the signature of a timestamp holds; so it also says when it was made."""

MAX_SLOTS_BYTES = 8 << 20


def media_file(sha256: str) -> str:
    """Return the path of a media file below the site; two digits of its hash keep folders small."""
    return f"media/{sha256[:2]}/{sha256}"


def metadata_file(role: str, version: int) -> str:
    """Return the path of one version of a role's metadata, as TUF's consistent snapshots name it."""
    return f"{METADATA}/{version}.{role}.json"


def target_file(name: str, sha256: str) -> str:
    """Return the path of a signed target, as TUF's consistent snapshots name it."""
    return f"{TARGETS}/{sha256}.{name}"
