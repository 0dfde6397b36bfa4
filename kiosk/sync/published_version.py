"""The number and date of a version of the feed, read from its signed metadata without python-tuf.

It is the number in `kiosk site history`. A device stores it with the id of its generation, because it may
have newer metadata before it can show the feed that they sign.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

from kiosk.feed import site_layout
from kiosk.frozen import frozen

NOTE = "published"


@frozen
class PublishedVersion:
    """One version of the feed, and when it was signed."""

    number: int
    at: datetime


def read_published(targets: bytes, generation_id: str) -> PublishedVersion | None:
    """Return the version of a generation from stored `targets` metadata; None if they sign another one."""
    try:
        signed = json.loads(targets)["signed"]
        if signed["targets"][site_layout.FEED]["hashes"]["sha256"] != generation_id:
            return None
        end = datetime.fromisoformat(signed["expires"]).astimezone(UTC)
        return PublishedVersion(int(signed["version"]), end - site_layout.LIFE["targets"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def version_to_note(version: PublishedVersion, generation_id: str) -> bytes:
    """Return the note that `version_from_note` reads."""
    return f"{generation_id} {version.number} {version.at.isoformat()}".encode()


def version_from_note(note: bytes, generation_id: str) -> PublishedVersion | None:
    """Return the version in a note, or None if it belongs to another generation."""
    try:
        noted, number, at = note.decode("ascii").split(" ")
        moment = datetime.fromisoformat(at).astimezone(UTC)
        return PublishedVersion(int(number), moment) if noted == generation_id else None
    except (ValueError, OverflowError):
        return None
