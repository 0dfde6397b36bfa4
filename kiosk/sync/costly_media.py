"""The media whose test decoding exceeded its limits, by SHA-256, and when to try each again. Pure.

A record applies only to the program version that wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from kiosk import __version__
from kiosk.frozen import frozen
from kiosk.sync import retry_times

NOTE = "costly-media"


@frozen
class Attempts:
    """The number of times that a file was tried, and the last time (Unix time)."""

    tries: int = 0
    tried_at: float = 0.0

    def is_due(self, now: float) -> bool:
        """Return whether to try the file again."""
        return retry_times.is_due(self.tries, self.tried_at, now)


CostlyMedia = Mapping[str, Attempts]


def read(note: bytes, version: str = __version__) -> dict[str, Attempts]:
    """Return what `write` wrote for this version; empty if there is nothing."""
    try:
        known = json.loads(note)
        media = known["media"] if known["version"] == version else {}
        return {str(sha256): Attempts(int(tries), float(at)) for sha256, (tries, at) in media.items()}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}


def write(media: CostlyMedia, version: str = __version__) -> bytes:
    """Return what `read` reads."""
    listed = {sha256: (each.tries, each.tried_at) for sha256, each in media.items()}
    return json.dumps({"version": version, "media": listed}).encode()
