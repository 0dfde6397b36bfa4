"""When a site was last signed. Pure, and without python-tuf, so that the player need not import it.

Only the admins' roles count. The timestamp key lies on a machine that is always online; if it counted,
whoever steals it could make every correct clock look wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from kiosk.feed import site_layout

ROLES = ("root", "targets")
"""The roles that only admins' keys sign."""

SLACK = timedelta(days=1)
"""How far an admin's clock may run ahead without making correct clocks look wrong."""


def signed_at(signed: Mapping[str, bytes]) -> datetime | None:
    """Return the latest time at which admins have certainly signed; None if unknown.

    `signed` is the stored, verified metadata by role.
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
