"""Files that hold a secret, such as a password or a private key; one that all users may read is refused."""

from __future__ import annotations

import stat
from pathlib import Path

from kiosk import system

MAX_BYTES = 1000


class SecretFileError(Exception):
    """A secret file cannot be used."""


def read_secret(name: str, path: Path) -> str:
    """Return the secret in a file, stripped of white space; `name` is what error messages call it.

    Raises `SecretFileError`.
    """
    refuse_public(name, path)
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8").strip()
    except OSError as bad:
        raise _unreadable(name, path, bad) from bad
    except UnicodeDecodeError as bad:
        raise SecretFileError(f"the {name} {path} cannot be read: it is not text") from bad
    if not text:
        raise SecretFileError(f"the {name} {path} is empty")
    return text


def refuse_public(name: str, path: Path) -> None:
    """Raise `SecretFileError` if every user of this machine may read or change a file."""
    try:
        mode = path.stat().st_mode
    except OSError as bad:
        raise _unreadable(name, path, bad) from bad
    if system.HAS_OWNERS and mode & stat.S_IRWXO:
        raise SecretFileError(f"everybody on this machine may read the {name} {path}; run: chmod 640 {path}")


def _unreadable(name: str, path: Path, bad: OSError) -> SecretFileError:
    return SecretFileError(f"the {name} {path} cannot be read: {bad.strerror}")
