"""`kiosk screens restart`: restart the program of a screen."""

from __future__ import annotations

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile
from kiosk.cli.remote_command import BrokerFile, KeyName, Screen, command


def screens_restart(
    screen: Screen,
    broker: BrokerFile = None,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    key: KeyName = None,
) -> None:
    """Restart the program of a screen, unless somebody is using it."""
    answer = command("restart", screen, broker, keys, passphrase_file, key)
    output.echo(f"{screen}: {answer.words}")
