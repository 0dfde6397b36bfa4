"""Remote commands to a screen: signs one with an admin's key, sends it, and waits for the answer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.screens_enrol import Screen, check_screen
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import keys_folder
from kiosk.cli.status import read_broker_settings

if TYPE_CHECKING:
    from securesystemslib.signer import Signer

    from kiosk.fleet.screen_commands import Action, CommandAnswer
    from kiosk.publish.keyring import Keyring

__all__ = ["BrokerFile", "KeyName", "Screen", "command"]

BrokerFile = Annotated[
    Path | None, typer.Option("--broker", help="The file with the address of the broker.", dir_okay=False)
]
KeyName = Annotated[
    str | None,
    typer.Option("--key", metavar="NAME", help="Sign with this key; default: those that may sign feeds."),
]


def command(
    action: Action,
    screen: str,
    broker: Path | None,
    keys: Path | None,
    passphrase_file: Path | None,
    key: str | None,
) -> CommandAnswer:
    """Send a signed command and return the screen's answer; print why it failed and exit with 1 otherwise."""
    from kiosk.fleet.command_client import ANSWER_S, SYNC_S, send_command
    from kiosk.fleet.mqtt import MqttError
    from kiosk.fleet.screen_commands import new_command, write_command
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.publish_errors import PublishError
    from kiosk.trust.signed_commands import sign_command

    settings = read_broker_settings(broker)
    check_screen(screen, settings)
    with output.exit_on(PublishError, MqttError):
        signers = _signers(load_keyring(keys_folder(keys), key_secrets(passphrase_file)), key)
        unsigned = new_command(screen, action, datetime.now(UTC))
        envelope = sign_command(write_command(unsigned), *signers)
        timeout_s = SYNC_S if action == "sync" else ANSWER_S
        answer = send_command(settings, screen, unsigned.nonce, envelope, timeout_s)
    if not answer.done:
        output.fail(f"{screen}: {answer.words}")
    return answer


def _signers(ring: Keyring, name: str | None) -> list[Signer]:
    """Return the keys to sign with, unlocked; print what is missing and exit with 1 if there is none."""
    from kiosk.publish.command_keys import command_signers
    from kiosk.trust.metadata_rules import read_metadata

    root = read_metadata(ring.trusted_root()).signed
    chosen = [ring.called(name)] if name else command_signers(ring, root)
    if not chosen:
        output.fail(f"no key in {ring.folder} may sign feeds; choose another one with --key")
    ring.unlock([signer.public_key.keyid for signer in chosen])  # first: a command is valid for two minutes
    return chosen
