"""When a site was signed last: pure, and without python-tuf, for which the first picture must not wait.

Only the admins' roles are asked. The timestamp is signed by a machine that is online all the time; if it had
a say in what time it is, a thief of its key could make every right clock look wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from kiosk.feed import site_layout

ROLES = ("root", "targets")
"""Those that are signed with keys of the admins alone."""

SLACK = timedelta(days=1)
"""How far an admin's clock may be ahead of the right time without making a right clock look wrong."""


def signed_at(signed: Mapping[str, bytes]) -> datetime | None:
    """Return when admins have signed last for certain; None if that is not known.

    `signed` is the stored metadata by role, which was verified.
    """
    found = [moment for role in ROLES if (moment := _signed_at(role, signed.get(role, b"")))]
    return max(found, default=None)


def _signed_at(role: str, data: bytes) -> datetime | None:
    try:
        end = datetime.fromisoformat(json.loads(data)["signed"]["expires"]).astimezone(UTC)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    life = site_layout.LIFE[role] + SLACK
    return end - life if end > datetime.min.replace(tzinfo=UTC) + life else None
