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
"""Attempts at a passphrase. A PIN gets only one, because a token locks itself after a few wrong PINs."""

AskSecret = Callable[[str, int], str]
"""Takes a question and the number of wrong answers so far; returns the answer, or raises `KeysError`."""


def refuse_to_ask(question: str, _wrong: int) -> NoReturn:
    """Raise `KeysError`, for programs without a prompt."""
    raise KeysError(
        tr(
            "{question} is needed and cannot be asked for here; publish with `kiosk publish`",
            question=question,
        )
    )


class KeySecrets:
    """The secrets entered during one command, so that each is asked for only once."""

    def __init__(self, ask: AskSecret = refuse_to_ask) -> None:
        self._ask = ask
        self._passphrases: list[str] = []
        self._pins: dict[str, str] = {}

    def unlock(self, name: str, unseal: Callable[[str], T | None]) -> T:
        """Return the result of `unseal` for the right passphrase of the key `name`; raises `KeysError`.

        `unseal` returns None for a wrong passphrase. Those that unlocked other keys are tried first.
        """
        for passphrase in reversed(self._passphrases):
            result = unseal(passphrase)
            if result is not None:
                return result
        for wrong in range(TRIES):
            passphrase = self._ask(tr("The passphrase of the key {name}", name=name), wrong)
            result = unseal(passphrase)
            if result is not None:
                self._passphrases.append(passphrase)
                return result
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
    """A key that can sign once its passphrase or PIN is known."""

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
        """Raise `NotImplementedError`: keys are read from their files."""
        raise NotImplementedError
