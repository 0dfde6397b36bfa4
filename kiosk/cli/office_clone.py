"""`kiosk office clone`: download an office's folder as its staff last published it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Keys, Office, Site
from kiosk.cli.site_access import open_office
from kiosk.feed.message_catalog import tr


def office_clone(
    site: Site,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder to create; if it exists it must be empty.")
    ],
    office: Office,
    keys: Keys = None,
) -> None:
    """Download the published folder of an office: hours.yaml, slides/, notices/ and media/."""
    from kiosk.publish.office_folder import clone_office
    from kiosk.publish.publish_errors import PublishError

    if folder.exists() and any(folder.iterdir()):
        output.fail(tr("{folder} is not empty; choose another folder", folder=folder))
    with output.exit_on(PublishError, OSError):
        missing = clone_office(open_office(site, keys), folder, office)
    output.echo(tr("What the office {office} shows is in {folder}.", office=office, folder=folder))
    for name in missing:
        output.echo(
            tr("the original of {file} is not on {site}; copy it yourself", file=name, site=site), err=True
        )
