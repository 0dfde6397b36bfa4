"""`kiosk screens identify`: show a screen's id on the screen itself."""

from __future__ import annotations

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile
from kiosk.cli.remote_command import BrokerFile, KeyName, Screen, command


def screens_identify(
    screen: Screen,
    broker: BrokerFile = None,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    key: KeyName = None,
) -> None:
    """Show a screen's id on the screen itself for ten seconds, to find it."""
    answer = command("identify", screen, broker, keys, passphrase_file, key)
    output.echo(f"{screen}: {answer.words}")
