"""Passphrase encryption of bytes ("sealing"), for single keys and for key backups.

Uses AES-256-GCM with a key that scrypt (RFC 7914) derives from the passphrase. Encrypted PKCS#8 is not used:
the cryptography library writes it with 2,048 rounds of PBKDF2, so that a thief of the file could guess
passphrases a million times faster than with scrypt.
"""

from __future__ import annotations

import os
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from kiosk.feed.message_catalog import tr
from kiosk.publish.publish_errors import KeysError

MIN_CHARACTERS = 12
SALT_BYTES, NONCE_BYTES, KEY_BYTES = 16, 12, 32
SCRYPT_COST = 1 << 17  # 128 MB and a few tenths of a second per guess
FIELDS = ("salt", "nonce", "sealed")


def refuse_short(passphrase: str) -> None:
    """Raise `KeysError` for a passphrase that is too short."""
    if len(passphrase) < MIN_CHARACTERS:
        raise KeysError(tr("Write at least {count} characters, such as four words.", count=MIN_CHARACTERS))


def seal(plain: bytes, passphrase: str, purpose: str) -> dict[str, str]:
    """Return `FIELDS` in base64, which `unseal` opens only with the same purpose.

    Raises `KeysError` for a passphrase that is too short.
    """
    refuse_short(passphrase)
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    sealed = AESGCM(_key(passphrase, salt)).encrypt(nonce, plain, purpose.encode())
    return {name: b64encode(each).decode() for name, each in zip(FIELDS, (salt, nonce, sealed), strict=True)}


def unseal(fields: Mapping[str, Any], passphrase: str, purpose: str) -> bytes | None:
    """Return the plain bytes; None for a wrong passphrase, another purpose or damaged bytes.

    Raises `ValueError` for fields that are missing or not base64.
    """
    try:
        salt, nonce, sealed = (b64decode(fields[name], validate=True) for name in FIELDS)
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, sealed, purpose.encode())
    except InvalidTag:
        return None
    except (KeyError, TypeError) as bad:
        raise ValueError(str(bad)) from bad


def _key(passphrase: str, salt: bytes) -> bytes:
    letters = unicodedata.normalize("NFC", passphrase)  # operating systems compose å differently
    return Scrypt(salt, KEY_BYTES, n=SCRYPT_COST, r=8, p=1).derive(letters.encode())
