"""Readers of what a screen hears from the broker, and of what an admin hears from a screen."""

from datetime import UTC, datetime

from securesystemslib.signer import CryptoSigner

from kiosk.fleet.screen_commands import (
    CommandAnswer,
    CommandError,
    new_command,
    read_command,
    read_command_answer,
    write_answer,
    write_command,
)
from kiosk.publish import role_metadata as roles
from kiosk.trust.signed_commands import UntrustedCommandError, sign_command, verify_command
from tests.fuzz.reader import Reader

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
_ADMIN = CryptoSigner.generate_ed25519()
_ROOT = roles.first(dict.fromkeys(roles.ROLES, _ADMIN.public_key), NOW).root
_ROOT.sign(_ADMIN)
ROOT = _ROOT.to_bytes()


def _command(data: bytes) -> None:
    write_command(read_command(data))


def _envelope(data: bytes) -> None:
    read_command(verify_command(data, ROOT, NOW))  # whatever is verified was signed, so it is a command


def _answer(data: bytes) -> None:
    write_answer(read_command_answer(data))


COMMAND = write_command(new_command("hall", "identify", NOW))
ENVELOPE = sign_command(COMMAND, _ADMIN)
ANSWER = write_answer(CommandAnswer(nonce="a" * 32, done=True, words="x", lines=("y",), picture="/9j/"))

COMMAND_READERS = {
    "answer": Reader(_answer, (CommandError,), (ANSWER,)),
    "command": Reader(_command, (CommandError,), (COMMAND,)),
    "envelope": Reader(_envelope, (UntrustedCommandError,), (ENVELOPE,)),
}
