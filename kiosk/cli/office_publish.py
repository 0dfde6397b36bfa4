"""`kiosk office publish`: publish the hours, notices and slides of one office, as its staff."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.nudge import nudge_screens
from kiosk.cli.options import DryRun, Keys, Office, PassphraseFile, Site
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import open_office
from kiosk.feed.message_catalog import tr


def office_publish(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder of the office.", file_okay=False, exists=True)
    ],
    site: Site,
    office: Office,
    keys: Keys = None,
    dry_run: DryRun = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Publish even if that undoes what others have published since.")
    ] = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Check the folder of an office, sign it, and upload it for every screen of the site."""
    from kiosk.cli.proofs import prepare_media
    from kiosk.feed.problems import ContentError
    from kiosk.publish.office_folder import read_office_folder, refuse_overtaken, remember_part
    from kiosk.publish.office_media import prepared_part
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError, ContentError, OSError):
        mine = open_office(site, keys, key_secrets(passphrase_file))
        mine.check_office(office)
        if not replace:
            refuse_overtaken(mine, folder, office)
        written = read_office_folder(folder, office)
        part, prepared = prepared_part(mine.feed(), written, lambda feed: prepare_media(feed, folder))
        if dry_run:
            mine.check_part(part)
            output.echo(tr("Nothing is wrong; nothing was published."))
            return
        signed = mine.publish_part(part, prepared.locate)
        remember_part(mine, folder, office)
    version = signed.offices[f"office-{office}"].signed.version
    output.echo(
        tr(
            "{site} shows version {version} of the office {office}.",
            site=site,
            version=version,
            office=office,
        )
    )
    nudge_screens()
