"""A feed that exceeded the limits of its validation, and when to try it again. Pure.

A record applies only to the program version that wrote it.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from kiosk import __version__
from kiosk.frozen import frozen
from kiosk.sync import retry_times

NOTE = "too-costly"


@frozen
class CostlyFeed:
    """A feed, by the key of its `OfficeParts`: the number of tries, the last one (Unix time), the problem."""

    key: str = ""
    tries: int = 0
    tried_at: float = 0.0
    problem: str = ""

    @classmethod
    def read(cls, note: bytes, version: str = __version__) -> CostlyFeed:
        """Return what `write` wrote for this version; empty if there is nothing."""
        try:
            known = json.loads(note)
            feed = cls(
                str(known["key"]), int(known["tries"]), float(known["tried_at"]), str(known["problem"])
            )
            return feed if known["version"] == version else cls()
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return cls()

    def write(self, version: str = __version__) -> bytes:
        """Return what `read` reads."""
        return json.dumps({**asdict(self), "version": version}).encode()

    def is_due(self, now: float) -> bool:
        """Return whether to try it again."""
        return bool(self.key) and retry_times.is_due(self.tries, self.tried_at, now)
