"""`kiosk pin`: the hash of a maintenance PIN, for feed.yaml."""

import os

import typer

from kiosk.cli import output


def pin() -> None:
    """Ask for a maintenance PIN twice, and print its line for feed.yaml. The PIN is not stored."""
    from kiosk.feed.maintenance_pin import SALT_BYTES, hash_pin

    wanted = typer.prompt("PIN", hide_input=True, confirmation_prompt=True, err=True)
    with output.exit_on(ValueError):
        output.echo(f"maintenance_pin: '{hash_pin(wanted, os.urandom(SALT_BYTES))}'")
