"""Keys on a token (PKCS#11: a YubiKey, a smart card, an HSM): a file NAME.token only says where the key is.

The key is created on the token with the token's own tool, and never leaves it. Few tokens support Ed25519, so
these keys are ECDSA over P-256. The package python-pkcs11 comes with the extra `token`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from securesystemslib.exceptions import UnsupportedLibraryError, UnverifiedSignatureError
from securesystemslib.signer import HSMSigner, Signature, SSlibKey

from kiosk.feed.message_catalog import tr
from kiosk.frozen import frozen
from kiosk.publish.key_names import with_key_name
from kiosk.publish.key_secrets import KeySecrets, LockedSigner
from kiosk.publish.publish_errors import KeysError
from kiosk.trust.metadata_rules import HashedKey

FORMAT = "infodisk-token-1"
SUFFIX = ".token"


@frozen
class TokenPlace:
    """Where a key is: the PKCS#11 module, the label of the token, and the id of the object on it."""

    module: str
    token: str
    number: int

    @contextmanager
    def reached(self) -> Iterator[None]:
        """Let securesystemslib find the module; turns every error of the token into a `KeysError`."""
        before = os.environ.get("PYKCS11LIB")
        os.environ["PYKCS11LIB"] = self.module
        try:
            yield
        except (ImportError, UnsupportedLibraryError) as bad:
            raise KeysError(tr("keys on tokens need an extra: pip install 'infodisk[token]'")) from bad
        except _token_errors() as bad:
            words = str(bad) or type(bad).__name__
            raise KeysError(
                tr(
                    "the key {number} on the token {token}: {reason}",
                    number=self.number,
                    token=self.token,
                    reason=words,
                )
            ) from bad
        finally:
            os.environ.pop("PYKCS11LIB")
            if before is not None:
                os.environ["PYKCS11LIB"] = before

    def refuse_wrong_pin(self, secrets: KeySecrets) -> None:
        """Log in to the token once; raises `KeysError` for a wrong PIN."""
        import pkcs11  # noqa: PLC0415  # only with the extra, for keys on a token

        pin = secrets.pin(self.token)
        try:
            token = pkcs11.lib(self.module).get_token(token_label=self.token)
            with token.open(user_pin=pin):
                return
        except (pkcs11.PinIncorrect, pkcs11.PinLenRange, pkcs11.PinInvalid) as bad:
            secrets.forget_pin(self.token)
            raise KeysError(
                tr(
                    "wrong PIN for the token {token}; nothing was signed. A token locks itself after a few",
                    token=self.token,
                )
            ) from bad


def _token_errors() -> tuple[type[Exception], ...]:
    try:
        from pkcs11.exceptions import PKCS11Error  # noqa: PLC0415  # only with the extra
    except ImportError:
        return (ValueError,)
    return (ValueError, PKCS11Error)


def token_key(place: TokenPlace, secrets: KeySecrets) -> bytes:
    """Return the content of the file for a key on a token; raises `KeysError`."""
    with place.reached():
        _uri, public = HSMSigner.import_(place.number, place.token, lambda _: secrets.pin(place.token))
    try:
        key = HashedKey.from_dict(public.keyid, public.to_dict())
    except ValueError as bad:
        raise KeysError(
            tr(
                "the key {number} on the token {token} is not over the curve P-256",
                number=place.number,
                token=place.token,
            )
        ) from bad
    document = {"format": FORMAT, **vars(place), "public": {"keyid": key.keyid, **key.to_dict()}}
    return json.dumps(document, indent=1).encode() + b"\n"


def read_token_key(path: Path, data: bytes, secrets: KeySecrets) -> TokenSigner:
    """Return the key that a file names, still locked; raises `KeysError` for a file that names none."""
    try:
        document: dict[str, Any] = json.loads(data)
        public = dict(document["public"])
        key = HashedKey.from_dict(str(public.pop("keyid")), public)
        place = TokenPlace(str(document["module"]), str(document["token"]), int(document["number"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as bad:
        raise KeysError(tr("{path} is not a key", path=str(path))) from bad
    return TokenSigner(path.stem, key, secrets, place)


class TokenSigner(LockedSigner):
    """A key on a token."""

    def __init__(self, name: str, public: SSlibKey, secrets: KeySecrets, place: TokenPlace) -> None:
        super().__init__(name, with_key_name(public, name), secrets)
        self.place = place
        self._ready = False

    def unlock(self) -> None:
        """Log in to the token once; raises `KeysError`."""
        if not self._ready:
            with self.place.reached():
                self.place.refuse_wrong_pin(self.secrets)
            self._ready = True

    def sign(self, payload: bytes) -> Signature:
        """Return a signature of `payload`; raises `KeysError`."""
        self.unlock()
        place, secrets = self.place, self.secrets
        with place.reached():
            signer = HSMSigner(
                place.number, self._public_key, lambda _: secrets.pin(place.token), place.token
            )
            signature = signer.sign(payload)
        try:
            self._public_key.verify_signature(signature, payload)
        except UnverifiedSignatureError as bad:
            raise KeysError(
                tr("the token {token} holds another key than {name}", token=place.token, name=self.name)
            ) from bad
        return signature
