"""A feed that exceeded the limits of its validation, and when it is tried again. Pure.

The device may have been busy, so the same feed may pass later. Each attempt may cost all that the limits
allow: the wait doubles, from ten minutes to a day. A record applies only to the version of the program that
made it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from kiosk import __version__
from kiosk.net.backoff import exponential_s

NOTE = "too-costly"
FIRST_S, LONGEST_S = 600.0, 86_400.0


@dataclass(frozen=True)
class CostlyFeed:
    """A feed by the key of `OfficeParts`, how often it was tried, when last (Unix time), and the problem."""

    key: str = ""
    tries: int = 0
    tried_at: float = 0.0
    problem: str = ""

    @classmethod
    def read(cls, note: bytes, version: str = __version__) -> CostlyFeed:
        """Return what `write` wrote for this version; empty if there is nothing."""
        try:
            known = json.loads(note)
            found = cls(
                str(known["key"]), int(known["tries"]), float(known["tried_at"]), str(known["problem"])
            )
            return found if known["version"] == version else cls()
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return cls()

    def write(self, version: str = __version__) -> bytes:
        """Return what `read` reads."""
        return json.dumps({**asdict(self), "version": version}).encode()

    def is_due(self, now: float) -> bool:
        """Return whether to try it again; an attempt in the future was noted by a clock that was wrong."""
        wait = exponential_s(self.tries, FIRST_S, LONGEST_S)
        return bool(self.key) and not 0 <= now - self.tried_at < wait
