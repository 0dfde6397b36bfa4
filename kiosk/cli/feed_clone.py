"""`kiosk feed clone`: the folder that a site was last published from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Keys, Site
from kiosk.cli.site_access import clone_site
from kiosk.feed.message_catalog import tr


def feed_clone(
    site: Site,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder to create; if it exists it must be empty.")
    ],
    keys: Keys = None,
) -> None:
    """Download and verify the files a site was last published from. Of the keys, only root.json is needed."""
    from kiosk.publish.publish_errors import PublishError

    if folder.exists() and any(folder.iterdir()):
        output.fail(tr("{folder} is not empty; choose another folder", folder=folder))
    with output.exit_on(PublishError, OSError):
        clone_site(site, keys, folder)
