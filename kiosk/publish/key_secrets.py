"""Passphrases and PINs of keys: asked for when a key first signs, and remembered until the command ends."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import NoReturn, TypeVar

from securesystemslib.signer import Key, Signer, SSlibKey

from kiosk.feed.message_catalog import tr
from kiosk.publish.publish_errors import KeysError

T = TypeVar("T")
TRIES = 3
"""How often a passphrase is asked for; a token locks itself after a few, so its PIN is asked for once."""

AskSecret = Callable[[str, int], str]
"""Return the answer to a question, given how many answers were wrong; raises `KeysError` if there is none."""


def refuse_to_ask(question: str, _wrong: int) -> NoReturn:
    """Answer where nobody can be asked."""
    raise KeysError(
        tr(
            "{question} is needed and cannot be asked for here; publish with `kiosk publish`",
            question=question,
        )
    )


class KeySecrets:
    """What was typed or read during one command, so that nothing is asked for twice."""

    def __init__(self, ask: AskSecret = refuse_to_ask) -> None:
        self._ask = ask
        self._passphrases: list[str] = []
        self._pins: dict[str, str] = {}

    def unlock(self, name: str, unseal: Callable[[str], T | None]) -> T:
        """Return what `unseal` makes of the right passphrase of the key `name`; raises `KeysError`.

        `unseal` returns None for a wrong one. One that opened another key is tried first.
        """
        for passphrase in reversed(self._passphrases):
            found = unseal(passphrase)
            if found is not None:
                return found
        for wrong in range(TRIES):
            passphrase = self._ask(tr("The passphrase of the key {name}", name=name), wrong)
            found = unseal(passphrase)
            if found is not None:
                self._passphrases.append(passphrase)
                return found
        raise KeysError(tr("wrong passphrase for the key {name}; nothing was signed", name=name))

    def pin(self, token: str) -> str:
        """Return the PIN of a token, asked for once; raises `KeysError`."""
        if token not in self._pins:
            self._pins[token] = self._ask(tr("The PIN of the token {token}", token=token), 0)
        return self._pins[token]

    def forget_pin(self, token: str) -> None:
        """Forget a wrong PIN."""
        self._pins.pop(token, None)


class LockedSigner(Signer):
    """A key that signs once its passphrase or PIN is known."""

    def __init__(self, name: str, public_key: SSlibKey, secrets: KeySecrets) -> None:
        self.name = name
        self.secrets = secrets
        self._public_key = public_key

    @property
    def public_key(self) -> Key:
        """The public half, known without a passphrase."""
        return self._public_key

    @abstractmethod
    def unlock(self) -> None:
        """Ask for the passphrase or PIN unless it is known; raises `KeysError`."""

    @classmethod
    def from_priv_key_uri(cls, *_: object) -> Signer:
        """Refuse: a key is read from its file."""
        raise NotImplementedError
