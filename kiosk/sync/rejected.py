"""The generations that this screen could not show, so that none of them is tried twice. Pure.

A rejection applies only to the program version that wrote it: a newer one may be able to show the feed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from kiosk import __version__

MAX_REJECTIONS = 50
MAX_REASON = 300  # characters


def read(note: bytes, version: str = __version__) -> dict[str, str]:
    """Return the reasons by generation id that `write` wrote for this version."""
    try:
        known = json.loads(note)
        reasons = known["reasons"] if known["version"] == version else {}
        return {str(key): str(reason) for key, reason in reasons.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def write(reasons: Mapping[str, str], version: str = __version__) -> bytes:
    """Return the last few rejections, oldest first, in the form that `read` reads."""
    last = list(reasons.items())[-MAX_REJECTIONS:]
    return json.dumps({"version": version, "reasons": dict(last)}).encode()


def with_one(reasons: Mapping[str, str], generation_id: str, reason: str) -> dict[str, str]:
    """Return the reasons with one more, which becomes the newest."""
    others = {key: value for key, value in reasons.items() if key != generation_id}
    return {**others, generation_id: reason[:MAX_REASON]}
