"""Who is publishing to a place that has no locks of its own: a note with a name and a time.

A note that was not renewed for a quarter of an hour, or whose process has ended on this machine, is void.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta

from kiosk import system

HOLDS = timedelta(minutes=15)
RENEW = timedelta(minutes=5)


@dataclass(frozen=True)
class Lease:
    """One publisher's claim."""

    token: str
    machine: str
    process: int
    since: str  # ISO 8601, in UTC

    @classmethod
    def new(cls, now: datetime) -> Lease:
        """Return a claim of this process."""
        return cls(secrets.token_hex(16), socket.gethostname(), os.getpid(), now.isoformat())

    @classmethod
    def read(cls, note: bytes | None) -> Lease | None:
        """Return the claim in a note, or None if there is none that can be read."""
        try:
            known = json.loads(note or b"")
            lease = cls(**{field.name: known[field.name] for field in fields(cls)})
            lease.began()
        except (ValueError, KeyError, TypeError):
            return None
        return lease

    def write(self) -> bytes:
        """Return what `read` reads."""
        return json.dumps(asdict(self)).encode()

    def began(self) -> datetime:
        """Return when the claim was made or renewed."""
        return datetime.fromisoformat(self.since)

    def renewed(self, now: datetime) -> Lease:
        """Return the same claim, made now."""
        return replace(self, since=now.isoformat())

    def holds(self, now: datetime) -> bool:
        """Return whether others must wait for it."""
        return now - self.began() < HOLDS and not self._has_ended()

    def _has_ended(self) -> bool:
        return self.machine == socket.gethostname() and system.has_ended(self.process)
