"""Trust rules beyond python-tuf's: pure functions of signed bytes and `now`.

Decides whether an unchanged response can be trusted, and maps python-tuf's errors to one-line messages.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime

from tuf.api import exceptions
from tuf.api.serialization import DeserializationError

from kiosk.feed import site_layout
from kiosk.frozen import frozen
from kiosk.sync.sync_errors import RefusedError, SyncError, TransportError
from kiosk.trust.metadata_rules import reaching_too_far, read_metadata

ROLES = ("root", "timestamp", "snapshot", "targets", *site_layout.DELEGATED)


@frozen
class SeenTimestamp:
    """The last timestamp that was processed completely.

    Holds its hash, its `ETag`, any problem that lasts until the site changes, and the `context` (program
    version, site, screen) for which the record is valid.
    """

    sha256: str
    etag: str
    problem: str
    context: str

    @classmethod
    def of(cls, timestamp: bytes, etag: str, problem: str, context: str) -> SeenTimestamp:
        """Return the record of a timestamp."""
        return cls(hashlib.sha256(timestamp).hexdigest(), etag, problem, context)

    @classmethod
    def read(cls, note: bytes, timestamp: bytes, context: str) -> SeenTimestamp | None:
        """Return the stored record if it matches the stored timestamp and this context."""
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
    """Return a problem if signatures have expired, otherwise an empty string. `until` is the expiry by role.

    Checked when a host reports no change, to detect one that serves an old copy forever.
    """
    past = ", ".join(f"{role} on {end:%Y-%m-%d}" for role, end in until.items() if end <= now)
    return (
        f"the feed's signatures have expired ({past}; this device's date is {now:%Y-%m-%d})" if past else ""
    )


def too_far(until: Mapping[str, datetime], now: datetime) -> str:
    """Return a problem if a role is signed for longer than our signers ever sign; empty if none is."""
    far = ", ".join(f"{role} until {end:%Y-%m-%d}" for role, end in reaching_too_far(until, now).items())
    return (
        f"refused: signed for longer than allowed ({far}; this device's date is {now:%Y-%m-%d})"
        if far
        else ""
    )


def expiries(signed: Mapping[str, bytes]) -> dict[str, datetime]:
    """Return the expiry of each stored role. `signed` is metadata by role, empty if missing."""
    ends = {role: _expiry(data) for role, data in signed.items()}
    return {role: end for role, end in ends.items() if end}


def _expiry(data: bytes) -> datetime | None:
    try:
        return read_metadata(data).signed.expires if data else None
    except DeserializationError:
        return None


def sync_error(bad: Exception) -> SyncError:
    """Map an error of python-tuf to a `SyncError` with a one-line message."""
    if isinstance(bad, exceptions.DownloadHTTPError):
        return TransportError(f"the host returned status {bad.status_code}: {bad}")
    if isinstance(bad, exceptions.DownloadLengthMismatchError):
        return RefusedError(f"refused: larger than the signed size: {bad}")
    if isinstance(bad, exceptions.DownloadError):
        return TransportError(str(bad) or "the host is too slow")
    return RefusedError(f"refused: {_reason(bad)}")


_REASONS: dict[type[Exception], str] = {
    exceptions.ExpiredMetadataError: "its signatures have expired",
    exceptions.EqualVersionNumberError: "its version has not changed",
    exceptions.BadVersionNumberError: "an older version than the stored one",
    exceptions.UnsignedMetadataError: "not signed by keys that this device trusts",
    exceptions.LengthOrHashMismatchError: "its bytes do not match the signed hash",
    DeserializationError: "not valid metadata",
}


def _reason(bad: Exception) -> str:
    words = next((words for kind, words in _REASONS.items() if isinstance(bad, kind)), "invalid")
    return f"{words} ({bad})"
