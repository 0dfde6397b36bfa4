"""`kiosk pin`: the hash of a maintenance PIN, to be put into the feed."""

import os

import typer

from kiosk.cli import tell


def pin() -> None:
    """Ask for a maintenance PIN twice, and print the line for feed.yaml. The PIN is kept nowhere."""
    from kiosk.feed.maintenance_pin import SALT_BYTES, hash_pin

    wanted = typer.prompt("PIN", hide_input=True, confirmation_prompt=True, err=True)
    with tell.errors(ValueError):
        tell.say(f"maintenance_pin: '{hash_pin(wanted, os.urandom(SALT_BYTES))}'")
