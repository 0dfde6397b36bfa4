"""When a site was last signed. Pure, and without python-tuf, so that the player need not import it.

Only the admins' roles count. The timestamp key is stored on a machine that is always online; if it counted,
whoever steals it could make every correct clock look wrong.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Mapping
from datetime import UTC, datetime, timedelta

from kiosk.feed import site_layout

ROLES = ("root", "targets")
"""The roles that only admins' keys can sign."""

NOTE = "reaching-too-far"

SLACK = timedelta(days=1)
"""How far an admin's clock may run ahead without making correct clocks look wrong."""


def signed_at(signed: Mapping[str, bytes], refused: bytes = b"") -> datetime | None:
    """Return the latest time at which admins have certainly signed; None if unknown.

    `signed` is the stored, verified metadata by role; `refused` is a note that `refusal` returned.
    """
    refused_hashes = {*refused.decode("ascii", "replace").split()}
    trusted = {role: data for role in ROLES if _hash(data := signed.get(role, b"")) not in refused_hashes}
    moments = [moment for role, data in trusted.items() if (moment := _signed_at(role, data))]
    return max(moments, default=None)


def refusal(signed: Mapping[str, bytes], far: Container[str]) -> bytes:
    """Return a note of the metadata that expire too late by a trusted clock; `signed_at` ignores them.

    Otherwise a signature dated in the future would make that clock look wrong, and would then be accepted.
    """
    return " ".join(_hash(signed[role]) for role in ROLES if role in far).encode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _signed_at(role: str, data: bytes) -> datetime | None:
    try:
        end = datetime.fromisoformat(json.loads(data)["signed"]["expires"]).astimezone(UTC)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    life = site_layout.LIFE[role] + SLACK
    return end - life if end > datetime.min.replace(tzinfo=UTC) + life else None
