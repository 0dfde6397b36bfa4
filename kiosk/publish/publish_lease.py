"""A lease for storage without locks: a file that names the publisher and the time.

A lease is void if it has not been renewed for 15 minutes, or if its process ran on this machine and has
ended. An unreadable one is void too, since anybody with write access could have created it.
"""

from __future__ import annotations

import os
import secrets
import socket
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from kiosk import system

HOLDS = timedelta(minutes=15)
RENEW = timedelta(minutes=5)
MAX_BYTES = 4096


class Lease(BaseModel):
    """One publisher's lease."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    token: Annotated[str, Field(max_length=64)]
    machine: Annotated[str, Field(max_length=255)]
    process: Annotated[int, Field(ge=1, lt=1 << 31)]
    since: AwareDatetime

    @classmethod
    def new(cls, now: datetime) -> Lease:
        """Return a lease for this process."""
        return cls(token=secrets.token_hex(16), machine=socket.gethostname(), process=os.getpid(), since=now)

    @classmethod
    def read(cls, note: bytes | None) -> Lease | None:
        """Return the lease in a file, or None if there is none or it is unreadable."""
        if note is None or len(note) > MAX_BYTES:
            return None
        try:
            return cls.model_validate_json(note)
        except ValidationError:
            return None

    def write(self) -> bytes:
        """Return the bytes that `read` parses."""
        return self.model_dump_json().encode()

    def renewed(self, now: datetime) -> Lease:
        """Return the same lease, renewed at `now`."""
        return self.model_copy(update={"since": now})

    def holds(self, now: datetime) -> bool:
        """Return whether the lease is valid; one dated in the future is valid no longer than any other."""
        return abs(now - self.since) < HOLDS and not self._has_ended()

    def _has_ended(self) -> bool:
        return self.machine == socket.gethostname() and system.has_ended(self.process)

    def __str__(self) -> str:
        try:
            since = self.since.astimezone(UTC)
        except OverflowError:  # near datetime's limits
            since = self.since
        return f"{self.machine} since {since:%H:%M} UTC"
