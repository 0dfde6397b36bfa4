"""`kiosk screens enrol`: the line or QR code that sets up one new device."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import Keys
from kiosk.cli.site_access import keys_folder
from kiosk.cli.status import read_broker_settings

if TYPE_CHECKING:
    from kiosk.fleet.enrolment import Enrolment
    from kiosk.fleet.fleet_client import FleetSettings

PEOPLE = frozenset({"admin", "enroller", "exporter", "publisher"})
"""The users in `deploy/mosquitto` that are not screens."""

SCREEN_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""The format of ids in a feed; nothing else may become part of a broker topic."""

BrokerFile = Annotated[
    Path | None,
    typer.Option("--broker", help="The file with a broker account that may enrol screens.", dir_okay=False),
]
Screen = Annotated[str, typer.Argument(metavar="SCREEN", help="The id of the screen in the feed.")]


def screens_enrol(
    screen: Screen,
    site: Annotated[
        str | None,
        typer.Option("--site", help="The address of the site; default: `site` in that file."),
    ] = None,
    broker: BrokerFile = None,
    keys: Keys = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="A file for the line, or a .png for its QR code.", dir_okay=False
        ),
    ] = None,
) -> None:
    """Create the one line that sets up a device, with its own account at the broker.

    Whoever has the line can report as that screen: delete it once the device is set up.
    """
    from tuf.api.exceptions import RepositoryError

    from kiosk.fleet.broker_accounts import broker_accounts, new_password
    from kiosk.fleet.enrolment import EnrolmentError, read_line, write_line
    from kiosk.fleet.mqtt import MqttError
    from kiosk.publish.publish_errors import PublishError

    settings, password = read_broker_settings(broker), new_password()
    check_screen(screen, settings)
    with output.exit_on(PublishError, EnrolmentError, OSError, RepositoryError, UnicodeDecodeError):
        enrolment = _enrolment(screen, settings, site, keys, password)
        line = write_line(enrolment)
        read_line(line)  # create no account for a line that a device would refuse
        if to:
            _write(line, to)  # must succeed before the device's current password is replaced
    with output.exit_on(MqttError), broker_accounts(settings) as accounts:
        had_one = accounts.create_or_update(screen, password)
    if had_one:
        output.echo(f"{screen} has a new password at the broker; the old one no longer counts", err=True)
    if to:
        output.echo(f"{to}: on the device, run: kiosk-setup --enrol FILE (or - and scan it); then delete it")
    else:
        output.echo(line)


def refuse_people(screen: str, settings: FleetSettings) -> None:
    """Fail for a broker user that is not a screen: its account must be neither given away nor revoked."""
    if screen in PEOPLE | {settings.user}:
        output.fail(f"{screen} is a user of the broker, not a screen; rename the screen in the feed")


def check_screen(screen: str, settings: FleetSettings) -> None:
    """Fail for anything but a screen id; if the feed folder is known, also for a screen that it lacks."""
    from kiosk.fleet.fleet_client import screens_of

    refuse_people(screen, settings)
    if not SCREEN_ID.fullmatch(screen):
        output.fail(f"{screen!r} is not the id of a screen: lower-case letters, digits and hyphens")
    with output.exit_on(OSError):
        known = screens_of(settings.feed) if settings.feed else [screen]
    if screen not in known:
        output.fail(f"the feed has no screen {screen}; it has {', '.join(known) or 'none'}")


def _enrolment(
    screen: str, settings: FleetSettings, site: str | None, keys: Path | None, password: str
) -> Enrolment:
    from kiosk.fleet.enrolment import Enrolment, broker_access
    from kiosk.net.addresses import is_protected_url
    from kiosk.publish.keyring import Keyring
    from kiosk.trust.metadata_rules import read_metadata

    address = site or settings.site or ""
    if not address:
        output.fail("give --site https://…, or write the line `site: https://…` into the broker's file")
    if not is_protected_url(address):
        output.fail(f"the site's address must start with https://, got {address!r}")
    root = Keyring(keys_folder(keys), {}).trusted_root()
    return Enrolment(
        feed=address,
        screen=screen,
        root_version=read_metadata(root).signed.version,
        root_sha256=hashlib.sha256(root).hexdigest(),
        ca=settings.site_ca.read_text(encoding="ascii") if settings.site_ca else "",
        broker=broker_access(settings, password),
    )


def _write(line: str, to: Path) -> None:
    """Write the line, or its QR code, to a file that only its owner may read."""
    from kiosk.fleet.enrolment_qr import qr_png
    from kiosk.system import write_atomically

    data = qr_png(line) if to.suffix.lower() == ".png" else f"{line}\n".encode()
    write_atomically(to, data, mode=0o600)
