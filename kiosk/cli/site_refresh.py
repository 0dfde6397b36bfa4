"""`kiosk site refresh`: re-sign metadata before it expires; meant for a cron job."""

from typing import Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Keys, PassphraseFile, Site
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import open_cosigner
from kiosk.cli.site_staff import follow_admins
from kiosk.feed.message_catalog import tr


def site_refresh(
    site: Site,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    everything: Annotated[bool, typer.Option("--all", help="Re-sign everything.")] = False,
) -> None:
    """Re-sign anything past half its lifetime. Exits with 1 if a key that this needs is missing."""
    from kiosk.publish.publish_errors import PublishError

    with output.exit_on(PublishError):
        secrets = key_secrets(passphrase_file)
        due = open_cosigner(site, keys, secrets).refresh(part=1.0 if everything else 0.5)
        follow_admins(site, keys, secrets)
    if due:
        roles = [tr("{role} (until {day})", role=role, day=f"{end:%Y-%m-%d}") for role, end in due.items()]
        output.fail(tr("no key on this machine can sign {roles}", roles=roles))
