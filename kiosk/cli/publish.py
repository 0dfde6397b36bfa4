"""`kiosk publish`: check, sign and show a feed, say what that would change, or bring an earlier one back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import check as checking
from kiosk.cli import tell
from kiosk.cli.feed_init import Keys
from kiosk.cli.language import Language
from kiosk.cli.nudge import nudge_screens
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.feed.models import Feed
    from kiosk.feed.problems import Problem
    from kiosk.publish.publisher import Publisher

Places = Annotated[
    list[str],
    typer.Argument(
        metavar="[FOLDER] SITE", help="The feed, a folder of YAML and media, and where the site lies."
    ),
]


def publish(  # noqa: PLR0913, PLR0917  # each is one thing that may be said
    places: Places,
    keys: Keys = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would change, and where.")
    ] = False,
    rollback: Annotated[
        bool, typer.Option("--rollback", help="Show an earlier feed again; needs only SITE.")
    ] = False,
    version: Annotated[int | None, typer.Option("--version", help="Which one to roll back to.")] = None,
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
    if len(places) != (1 if rollback else 2):
        raise typer.BadParameter("give FOLDER and SITE, or with --rollback only SITE")
    if version is not None and not rollback:
        raise typer.BadParameter("--version says what to go back to; it needs --rollback")
    with tell.errors(PublishError):
        if rollback:
            _roll_back(places[-1], keys, version, dry_run=dry_run)
        else:
            _publish(_folder(places[0]), places[-1], keys, dry_run=dry_run, quick=quick)
    if not dry_run:
        nudge_screens()


def _folder(name: str) -> Path:
    if not Path(name).is_dir():
        raise typer.BadParameter(f"{name} is not a folder")
    return Path(name)


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


def _publisher(site: str, keys: Path | None, progress: tell.Progress) -> Publisher:
    from kiosk.publish.keyring import load_keyring
    from kiosk.publish.publisher import Publisher
    from kiosk.publish.storage.site_storage import open_host

    return Publisher(open_host(site), load_keyring(tell.keys_folder(keys)), datetime.now(UTC), progress)


def _publish(folder: Path, site: str, keys: Path | None, *, dry_run: bool, quick: bool) -> None:
    from kiosk.cli.proofs import prepare_media

    destination = _publisher(site, keys, lambda _what, _done, _total: None)
    destination.read() if dry_run else destination.check_destination()
    checked, found = checking.examine(folder, datetime.now(UTC), quick=quick)
    tell.problems(_worst(found, folder), as_json=False, folder=folder)
    assert checked.feed is not None  # noqa: S101  # a folder without errors has a feed
    prepared = prepare_media(checked.feed, folder)
    if quick:
        tell.problems(_worst(checking.seen(checked, (), prepared), folder), as_json=False, folder=folder)
    with tell.progress() as progress:
        publisher = _publisher(site, keys, progress)
        if dry_run:
            _say_changes(publisher, prepared.feed)
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


def _roll_back(site: str, keys: Path | None, version: int | None, *, dry_run: bool) -> None:
    with tell.progress() as progress:
        publisher = _publisher(site, keys, progress)
        version, feed = publisher.earlier(version)
        if dry_run:
            tell.say(tr("{site} would show version {version} again.", site=site, version=version))
            _say_changes(publisher, feed)
            return
        targets = publisher.roll_back(version).targets.signed
    told = tr(
        "{site} shows version {version} of the feed again, as version {new}.",
        site=site,
        version=version,
        new=targets.version,
    )
    tell.say(told)


def _say_changes(publisher: Publisher, new: Feed) -> None:
    from kiosk.feed.serialization import write_feed
    from kiosk.publish.changes import changes, screens_touched

    old = publisher.published()
    for change in changes(old, write_feed(new)):
        tell.show(change, *(f"  {detail}" for detail in change.details))
    for screen, seen in screens_touched(publisher.feed() if old else None, new).items():
        tell.say(tr("screen {screen}: {changes}", screen=screen, changes=[str(each) for each in seen]))
    upload = publisher.to_upload(new)
    size = sum(media.size for media in upload.values())
    told = tr(
        "{count} media files would be written, {size:.1f} MB. Nothing was changed.",
        count=len(upload),
        size=size / 1e6,
    )
    tell.say(told)
