"""Opens sites with the keys of the person or machine that runs a command."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli import output
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.cli.output import ReportProgress
    from kiosk.publish.cosigning import Cosigner
    from kiosk.publish.key_secrets import KeySecrets
    from kiosk.publish.office_publisher import OfficePublisher
    from kiosk.publish.publisher import Publisher
    from kiosk.publish.site_session import SiteSession
    from kiosk.publish.staff_manager import StaffManager


def keys_folder(given: Path | None) -> Path:
    """Return the folder of the private keys: the given one, or else this user's default."""
    from platformdirs import user_data_path

    return given or user_data_path("infodisk") / "keys"


def open_publisher(
    site: str, keys: Path | None, secrets: KeySecrets, progress: ReportProgress | None = None
) -> Publisher:
    """Return a publisher for a site; raises `PublishError`."""
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.publisher import Publisher
    from kiosk.publish.storage.site_storage import open_host

    given = (progress,) if progress else ()
    return Publisher(open_host(site), load_keyring(keys_folder(keys), secrets), datetime.now(UTC), *given)


def open_reader(site: str, keys: Path | None) -> SiteSession:
    """Return a session that can only read a site and needs only root.json; raises `PublishError`."""
    from kiosk.publish.keyring import Keyring
    from kiosk.publish.site_session import SiteSession
    from kiosk.publish.storage.site_storage import open_host

    return SiteSession(open_host(site), Keyring(keys_folder(keys), {}), datetime.now(UTC))


def clone_site(site: str, keys: Path | None, folder: Path) -> None:
    """Download the files that a site was last published from, and print their number.

    Raises `PublishError`.
    """
    from kiosk.studio.core.site_clone import clone

    count = clone(open_reader(site, keys), folder)
    output.echo(
        tr(
            "{count} {count:file|files} of {site} {count:is|are} in {folder}.",
            count=count,
            site=site,
            folder=folder,
        )
    )


def open_cosigner(site: str, keys: Path | None, secrets: KeySecrets | None = None) -> Cosigner:
    """Return a `Cosigner`, which co-signs versions and manages the keys of a site; raises `PublishError`."""
    from kiosk.publish.cosigning import Cosigner
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.storage.site_storage import open_host

    return Cosigner(open_host(site), load_keyring(keys_folder(keys), secrets), datetime.now(UTC))


def open_staff_manager(site: str, keys: Path | None, secrets: KeySecrets) -> StaffManager:
    """Return a `StaffManager`, which changes who may sign for an office; raises `PublishError`."""
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.staff_manager import StaffManager
    from kiosk.publish.storage.site_storage import open_host

    return StaffManager(open_host(site), load_keyring(keys_folder(keys), secrets), datetime.now(UTC))


def open_office(site: str, keys: Path | None, secrets: KeySecrets | None = None) -> OfficePublisher:
    """Return an `OfficePublisher`; without `secrets` it can only read. Raises `PublishError`."""
    from kiosk.publish.keyring import Keyring, load_keyring
    from kiosk.publish.office_publisher import OfficePublisher
    from kiosk.publish.storage.site_storage import open_host

    folder = keys_folder(keys)
    ring = load_keyring(folder, secrets) if secrets else Keyring(folder, {})
    return OfficePublisher(open_host(site), ring, datetime.now(UTC))
