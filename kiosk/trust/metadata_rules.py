"""What metadata of a site must obey beyond the rules of python-tuf: pure, with `now` handed in.

The Update Framework lets metadata choose its key ids, and python-tuf compares keys by them. Then a known id
could carry an attacker's key, and one key with two ids could count as two signatures. Importing this module
registers, through the extension point of securesystemslib, the only form of key that this program parses:
Ed25519, under the SHA-256 of its value. Metadata with any other key is a `DeserializationError`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from securesystemslib.signer import KEY_FOR_TYPE_AND_SCHEME, SSlibKey
from tuf.api.metadata import Metadata, Targets

from kiosk.feed import site_layout

CLOCK_SLACK = timedelta(days=2)
"""How far a signer's clock may be ahead of ours before we refuse what it signed."""

_ED25519 = ("ed25519", "ed25519")
_PUBLIC = re.compile(r"[0-9a-f]{64}")


class HashedKey(SSlibKey):
    """An Ed25519 key whose id is the SHA-256 of its value in canonical JSON."""

    @classmethod
    def from_dict(cls, keyid: str, key_dict: dict[str, Any]) -> SSlibKey:
        """Return the key; raises `ValueError` for another type of key, another form of it, or a false id."""
        key = super().from_dict(keyid, key_dict)
        if keyid != true_id(key):
            raise ValueError(f"the key id {keyid} is not the hash of its key")
        return key


def true_id(key: SSlibKey) -> str:
    """Return the id that a public key must have; raises `ValueError` unless it has the one form we take."""
    public = key.keyval.get("public")
    plain = isinstance(public, str) and _PUBLIC.fullmatch(public) and set(key.keyval) == {"public"}
    if not plain or (key.keytype, key.scheme) != _ED25519:
        raise ValueError("not an Ed25519 key in its plain form")
    return SSlibKey.from_crypto(Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(public)))).keyid


KEY_FOR_TYPE_AND_SCHEME.clear()
KEY_FOR_TYPE_AND_SCHEME[_ED25519] = HashedKey


def read_metadata(data: bytes) -> Metadata[Any]:
    """Return metadata, not yet verified; raises `DeserializationError`."""
    return Metadata.from_bytes(data)


def foreign_targets(targets: Targets) -> list[str]:
    """Return the names that the admins' role must not sign: all but the feed's.

    A target of this role would win over the one of the same name that a delegated role signs: with an old
    `slots.yaml` in it, false free times would be shown as if they were today's.
    """
    return sorted({*targets.targets} - {site_layout.FEED})


def reaching_too_far(ends: Mapping[str, datetime], now: datetime) -> dict[str, datetime]:
    """Return the roles that are signed until later than any signer of ours does, with their ends.

    Whoever serves an old copy of a site is found out when its signatures expire; a thief of a key could put
    that off for years.
    """
    return {role: end for role, end in ends.items() if end > now + site_layout.LIFE[role] + CLOCK_SLACK}
