"""`kiosk studio`: the editor for the people who write the content of screens."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import icons, language, output
from kiosk.cli.language import Language
from kiosk.cli.options import Keys
from kiosk.cli.site_access import clone_site, keys_folder


def studio(
    place: Annotated[
        str,
        typer.Argument(metavar="[FOLDER|SITE]", help="The feed's folder, or the site it was published to."),
    ] = "",
    site: Annotated[
        str, typer.Option("--site", help="The site to publish to; the last one of the folder if not given.")
    ] = "",
    keys: Keys = None,
    language_code: Language = "",
) -> None:
    """Write slides, notices and hours in a window, and publish them.

    Given a site, the files it was last published from are downloaded and verified first. With the key of an
    office, only its hours, notices and slides can be changed. With neither, it
    opens the feed in the current folder, or else your own; on the first run it asks whether to
    join a site or create one.
    """
    from kiosk.publish.folder_base import sites
    from kiosk.publish.publish_errors import PublishError
    from kiosk.studio.window.application import Opening, run_window

    del language_code  # already set by the option's callback
    folder = Path(place)
    with output.exit_on(PublishError, OSError):
        if not place and not (folder / "feed.yaml").is_file():
            folder = _own_folder()
        elif not (folder / "feed.yaml").is_file():
            folder, site = _fetched(place, keys), site or place
        site = site or next(iter(sites(folder)), "")
        opening = Opening(folder, site, keys_folder(keys), icons.icons())
        raise typer.Exit(run_window(opening, language.current()))


def _own_folder() -> Path:
    """Return this user's folder for their own feed."""
    from platformdirs import user_data_path

    return user_data_path("infodisk") / "studio" / "own" / "feed"


def _fetched(site: str, keys: Path | None) -> Path:
    """Return this user's folder for a site, downloading it the first time; raises `PublishError`."""
    from platformdirs import user_data_path

    from kiosk.publish.publish_errors import HostError
    from kiosk.studio.core import office_base, office_publishing

    now = datetime.now(UTC)
    folder = user_data_path("infodisk") / "studio" / hashlib.sha256(site.encode()).hexdigest()[:16]
    if not (folder / "feed.yaml").is_file():
        clone_site(site, keys, folder)
        office_publishing.limit_to_office(folder, site, keys_folder(keys), now)
    elif office := office_base.office_of(folder):
        with suppress(HostError):  # without a network, the last downloaded state is used
            mine = office_publishing.open_office(site, keys_folder(keys), now)
            office_publishing.bring_up_to_date(folder, mine, office)
    return folder
