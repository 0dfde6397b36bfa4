"""`kiosk screens screenshot`: take a screenshot of a screen."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile
from kiosk.cli.remote_command import BrokerFile, KeyName, Screen, command


def screens_screenshot(
    screen: Screen,
    to: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", dir_okay=False)] = Path(
        "screenshot.jpg"
    ),
    broker: BrokerFile = None,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    key: KeyName = None,
) -> None:
    """Take a screenshot of a screen, unless somebody is using it."""
    answer = command("screenshot", screen, broker, keys, passphrase_file, key)
    with output.exit_on(OSError, ValueError):
        to.write_bytes(jpeg(answer.picture))
    output.echo(f"wrote {to}")


def jpeg(picture: str) -> bytes:
    """Return the JPEG in an answer; raises `ValueError` for anything else, since a device could send it."""
    data = base64.b64decode(picture, validate=True)
    if not (data.startswith(b"\xff\xd8\xff") and data.endswith(b"\xff\xd9")):
        raise ValueError("the screen sent something that is not a JPEG picture; nothing was written")
    return data
