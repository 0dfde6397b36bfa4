"""`kiosk screens sync`: make a screen poll the feed now."""

from __future__ import annotations

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile
from kiosk.cli.remote_command import BrokerFile, KeyName, Screen, command


def screens_sync(
    screen: Screen,
    broker: BrokerFile = None,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    key: KeyName = None,
) -> None:
    """Make a screen poll the feed now, and wait until it has done so."""
    answer = command("sync", screen, broker, keys, passphrase_file, key)
    output.echo(f"{screen}: {answer.words}")
