"""`kiosk site staff …`: who may change the hours, notices and slides of one office."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Keys, Office, PassphraseFile, Site
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import open_staff_manager
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.publish.key_secrets import KeySecrets


def site_staff_add(
    site: Site,
    public: Annotated[
        Path,
        typer.Argument(
            metavar="PUBLIC_KEY", help="The public half of the key, a .pub file.", exists=True, dir_okay=False
        ),
    ],
    office: Office,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Let a person change the hours, notices and slides of one office, and nothing else."""
    from kiosk.publish.key_manager import key_name
    from kiosk.publish.keyring import read_public
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        key = read_public(public)
        open_staff_manager(site, keys, key_secrets(passphrase_file)).add_staff(office, key)
    output.echo(
        tr(
            "{name} may change the office {office} with the key {id}.",
            name=key_name(key),
            office=office,
            id=key.keyid,
        )
    )


def site_staff_remove(
    site: Site,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the key, or the start of its id.")],
    office: Office,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Revoke a person's right to change an office. The office's published content stays."""
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        open_staff_manager(site, keys, key_secrets(passphrase_file)).remove_staff(office, name)
    output.echo(tr("{name} may no longer change the office {office}.", name=name, office=office))


def follow_admins(site: str, keys: Path | None, secrets: KeySecrets) -> None:
    """Let only the current admins, besides the staff, sign for each office; print the changed offices."""
    for office in open_staff_manager(site, keys, secrets).follow_admins():
        output.echo(tr("The current admins may sign for the office {office}.", office=office))
