"""`kiosk site init`: create a site, with its keys and its first version."""

from datetime import UTC, datetime

from kiosk.cli import output
from kiosk.cli.options import Keys, Site
from kiosk.cli.site_access import keys_folder
from kiosk.feed.message_catalog import tr


def site_init(site: Site, keys: Keys = None) -> None:
    """Create a site, its keys, and the file root.json that every screen needs."""
    from kiosk.publish.publish_errors import PublishError
    from kiosk.publish.publisher import init_site
    from kiosk.publish.storage.site_storage import open_host

    folder = keys_folder(keys)
    with output.exit_on(PublishError):
        root = init_site(open_host(site), folder, datetime.now(UTC))
    option = f" --keys {keys}" if keys else ""
    output.echo(
        tr("The site {site} is ready, and its keys are in {folder}.", site=site, folder=str(folder)),
        tr(
            "  1. Back up {folder} off this machine: without it nobody can publish; whoever has it can.",
            folder=str(folder),
        ),
        tr(
            "  2. Copy {root} to every screen: a screen trusts only the feed that matches it.", root=str(root)
        ),
        tr("  3. Publish your feed: kiosk publish FOLDER {site}{option}", site=site, option=option),
        tr(
            "A machine that only publishes free times needs just online.pem, slots.pem and {root}.",
            root=root.name,
        ),
    )
