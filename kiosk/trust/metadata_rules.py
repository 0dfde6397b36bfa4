"""Rules for a site's metadata beyond python-tuf's. Pure; callers pass `now`.

The Update Framework lets metadata choose its key ids, and python-tuf compares keys by id. A known id could
therefore carry an attacker's key, and one key with two ids could count as two signatures. Importing this
module registers, through securesystemslib's extension point, the only key formats that this program parses:
Ed25519 and, for keys on tokens, ECDSA over P-256. Each key must use its one canonical encoding, and its id
must be the SHA-256 of that. Metadata with any other key raises `DeserializationError`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from securesystemslib.signer import KEY_FOR_TYPE_AND_SCHEME, SSlibKey
from tuf.api.metadata import Metadata, Targets

from kiosk.feed import site_layout

CLOCK_SLACK = timedelta(days=2)
"""How far a signer's clock may be ahead of this machine's before its signatures are refused."""

_ED25519 = ("ed25519", "ed25519")
_P256 = ("ecdsa", "ecdsa-sha2-nistp256")
_MAX_PEM = 1024


class HashedKey(SSlibKey):
    """An Ed25519 or P-256 key whose id is the SHA-256 of its value in canonical JSON."""

    @classmethod
    def from_dict(cls, keyid: str, key_dict: dict[str, Any]) -> SSlibKey:
        """Return the key; raises `ValueError` for another key type or encoding, or a wrong id."""
        key = super().from_dict(keyid, key_dict)
        if keyid != true_id(key):
            raise ValueError(f"the key id {keyid} is not the hash of its key")
        return key


def true_id(key: SSlibKey) -> str:
    """Return the id that a public key must have; raises `ValueError` for an unsupported encoding."""
    public = key.keyval.get("public")
    read = _READERS.get((key.keytype, key.scheme))
    if read is None or not isinstance(public, str) or len(public) > _MAX_PEM:
        raise ValueError("neither an Ed25519 nor a P-256 key")
    try:
        plain = SSlibKey.from_crypto(read(public))
    except UnsupportedAlgorithm as bad:
        raise ValueError(str(bad)) from bad
    if (plain.keytype, plain.scheme, plain.keyval) != (key.keytype, key.scheme, key.keyval):
        raise ValueError("not a key in its plain form")
    return plain.keyid


def _read_ed25519(public: str) -> PublicKeyTypes:
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))


def _read_p256(public: str) -> PublicKeyTypes:
    return load_pem_public_key(public.encode())


_READERS: Mapping[tuple[str, str], Callable[[str], PublicKeyTypes]] = {
    _ED25519: _read_ed25519,
    _P256: _read_p256,
}

KEY_FOR_TYPE_AND_SCHEME.clear()
KEY_FOR_TYPE_AND_SCHEME.update(dict.fromkeys(_READERS, HashedKey))


def read_metadata(data: bytes) -> Metadata[Any]:
    """Return metadata, not yet verified; raises `DeserializationError`."""
    return Metadata.from_bytes(data)


def foreign_targets(targets: Targets) -> list[str]:
    """Return the targets that the admins' role must not sign: all except the feed.

    A target in this role overrides the target of the same name in a delegated role. An old `slots.yaml` or
    `live.yaml` here would show outdated free times or warnings as current.
    """
    return sorted({*targets.targets} - {site_layout.FEED})


def office_roles(targets: Targets) -> dict[str, str]:
    """Return the roles of office staff, by office; leaves out a role that may sign more than its one file."""
    delegated = (targets.delegations and targets.delegations.roles) or {}
    return {
        site_layout.office_of(name): name
        for name, role in delegated.items()
        if site_layout.office_of(name) and role.paths == [site_layout.target_of(name)] and role.terminating
    }


def reaching_too_far(ends: Mapping[str, datetime], now: datetime) -> dict[str, datetime]:
    """Return the expiry of each role that is signed for longer than this program ever signs.

    An outdated copy of a site is detected when its signatures expire. With a stolen key, that could be
    postponed for years.
    """
    return {role: end for role, end in ends.items() if end > now + site_layout.life(role) + CLOCK_SLACK}
