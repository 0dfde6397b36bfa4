"""When a site was signed last: pure, and without python-tuf, for which the first picture must not wait."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from kiosk.content import site


def signed_at(timestamp: bytes) -> datetime | None:
    """Return when the stored timestamp, which was verified, was signed; None if there is none."""
    try:
        end = datetime.fromisoformat(json.loads(timestamp)["signed"]["expires"])
        return end.astimezone(UTC) - site.TIMESTAMP_LIFE
    except (ValueError, KeyError, TypeError, OverflowError):
        return None
