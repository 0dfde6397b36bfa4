"""The private keys of a person or a machine: files that only their owner can read.

The name of a key file is only a label; the site's signed metadata decides what a key may sign. Refuses keys
that other users can read.
"""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner, Key, SSlibKey
from tuf.api.metadata import Metadata

from kiosk import system
from kiosk.feed.message_catalog import tr
from kiosk.publish.publish_errors import KeysError
from kiosk.trust.metadata_rules import HashedKey

TRUSTED_ROOT = "root.json"
"""The root that every kiosk gets, and from which publishing verifies a site."""

MAX_KEY_BYTES = 16 << 10
NAME_FIELD = "x-infodisk-name"
"""The metadata field with the name of a public key."""


@dataclass(frozen=True)
class Keyring:
    """The private keys in one folder, by their key id, and the trusted root beside them."""

    folder: Path
    signers: dict[str, CryptoSigner]

    def trusted_root(self) -> bytes:
        """Return the root metadata this folder trusts; raises `KeysError`."""
        try:
            return (self.folder / TRUSTED_ROOT).read_bytes()
        except OSError as bad:
            raise KeysError(f"{self.folder / TRUSTED_ROOT}: {bad.strerror}") from bad

    def sign(self, metadata: Metadata[Any], keyids: Iterable[str], *, append: bool = False) -> int:
        """Sign with every available key among `keyids`; return their number."""
        ours = [self.signers[keyid] for keyid in keyids if keyid in self.signers]
        if not append:
            metadata.signatures.clear()
        for signer in ours:
            metadata.sign(signer, append=True)
        return len(ours)


def load_keyring(folder: Path) -> Keyring:
    """Return the keys in `folder`; raises `KeysError`."""
    files = sorted(folder.glob("*.pem"))
    if not files:
        raise KeysError(
            tr("there are no keys in {folder}; `kiosk site init` creates them", folder=str(folder))
        )
    signers = [_load(path) for path in files]
    return Keyring(folder, {signer.public_key.keyid: signer for signer in signers})


def _load(path: Path) -> CryptoSigner:
    if not system.is_private(path):
        raise KeysError(tr("{path} can be read by others; run: chmod 600 {path}", path=str(path)))
    if path.stat().st_size > MAX_KEY_BYTES:
        raise KeysError(tr("{path} is not a key", path=str(path)))
    try:
        private = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as bad:
        raise KeysError(tr("{path} is not a private key without a passphrase", path=str(path))) from bad
    if not isinstance(private, Ed25519PrivateKey):
        raise KeysError(tr("{path} is not an Ed25519 key", path=str(path)))
    return CryptoSigner(private, named(SSlibKey.from_crypto(private.public_key()), path.stem))


def named(key: Key, name: str) -> SSlibKey:
    """Return the same public key with a name; the key id is unchanged."""
    return SSlibKey(key.keyid, key.keytype, key.scheme, key.keyval, {NAME_FIELD: name})


def make_key(folder: Path, name: str) -> CryptoSigner:
    """Create a key in the file `name`.pem, readable by its owner only; raises `KeysError`."""
    path = folder / f"{name}.pem"
    signer = CryptoSigner.generate_ed25519()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(path, signer.private_bytes)
    except FileExistsError as bad:
        raise KeysError(tr("{path} is already there; a key is never overwritten", path=str(path))) from bad
    except OSError as bad:
        raise KeysError(f"{path}: {bad.strerror}") from bad
    return _load(path)


def write_private(path: Path, data: bytes) -> None:
    """Create a file that only its owner can read; raises `FileExistsError`."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_public(folder: Path, key: Key, name: str) -> Path:
    """Write the public key to a file, for the admin of the site; return its path."""
    path = folder / f"{name}.pub"
    path.write_text(json.dumps({"keyid": key.keyid, **key.to_dict()}, indent=2) + "\n", "utf-8")
    return path


def read_public(path: Path) -> Key:
    """Return the public key in a file from `write_public`; raises `KeysError`."""
    try:
        data = json.loads(path.read_bytes()[:MAX_KEY_BYTES])
        return HashedKey.from_dict(str(data.pop("keyid")), data)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError) as bad:
        raise KeysError(tr("{path} is not the public half of an Ed25519 key", path=str(path))) from bad


def make_next_key(folder: Path, name: str) -> CryptoSigner:
    """Create the successor of the key `name`, called `name-2` or so; raises `KeysError`."""
    if not (folder / f"{name}.pem").exists():
        raise KeysError(tr("there is no key called {name} in {folder}", name=name, folder=str(folder)))
    base, _, number = name.rpartition("-")
    if not number.isdecimal():
        base = name
    free = (f"{base}-{count}" for count in itertools.count(2))
    return make_key(folder, next(each for each in free if not (folder / f"{each}.pem").exists()))


def retire(folder: Path, name: str) -> None:
    """Retire a key: its file is kept, but no longer used."""
    (folder / f"{name}.pem").rename(folder / f"{name}.pem.retired")
