"""`kiosk site refresh`: sign anew what will expire; for a cron job."""

from typing import Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.options import Keys, Site
from kiosk.cli.site_access import open_cosigner
from kiosk.feed.message_catalog import tr


def site_refresh(
    site: Site,
    keys: Keys = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what is good for long.")] = False,
) -> None:
    """Sign anew all of which less than half its time is left; ends with 1 if a key for that is not here."""
    from kiosk.publish.publish_errors import PublishError

    with tell.errors(PublishError):
        due = open_cosigner(site, keys).refresh(part=1.0 if everything else 0.5)
    if due:
        roles = [tr("{role} (until {day})", role=role, day=f"{end:%Y-%m-%d}") for role, end in due.items()]
        tell.fail(tr("no key here to sign {roles}", roles=roles))
