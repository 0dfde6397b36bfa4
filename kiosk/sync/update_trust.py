"""What to believe and what to say about it: pure rules over signed bytes and `now`.

The rules of trust themselves are python-tuf's; here is what it does not decide: what an unchanged answer is
worth, and how an error of its many is told in one line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from tuf.api import exceptions
from tuf.api.serialization import DeserializationError

from kiosk.feed import site_layout
from kiosk.sync.sync_errors import RefusedError, SyncError, TransportError
from kiosk.trust.metadata_rules import reaching_too_far, read_metadata

ROLES = ("root", "timestamp", "snapshot", "targets", site_layout.SLOTS_ROLE)


@dataclass(frozen=True)
class Seen:
    """The last timestamp that was dealt with to the end.

    Its hash, the `ETag` its host gave it, what stays wrong until the site changes, and the `context` (the
    program, the site, the screen) for which all this holds.
    """

    sha256: str
    etag: str
    problem: str
    context: str

    @classmethod
    def of(cls, timestamp: bytes, etag: str, problem: str, context: str) -> Seen:
        """Return the note of a timestamp."""
        return cls(hashlib.sha256(timestamp).hexdigest(), etag, problem, context)

    @classmethod
    def read(cls, note: bytes, timestamp: bytes, context: str) -> Seen | None:
        """Return the stored note if it is of the stored timestamp and of this context."""
        try:
            known = json.loads(note)
            seen = cls(**{field.name: str(known[field.name]) for field in fields(cls)})
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return seen if seen == cls.of(timestamp, seen.etag, seen.problem, context) else None

    def write(self) -> bytes:
        """Return what `read` reads."""
        return json.dumps(asdict(self)).encode()


def expired(until: Mapping[str, datetime], now: datetime) -> str:
    """Return a sentence on what was signed for too long ago, or an empty string. `until` is by role.

    Asked when a host says that nothing is new: whoever serves an old copy for ever is found out by this.
    """
    past = ", ".join(f"{role} on {end:%Y-%m-%d}" for role, end in until.items() if end <= now)
    return f"the feed's signatures have expired ({past}; the clock here says {now:%Y-%m-%d})" if past else ""


def too_far(until: Mapping[str, datetime], now: datetime) -> str:
    """Return a sentence on what is signed for longer than any signer of ours does, or an empty string."""
    far = ", ".join(f"{role} until {end:%Y-%m-%d}" for role, end in reaching_too_far(until, now).items())
    return (
        f"refused: signed for longer than it may be ({far}; the clock here says {now:%Y-%m-%d})"
        if far
        else ""
    )


def expiries(signed: Mapping[str, bytes]) -> dict[str, datetime]:
    """Return until when each stored role is signed. `signed` is metadata by role, nothing for none."""
    ends = {role: _expiry(data) for role, data in signed.items()}
    return {role: end for role, end in ends.items() if end}


def _expiry(data: bytes) -> datetime | None:
    try:
        return read_metadata(data).signed.expires if data else None
    except DeserializationError:
        return None


def told(bad: Exception) -> SyncError:
    """Return an error of python-tuf as one of ours, in words for the log."""
    if isinstance(bad, exceptions.DownloadHTTPError):
        return TransportError(f"the host answered {bad.status_code}: {bad}")
    if isinstance(bad, exceptions.DownloadLengthMismatchError):
        return RefusedError(f"refused: larger than was signed: {bad}")
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
