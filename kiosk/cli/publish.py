"""`kiosk publish`: check, sign and upload a feed, or say what that would change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import check as checking
from kiosk.cli import tell
from kiosk.cli.language import Language
from kiosk.cli.nudge import nudge_screens
from kiosk.cli.options import DryRun, Folder, Keys, Site
from kiosk.cli.site_access import open_publisher
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.feed.models import Feed
    from kiosk.feed.problems import Problem
    from kiosk.publish.publisher import Publisher


def publish(  # noqa: PLR0913, PLR0917  # each is one thing that may be said
    folder: Folder,
    site: Site,
    keys: Keys = None,
    dry_run: DryRun = False,
    quick: Annotated[
        bool,
        typer.Option("--quick", help="Draw no slide; media are examined and converted all the same."),
    ] = False,
    language: Language = "",
) -> None:
    """Check a feed as `kiosk check` does, sign it and show it to every kiosk of the site.

    An error forbids it. What is as at the last check is not drawn again.
    """
    from kiosk.publish.publish_errors import PublishError

    del language  # chosen when it was read
    with tell.errors(PublishError):
        _publish(folder, site, keys, dry_run=dry_run, quick=quick)
    if not dry_run:
        nudge_screens()


def _worst(found: list[Problem], folder: Path) -> list[Problem]:
    """Return the errors, which forbid publishing; of the rest only say how much there is."""
    from kiosk.feed.problems import Severity

    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if len(errors) < len(found):
        rest = len(found) - len(errors)
        told = tr(
            "warnings and notes: {count}; `kiosk check --notes {folder}` lists them",
            count=rest,
            folder=folder,
        )
        tell.say(told, err=True)
    return errors


def _publish(folder: Path, site: str, keys: Path | None, *, dry_run: bool, quick: bool) -> None:
    from kiosk.cli.proofs import prepare_media

    destination = open_publisher(site, keys)
    destination.read() if dry_run else destination.check_destination()
    checked, found = checking.examine(folder, quick=quick)
    tell.problems(_worst(found, folder), as_json=False, folder=folder)
    assert checked.feed is not None  # noqa: S101  # a folder without errors has a feed
    prepared = prepare_media(checked.feed, folder)
    if quick:
        tell.problems(_worst(checking.seen(checked, (), prepared), folder), as_json=False, folder=folder)
    with tell.progress() as progress:
        publisher = open_publisher(site, keys, progress)
        if dry_run:
            print_changes(publisher, prepared.feed)
            return
        targets = publisher.publish(prepared.feed, prepared.locate).targets.signed
    tell.say(
        tr(
            "{site} shows version {version} of the feed; signed until {day}.",
            site=site,
            version=targets.version,
            day=targets.expires.date(),
        )
    )


def print_changes(publisher: Publisher, new: Feed) -> None:
    """Print each value that publishing `new` would change, the screens that show it, and what is uploaded."""
    from kiosk.feed.serialization import write_feed
    from kiosk.publish.changes import changes, screens_touched

    old = publisher.published()
    for change in changes(old, write_feed(new)):
        tell.show(change.message(), *(tr("  {detail}", detail=each.message()) for each in change.details))
    for screen, seen in screens_touched(publisher.feed() if old else None, new).items():
        tell.say(tr("screen {screen}: {changes}", screen=screen, changes=[each.message() for each in seen]))
    upload = publisher.to_upload(new)
    size = sum(media.size for media in upload.values())
    told = tr(
        "{count} media files would be written, {size:.1f} MB. Nothing was changed.",
        count=len(upload),
        size=size / 1e6,
    )
    tell.say(told)
