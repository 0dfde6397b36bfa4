"""The name of a public key: a label in its metadata that does not affect its id."""

from __future__ import annotations

from securesystemslib.signer import Key, SSlibKey

NAME_FIELD = "x-infodisk-name"
"""The metadata field with the name of a public key."""


def with_key_name(key: Key, name: str) -> SSlibKey:
    """Return the same public key with a name; the key id is unchanged."""
    return SSlibKey(key.keyid, key.keytype, key.scheme, key.keyval, {NAME_FIELD: name})
