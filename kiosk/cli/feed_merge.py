"""`kiosk feed merge`: merge what others have published into a folder, and keep its own changes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.language import Language
from kiosk.cli.options import DryRun, Folder, Keys, Site
from kiosk.cli.site_access import open_reader
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from kiosk.publish.overtaken import Comparison
    from kiosk.publish.site_session import SiteSession
    from kiosk.publish.three_way import Merge


class Side(StrEnum):
    """The side whose value is kept in a conflict."""

    OURS = "ours"
    THEIRS = "theirs"


def feed_merge(
    folder: Folder,
    site: Site,
    keys: Keys = None,
    keep: Annotated[
        Side | None,
        typer.Option("--keep", help="Whose value to keep where both sides have changed the same value."),
    ] = None,
    dry_run: DryRun = False,
    language: Language = "",
) -> None:
    """Merge the changes that others have published into a folder, file by file and value by value.

    Where both sides have changed the same value, both are printed, and nothing is written without --keep.
    Needs only root.json in the keys folder.
    """
    from kiosk.publish.publish_errors import PublishError
    from kiosk.studio.core import added_twice

    del language  # already set by the option's callback
    with output.exit_on(PublishError, OSError):
        session = open_reader(site, keys)
        compared = added_twice.compare(session, folder)
        if compared.conflicts and keep is None:
            _print_conflicts(compared.conflicts)
            raise typer.Exit(1)
        refused = [] if dry_run else _merge(folder, session, compared, theirs=keep is Side.THEIRS)
    output.echo(*(merge.message() for merge in compared.lacking if merge not in refused))
    if refused:
        for merge in refused:
            output.echo(tr("not merged; edit it by hand: {change}", change=merge.message()), err=True)
        raise typer.Exit(1)
    if not compared.lacking:
        output.echo(tr("{folder} already has everything that {site} shows.", folder=folder, site=site))


def _merge(folder: Path, session: SiteSession, compared: Comparison, *, theirs: bool) -> list[Merge]:
    """Write the changes of others to the folder; return those that must be made by hand."""
    from kiosk.publish import overtaken
    from kiosk.studio.core import folder_merge

    changes = folder_merge.settled_changes(compared.lacking, lambda _: theirs)
    fetch = folder_merge.fetcher(session.host)
    refused = folder_merge.merge_into(folder, compared, changes, fetch)
    if not refused:
        overtaken.take_over(folder, session.host.name, compared.current)
    return refused


def _print_conflicts(conflicts: list[Merge]) -> None:
    """Print both sides of each conflict, one below the other."""
    for merge in conflicts:
        output.echo(merge.message(), err=True)
        output.echo(tr("  here:  {value}", value=_printable(merge.ours)), err=True)
        output.echo(tr("  there: {value}", value=_printable(merge.theirs)), err=True)
    output.echo(tr("Nothing was written. Choose with --keep ours or --keep theirs."), err=True)


def _printable(value: object) -> object:
    from kiosk.feed.printable import printable_value
    from kiosk.publish.json_differences import MISSING

    return tr("(removed)") if value is MISSING else printable_value(value)
