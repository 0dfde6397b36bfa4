"""Keys with a passphrase, in files NAME.sealed: the public half in the clear, the private half encrypted."""

from __future__ import annotations

import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner, Signature, SSlibKey

from kiosk.feed.message_catalog import tr
from kiosk.publish.key_names import with_key_name
from kiosk.publish.key_secrets import KeySecrets, LockedSigner
from kiosk.publish.publish_errors import KeysError
from kiosk.publish.sealing import seal, unseal
from kiosk.trust.metadata_rules import HashedKey

FORMAT = "infodisk-key-1"
SUFFIX = ".sealed"


def sealed_key(signer: CryptoSigner, passphrase: str) -> bytes:
    """Return the content of a key file; raises `KeysError` for a passphrase that is too short."""
    public = SSlibKey.from_crypto(private_key(signer.private_bytes).public_key())
    head = {"format": FORMAT, "public": {"keyid": public.keyid, **public.to_dict()}}
    fields = seal(signer.private_bytes, passphrase, f"{FORMAT} {public.keyid}")
    return json.dumps(head | fields, indent=1).encode() + b"\n"


def read_sealed_key(path: Path, data: bytes, secrets: KeySecrets) -> SealedSigner:
    """Return the key in a file, still locked; raises `KeysError` for a file without one."""
    try:
        document = json.loads(data)
        public = dict(document["public"])
        key = HashedKey.from_dict(str(public.pop("keyid")), public)
        fields = {name: str(value) for name, value in document.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as bad:
        raise KeysError(tr("{path} is not a key", path=str(path))) from bad
    return SealedSigner(path, key, secrets, fields)


class SealedSigner(LockedSigner):
    """A key with a passphrase."""

    def __init__(self, path: Path, public: SSlibKey, secrets: KeySecrets, fields: dict[str, str]) -> None:
        super().__init__(path.stem, with_key_name(public, path.stem), secrets)
        self.passphrase = ""
        """The right passphrase, once it is known."""

        self._path = path
        self._fields = fields
        self._signer: CryptoSigner | None = None

    def unlock(self) -> None:
        """Ask for the passphrase unless it is known; raises `KeysError`."""
        self.opened()

    def opened(self) -> CryptoSigner:
        """Return the unlocked key; asks for the passphrase unless it is known. Raises `KeysError`."""
        if self._signer is None:
            self._signer = self.secrets.unlock(self.name, self._try_passphrase)
        return self._signer

    def sign(self, payload: bytes) -> Signature:
        """Return a signature of `payload`; raises `KeysError`."""
        return self.opened().sign(payload)

    def _try_passphrase(self, passphrase: str) -> CryptoSigner | None:
        try:
            plain = unseal(self._fields, passphrase, f"{FORMAT} {self.public_key.keyid}")
            private = plain and private_key(plain)
        except ValueError as bad:
            raise KeysError(tr("{path} is not a key", path=str(self._path))) from bad
        if not private:
            return None
        self.passphrase = passphrase
        return CryptoSigner(private, self._public_key)


def private_key(pem: bytes, passphrase: str | None = None) -> Ed25519PrivateKey:
    """Return the Ed25519 key in a PEM file; raises `ValueError`, also for a wrong passphrase."""
    try:
        key = load_pem_private_key(pem, passphrase.encode() if passphrase else None)
    except TypeError as bad:
        raise ValueError(str(bad)) from bad
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(type(key).__name__)  # noqa: TRY004  # handled like any other bad file
    return key
