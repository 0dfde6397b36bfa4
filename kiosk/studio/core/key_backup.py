"""The keys of a site in one file that is sealed with a passphrase, for a safe place and for a new computer.

The files are encrypted with AES-256-GCM under a key that scrypt (RFC 7914) derives from the passphrase. The
trusted root is among them, so that the backup alone is enough to go on with a site.
"""

from __future__ import annotations

import json
import os
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path, PurePath

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from kiosk import system
from kiosk.feed.message_catalog import tr
from kiosk.publish.keyring import TRUSTED_ROOT, write_private
from kiosk.publish.publish_errors import KeysError

FORMAT = "infodisk-keys-1"
LEAST_LETTERS = 12
MAX_BYTES = 1 << 20
SALT_BYTES, NONCE_BYTES, KEY_BYTES = 16, 12, 32
SCRYPT_COST = 1 << 17  # 128 MB and some tenths of a second for each guess


def sealed(keys: Path, passphrase: str) -> bytes:
    """Return a backup of the keys in a folder; raises `KeysError` for a passphrase that is too short."""
    if len(passphrase) < LEAST_LETTERS:
        raise KeysError(tr("Write at least {count} characters, such as four words.", count=LEAST_LETTERS))
    paths = [*sorted(keys.glob("*.pem")), keys / TRUSTED_ROOT]
    plain = json.dumps({path.name: path.read_text("utf-8") for path in paths}).encode()
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    secret = AESGCM(_key(passphrase, salt)).encrypt(nonce, plain, FORMAT.encode())
    parts = {"salt": salt, "nonce": nonce, "sealed": secret}
    return json.dumps(
        {"format": FORMAT} | {name: b64encode(each).decode() for name, each in parts.items()}
    ).encode()


def is_backup(data: bytes) -> bool:
    """Return whether a file is a backup of keys."""
    return FORMAT.encode() in data[:200]


def opened(data: bytes, passphrase: str) -> dict[str, bytes]:
    """Return the files of a backup by their names; raises `KeysError` if it cannot be opened."""
    try:
        found = json.loads(data[:MAX_BYTES])
        salt, nonce, secret = (b64decode(found[name], validate=True) for name in ("salt", "nonce", "sealed"))
        plain = AESGCM(_key(passphrase, salt)).decrypt(nonce, secret, FORMAT.encode())
        return {PurePath(name).name: text.encode() for name, text in json.loads(plain).items()}
    except (InvalidTag, ValueError, TypeError, KeyError, AttributeError) as bad:
        raise KeysError(tr("Wrong passphrase, or the file is damaged.")) from bad


def _key(passphrase: str, salt: bytes) -> bytes:
    letters = unicodedata.normalize("NFC", passphrase)  # keyboards of different systems compose å differently
    return Scrypt(salt, KEY_BYTES, n=SCRYPT_COST, r=8, p=1).derive(letters.encode())


def write(keys: Path, files: Mapping[str, bytes]) -> None:
    """Write keys and root to a folder that only their owner can read; a key that is there stays."""
    keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, data in files.items():
        if name == TRUSTED_ROOT:
            system.write_atomically(keys / name, data)
        elif not (keys / name).exists():
            write_private(keys / name, data)
