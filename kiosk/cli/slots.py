"""`kiosk slots`: the free times that the offices' own rules offer, signed and shown."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.feed_init import Keys, Site


def slots(
    site: Site,
    keys: Keys = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print slots.yaml instead of publishing it.")
    ] = False,
) -> None:
    """Work out the free times of the published feed, and show them to every kiosk of the site."""
    from kiosk.booking.rules import slots_by_rule
    from kiosk.booking.slots import SlotList, write_slots
    from kiosk.publish.errors import PublishError
    from kiosk.publish.host import open_host
    from kiosk.publish.keys import load_keyring
    from kiosk.publish.site import Publisher

    now = datetime.now(UTC).replace(microsecond=0)
    with tell.errors(PublishError):
        publisher = Publisher(open_host(site), load_keyring(tell.keys_folder(keys)), now)
        found = SlotList(generated_at=now, slots=slots_by_rule(publisher.feed(), now))
        if dry_run:
            typer.echo(write_slots(found).decode(), nl=False)
            return
        publisher.publish_slots(write_slots(found))
    typer.echo(f"{site} shows {len(found.slots)} free times.")
