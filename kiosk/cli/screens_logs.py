"""`kiosk screens logs`: print the log of a screen."""

from __future__ import annotations

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile
from kiosk.cli.remote_command import BrokerFile, KeyName, Screen, command


def screens_logs(
    screen: Screen,
    broker: BrokerFile = None,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    key: KeyName = None,
) -> None:
    """Print a screen's log of the last hour. It says nothing about visits."""
    answer = command("logs", screen, broker, keys, passphrase_file, key)
    for line in answer.lines:
        output.echo(line)
    output.echo(f"{screen}: {answer.words}", err=True)
