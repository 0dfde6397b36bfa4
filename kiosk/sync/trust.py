"""What to believe and what to say about it: pure rules over signed bytes and `now`.

The rules of trust themselves are python-tuf's; here is what it does not decide: what an unchanged answer is
worth, and how an error of its many is told in one line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tuf.api import exceptions
from tuf.api.metadata import Metadata
from tuf.api.serialization import DeserializationError

from kiosk.content import site
from kiosk.sync.errors import RefusedError, SyncError, TransportError

ROLES = ("root", "timestamp", "snapshot", "targets", site.SLOTS_ROLE)


@dataclass(frozen=True)
class Seen:
    """The last timestamp that was dealt with to the end: its hash, and the `ETag` its host gave it."""

    sha256: str
    etag: str

    @classmethod
    def of(cls, timestamp: bytes, etag: str) -> Seen:
        """Return the note of a timestamp."""
        return cls(hashlib.sha256(timestamp).hexdigest(), etag)

    @classmethod
    def read(cls, note: bytes, timestamp: bytes) -> Seen:
        """Return the stored note if it is of the stored timestamp; else one that matches nothing."""
        try:
            known = json.loads(note)
            seen = cls(str(known["sha256"]), str(known["etag"]))
        except (ValueError, KeyError, TypeError):
            return cls("", "")
        return seen if seen.sha256 == hashlib.sha256(timestamp).hexdigest() else cls("", "")

    def write(self) -> bytes:
        """Return what `read` reads."""
        return json.dumps({"sha256": self.sha256, "etag": self.etag}).encode()


def expired(signed: Mapping[str, bytes], now: datetime) -> str:
    """Return a sentence on what is signed for too long ago, or an empty string. `signed` is bytes by role.

    Asked when a host says that nothing is new: whoever serves an old copy for ever is found out by this.
    """
    past = {role: until for role in ROLES if (until := _expiry(signed.get(role, b""))) and until <= now}
    if not past:
        return ""
    listed = ", ".join(f"{role} on {until:%Y-%m-%d}" for role, until in past.items())
    return f"the feed's signatures have expired ({listed}; this device's clock says {now:%Y-%m-%d})"


def _expiry(data: bytes) -> datetime | None:
    try:
        return Metadata[Any].from_bytes(data).signed.expires if data else None
    except DeserializationError:
        return None


def told(bad: Exception) -> SyncError:
    """Return an error of python-tuf as one of ours, in words for the log."""
    if isinstance(bad, exceptions.DownloadHTTPError):
        return TransportError(f"the host answered {bad.status_code}: {bad}")
    if isinstance(bad, exceptions.DownloadLengthMismatchError):
        return RefusedError(f"larger than was signed: {bad}")
    if isinstance(bad, exceptions.DownloadError):
        return TransportError(str(bad) or "the host is too slow")
    return RefusedError(f"refused: {_reason(bad)}")


_REASONS: dict[type[Exception], str] = {
    exceptions.ExpiredMetadataError: "its signatures have expired",
    exceptions.EqualVersionNumberError: "its version stands still",
    exceptions.BadVersionNumberError: "an older version than the one here",
    exceptions.UnsignedMetadataError: "not signed by the keys this device trusts",
    exceptions.LengthOrHashMismatchError: "its bytes are not those that were signed",
    DeserializationError: "not metadata of a feed",
}


def _reason(bad: Exception) -> str:
    words = next((words for kind, words in _REASONS.items() if isinstance(bad, kind)), "not as it should be")
    return f"{words} ({bad})"
