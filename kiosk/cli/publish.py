"""`kiosk publish`: check, build, sign and show a feed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import icons, tell
from kiosk.cli.feed_init import Keys, Site


def publish(
    folder: Annotated[
        Path, typer.Argument(help="The feed: a folder of YAML and media.", file_okay=False, exists=True)
    ],
    site: Site,
    keys: Keys = None,
) -> None:
    """Check a feed, sign it and show it to every kiosk of the site."""
    from kiosk.publish.errors import PublishError
    from kiosk.publish.host import open_host
    from kiosk.publish.keys import load_keyring
    from kiosk.publish.site import Publisher
    from kiosk.publish.source import check_folder

    checked = check_folder(folder, icons.icons())
    tell.problems(checked.problems, as_json=False)
    assert checked.feed is not None  # noqa: S101  # a folder without errors has a feed
    with tell.errors(PublishError), tell.progress() as progress:
        ring = load_keyring(tell.keys_folder(keys))
        signed = Publisher(open_host(site), ring, datetime.now(UTC), progress).publish(checked.feed, folder)
    version = signed.targets.signed.version
    typer.echo(
        f"{site} shows version {version} of the feed; signed until {signed.targets.signed.expires:%Y-%m-%d}."
    )
