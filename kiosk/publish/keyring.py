"""The private keys of a person or a machine: files that only their owner can read.

A key is stored unencrypted in NAME.pem, encrypted with a passphrase in NAME.sealed (`sealed_keys`), or on a
token that NAME.token describes (`token_keys`). The name is only a label; the site's signed metadata decides
what a key may sign. Refuses keys that other users can read.
"""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner, Key, Signer, SSlibKey
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata

from kiosk import system
from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen
from kiosk.publish import sealed_keys, token_keys
from kiosk.publish.key_names import NAME_FIELD, with_key_name
from kiosk.publish.key_secrets import KeySecrets, LockedSigner
from kiosk.publish.publish_errors import KeysError, PublishError
from kiosk.publish.sealed_keys import SealedSigner, private_key, read_sealed_key, sealed_key
from kiosk.publish.token_keys import TokenSigner, read_token_key
from kiosk.trust.metadata_rules import HashedKey

TRUSTED_ROOT = "root.json"
"""The root metadata that every kiosk is given, and from which a publisher verifies a site."""

MAX_KEY_BYTES = 16 << 10
PLAIN = ".pem"
SUFFIXES = (PLAIN, sealed_keys.SUFFIX, token_keys.SUFFIX)


@frozen
class Keyring:
    """The private keys in one folder, by key id, and the trusted root beside them."""

    folder: Path
    signers: dict[str, Signer]

    def trusted_root(self) -> bytes:
        """Return the root metadata that this folder trusts; raises `KeysError`."""
        try:
            return (self.folder / TRUSTED_ROOT).read_bytes()
        except OSError as bad:
            raise KeysError(f"{self.folder / TRUSTED_ROOT}: {bad.strerror}") from bad

    def sign(self, metadata: Metadata[Any], keyids: Iterable[str], *, append: bool = False) -> int:
        """Sign with every available key among `keyids`; return their number."""
        available = [self.signers[keyid] for keyid in keyids if keyid in self.signers]
        self.unlock(keyids)
        if not append:
            metadata.signatures.clear()
        for signer in available:
            try:
                metadata.sign(signer, append=True)
            except UnsignedMetadataError as bad:
                raise (bad.__cause__ if isinstance(bad.__cause__, PublishError) else bad) from bad
        return len(available)

    def unlock(self, keyids: Iterable[str]) -> None:
        """Ask for the passphrases and PINs of the keys among `keyids`; raises `KeysError` for a wrong one."""
        for keyid in keyids:
            signer = self.signers.get(keyid)
            if isinstance(signer, LockedSigner):
                signer.unlock()

    def kept(self, keyid: str) -> str:
        """Return where a key is kept: "file", "passphrase", "token", or an empty string if not here."""
        signer = self.signers.get(keyid)
        if signer is None:
            return ""
        kinds = {SealedSigner: "passphrase", TokenSigner: "token"}
        return next((word for kind, word in kinds.items() if isinstance(signer, kind)), "file")

    def called(self, name: str) -> Signer:
        """Return the key whose file has this name; raises `KeysError`."""
        for signer in self.signers.values():
            if signer.public_key.unrecognized_fields.get(NAME_FIELD) == name:
                return signer
        raise KeysError(tr("there is no key called {name} in {folder}", name=name, folder=str(self.folder)))

    def successor(self, name: str) -> Signer:
        """Create a key with the next free number, such as `name-2`, stored in the same way as `name`.

        Raises `KeysError`.
        """
        old = self.called(name)
        base, _, number = name.rpartition("-")
        base = base if number.isdecimal() else name
        free = (f"{base}-{count}" for count in itertools.count(2))
        new = next(each for each in free if key_file(self.folder, each) is None)
        if isinstance(old, TokenSigner):
            raise KeysError(
                tr(
                    "the key {name} is on a token: make a new one there, `kiosk site keys import` it, add it "
                    "with `kiosk site keys add`, and revoke the old one",
                    name=name,
                )
            )
        if isinstance(old, SealedSigner):
            old.unlock()
            return make_key(self.folder, new, old.passphrase)
        return make_key(self.folder, new)


def load_keyring(folder: Path, secrets: KeySecrets | None = None) -> Keyring:
    """Return the keys in `folder`, with passphrases and PINs still to be asked for; raises `KeysError`."""
    files = key_files(folder)
    if not files:
        raise KeysError(
            tr("there are no keys in {folder}; `kiosk site init` creates them", folder=str(folder))
        )
    signers = [_load(path, secrets or KeySecrets()) for path in files]
    return Keyring(folder, {signer.public_key.keyid: signer for signer in signers})


def key_files(folder: Path) -> list[Path]:
    """Return the key files in a folder."""
    return sorted(path for suffix in SUFFIXES for path in folder.glob(f"*{suffix}"))


def key_file(folder: Path, name: str) -> Path | None:
    """Return the file of the key `name`, or None."""
    return next((path for path in key_files(folder) if path.stem == name), None)


def _load(path: Path, secrets: KeySecrets) -> Signer:
    data = read_private(path)
    if path.suffix == sealed_keys.SUFFIX:
        return read_sealed_key(path, data, secrets)
    if path.suffix == token_keys.SUFFIX:
        return read_token_key(path, data, secrets)
    return _unencrypted_signer(path, data)


def _unencrypted_signer(path: Path, data: bytes) -> CryptoSigner:
    if b"ENCRYPTED" in data:
        raise KeysError(
            tr(
                "{path} is encrypted in another format; convert it with `kiosk site keys passphrase {name}`",
                path=str(path),
                name=path.stem,
            )
        )
    try:
        private = private_key(data)
    except ValueError as bad:
        raise KeysError(tr("{path} is not an Ed25519 key", path=str(path))) from bad
    return CryptoSigner(private, with_key_name(SSlibKey.from_crypto(private.public_key()), path.stem))


def read_private(path: Path) -> bytes:
    """Return the content of a file that only its owner can read; raises `KeysError`."""
    try:
        if not system.is_private(path):
            raise KeysError(tr("{path} can be read by others; run: chmod 600 {path}", path=str(path)))
        if path.stat().st_size > MAX_KEY_BYTES:
            raise KeysError(tr("{path} is not a key", path=str(path)))
        return path.read_bytes()
    except OSError as bad:
        raise KeysError(f"{path}: {bad.strerror}") from bad


def make_key(folder: Path, name: str, passphrase: str = "") -> Signer:
    """Create a key in `name`.pem, or encrypted with a passphrase in `name`.sealed; raises `KeysError`."""
    signer = CryptoSigner.generate_ed25519()
    if passphrase:
        path, data = folder / f"{name}{sealed_keys.SUFFIX}", sealed_key(signer, passphrase)
    else:
        path, data = folder / f"{name}{PLAIN}", signer.private_bytes
    write_key_file(path, data)
    return _load(path, KeySecrets())


def write_key_file(path: Path, data: bytes) -> None:
    """Create a key file; raises `KeysError` if a key with this name exists."""
    taken = key_file(path.parent, path.stem)
    if taken:
        raise KeysError(tr("{path} is already there; a key is never overwritten", path=str(taken)))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(path, data)
    except OSError as bad:
        raise KeysError(f"{path}: {bad.strerror}") from bad


def write_private(path: Path, data: bytes) -> None:
    """Create a file that only its owner can read; raises `FileExistsError`."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_public(folder: Path, key: Key, name: str) -> Path:
    """Write the public key to a file for the site's admin; return its path."""
    path = folder / f"{name}.pub"
    path.write_text(json.dumps({"keyid": key.keyid, **key.to_dict()}, indent=2) + "\n", "utf-8")
    return path


def read_public(path: Path) -> Key:
    """Return the public key in a file from `write_public`; raises `KeysError`."""
    try:
        data = json.loads(path.read_bytes()[:MAX_KEY_BYTES])
        return HashedKey.from_dict(str(data.pop("keyid")), data)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError) as bad:
        raise KeysError(tr("{path} is not the public half of a key", path=str(path))) from bad


def keep_key(folder: Path, name: str, secrets: KeySecrets, passphrase: str) -> Path:
    """Encrypt a key with a passphrase, or store it unencrypted if the passphrase is empty; return its file.

    The new file is on the disk before the old one is deleted. Raises `KeysError`.
    """
    path = key_file(folder, name)
    if path is None:
        raise KeysError(tr("there is no key called {name} in {folder}", name=name, folder=str(folder)))
    if path.suffix == token_keys.SUFFIX:
        raise KeysError(
            tr("the key {name} is on a token; change its PIN with the token's own tool", name=name)
        )
    signer = _opened(path, secrets)
    suffix, data = (
        (sealed_keys.SUFFIX, sealed_key(signer, passphrase)) if passphrase else (PLAIN, signer.private_bytes)
    )
    new = path.with_suffix(suffix)
    try:
        system.write_atomically(new, data, mode=0o600)
        if new != path:
            path.unlink()
            system.sync_folder(folder)
    except OSError as bad:
        raise KeysError(f"{new}: {bad.strerror}") from bad
    return new


def _opened(path: Path, secrets: KeySecrets) -> CryptoSigner:
    data = read_private(path)
    if path.suffix == sealed_keys.SUFFIX:
        return read_sealed_key(path, data, secrets).opened()
    if b"ENCRYPTED" not in data:
        return _unencrypted_signer(path, data)

    def unseal(passphrase: str) -> CryptoSigner | None:
        with suppress(ValueError):
            return CryptoSigner(private_key(data, passphrase))
        return None

    return secrets.unlock(path.stem, unseal)


def retire(folder: Path, name: str) -> None:
    """Rename a key's file so that the key is no longer used."""
    path = key_file(folder, name)
    if path:
        path.rename(path.with_name(f"{path.name}.retired"))
