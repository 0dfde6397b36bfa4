"""The paths of a published feed on its web host, shared by publishing and syncing.

A site is a folder of plain files: `metadata/` and `targets/` as The Update Framework names them, and `media/`
with every picture under its SHA-256.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

FEED = "feed.yaml"
"""The target signed by the admins."""

SLOTS = "slots.yaml"
"""The target signed by the role `slots` only."""

SLOTS_ROLE = "slots"

LIVE = "live.yaml"
"""The target signed by the role `live` only."""

LIVE_ROLE = "live"

DELEGATED = {SLOTS_ROLE: SLOTS, LIVE_ROLE: LIVE}
"""The single target of each role that has its own online key."""

METADATA = "metadata"
TARGETS = "targets"
TIMESTAMP = f"{METADATA}/timestamp.json"

OFFICE_ROLE = "office-"
"""The prefix of the role name of an office's staff; the office's id follows."""

LIFE = {
    "root": timedelta(days=365),
    "targets": timedelta(days=365),
    SLOTS_ROLE: timedelta(days=30),
    LIVE_ROLE: timedelta(days=30),
    "snapshot": timedelta(days=30),
    "timestamp": timedelta(days=30),
}
"""How long the signatures of each role are valid; an expiry date therefore also gives the date of signing.

An old copy of a site is detected once its timestamp has expired.
"""

OFFICE_LIFE = timedelta(days=365)
"""How long the signatures of an office's staff are valid."""

_VERSION = re.compile(r"([1-9][0-9]{0,8})\.([a-z]+)\.json")

MAX_SLOTS_BYTES = 8 << 20
MAX_LIVE_BYTES = 256 << 10
MAX_OFFICE_BYTES = 256 << 10
MAX_BYTES = {SLOTS_ROLE: MAX_SLOTS_BYTES, LIVE_ROLE: MAX_LIVE_BYTES}
"""The maximum size of the target of each delegated role, in bytes."""


def office_role(office: str) -> str:
    """Return the role of an office's staff."""
    return f"{OFFICE_ROLE}{office}"


def office_file(office: str) -> str:
    """Return the target that an office's staff sign: their part of the feed."""
    return f"{office_role(office)}.yaml"


def office_of(role: str) -> str:
    """Return the id of the office whose staff have this role, or an empty string."""
    return role.removeprefix(OFFICE_ROLE) if role.startswith(OFFICE_ROLE) else ""


def life(role: str) -> timedelta:
    """Return how long the signatures of a role are valid."""
    return OFFICE_LIFE if office_of(role) else LIFE[role]


def target_of(role: str) -> str:
    """Return the single target of a role that `targets` delegates to."""
    return f"{role}.yaml" if office_of(role) else DELEGATED[role]


def is_delegated(role: str) -> bool:
    """Return whether the keys of a role are listed in `targets` instead of in the root."""
    return role in DELEGATED or bool(office_of(role))


def max_bytes(role: str) -> int:
    """Return the maximum size of the target of a delegated role."""
    return MAX_OFFICE_BYTES if office_of(role) else MAX_BYTES[role]


def media_file(sha256: str) -> str:
    """Return the path of a media file below the site; two digits of its hash keep folders small."""
    return f"media/{sha256[:2]}/{sha256}"


def source_file(sha256: str) -> str:
    """Return the path of a version's source, which only admins read, never kiosks."""
    return f"source/{sha256}.json"


def metadata_file(role: str, version: int) -> str:
    """Return the path of one version of a role's metadata, as TUF's consistent snapshots name it."""
    return f"{METADATA}/{version}.{role}.json"


def target_file(name: str, sha256: str) -> str:
    """Return the path of a signed target, as TUF's consistent snapshots name it."""
    return f"{TARGETS}/{sha256}.{name}"


def versions_among(names: Iterable[str], role: str) -> set[int]:
    """Return the versions of a role's metadata among file names listed by a host; other names are ignored.

    A host can list any names, so this says what can be downloaded, never which version comes next.
    """
    matches = map(_VERSION.fullmatch, names)
    return {int(match[1]) for match in matches if match and match[2] == role}
