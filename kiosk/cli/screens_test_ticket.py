"""`kiosk screens test-ticket`: print a test ticket."""

from __future__ import annotations

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile
from kiosk.cli.remote_command import BrokerFile, KeyName, Screen, command


def screens_test_ticket(
    screen: Screen,
    broker: BrokerFile = None,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    key: KeyName = None,
) -> None:
    """Print a small ticket on the printer of a screen."""
    answer = command("test-ticket", screen, broker, keys, passphrase_file, key)
    output.echo(f"{screen}: {answer.words}")
