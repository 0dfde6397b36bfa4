"""Passphrases and PINs for commands: read from a file, a descriptor or a prompt, never from arguments."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kiosk.cli import output
from kiosk.feed.message_catalog import Message, tr

if TYPE_CHECKING:
    from kiosk.publish.key_secrets import AskSecret, KeySecrets

MAX_BYTES = 4096
STDIN = Path("-")


def key_secrets(file: Path | None) -> KeySecrets:
    """Return the source of passphrases and PINs for keys; a file is read only when it is first needed."""
    from kiosk.publish.key_secrets import KeySecrets

    return KeySecrets(_from_file(file) if file else prompt_secret)


def new_passphrase(file: Path | None) -> str:
    """Return a new passphrase, typed twice or read from a file; raises `KeysError`."""
    from kiosk.publish.sealing import refuse_short

    if file:
        passphrase = read_secret_line(file)
    else:
        _need_terminal(tr("A new passphrase"))
        question = output.as_text(tr("A new passphrase, such as four words"))
        passphrase = typer.prompt(question, hide_input=True, confirmation_prompt=True, err=True)
    refuse_short(passphrase)
    return passphrase


def read_secret_line(file: Path) -> str:
    """Return the first line of a file, of a pipe such as /dev/fd/3, or of standard input (`-`).

    Raises `KeysError`, also for a file that others can read.
    """
    from kiosk.publish.publish_errors import KeysError

    try:
        lines = _read_bytes(file).decode().splitlines()
    except UnicodeDecodeError:
        lines = []
    except OSError as bad:
        raise KeysError(f"{file}: {bad.strerror}") from bad
    if not lines or not lines[0]:
        raise KeysError(tr("there is no passphrase in {file}", file=str(file)))
    return lines[0]


def _read_bytes(file: Path) -> bytes:
    from kiosk import system
    from kiosk.publish.publish_errors import KeysError

    if file == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES)
    with file.open("rb") as opened:
        if stat.S_ISREG(os.fstat(opened.fileno()).st_mode) and not system.is_private(file):
            raise KeysError(tr("{path} can be read by others; run: chmod 600 {path}", path=str(file)))
        return opened.read(MAX_BYTES)


def _from_file(file: Path) -> AskSecret:
    def answer(question: str, wrong: int) -> str:
        from kiosk.publish.publish_errors import KeysError

        if wrong:
            raise KeysError(tr("{question} is not the one in {file}", question=question, file=str(file)))
        return read_secret_line(file)

    return answer


def prompt_secret(question: str, wrong: int = 0) -> str:
    """Ask for a secret without echoing it; raises `KeysError` without a terminal."""
    _need_terminal(question)
    if wrong:
        output.echo(tr("Wrong passphrase."), err=True)
    secret: str = typer.prompt(output.as_text(question), hide_input=True, err=True)
    return secret


def _need_terminal(question: str | Message) -> None:
    from kiosk.publish.publish_errors import KeysError

    if not sys.stdin.isatty():
        raise KeysError(
            tr(
                "{question} is needed, but there is no terminal to ask on: use --passphrase-file",
                question=question,
            )
        )
