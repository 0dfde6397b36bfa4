"""`kiosk site history`: the published versions of a feed, with time, signers and changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import AsJson, Keys, Site
from kiosk.cli.publish_plan import changes_json
from kiosk.cli.site_access import keys_folder
from kiosk.feed.message_catalog import Message, tr

if TYPE_CHECKING:
    from kiosk.publish.history import Version

MAX_NAMED = 4
"""The maximum number of changes listed on the line of a version."""


def site_history(
    site: Site,
    keys: Keys = None,
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=1, help="The number of versions, newest first.")
    ] = 20,
    full: Annotated[bool, typer.Option("--full", help="Show everything that each version changed.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the published versions of a feed, newest first. Needs only root.json in the keys folder."""
    from kiosk.publish.history import history as read_history
    from kiosk.publish.publish_errors import PublishError
    from kiosk.publish.storage.site_storage import open_host

    with output.exit_on(PublishError):
        versions = read_history(open_host(site), _trusted_root(keys_folder(keys)), limit)
    if as_json:
        output.echo_json([_as_json(version) for version in versions])
        return
    for version in versions:
        output.echo(_line(version, full=full))
        for change in version.changes if full else ():
            output.echo_in_full(tr("    {change}", change=change.message()))
            output.echo_in_full(*(tr("      {detail}", detail=each.message()) for each in change.details))


def _trusted_root(folder: Path) -> bytes:
    from kiosk.publish.keyring import Keyring

    return Keyring(folder, {}).trusted_root()


def _line(version: Version, *, full: bool) -> str:
    if version.at is None:
        return tr("{number:5}  {problem}", number=version.number, problem=version.problem)
    return tr(
        "{number:5}  {at}  {names}  {summary}",
        number=version.number,
        at=f"{version.at.astimezone():%Y-%m-%d %H:%M}",
        names=version.by,
        summary=_summary(version, full=full),
    )


def _summary(version: Version, *, full: bool) -> str:
    back = tr("back to version {version}", version=version.returns_to) if version.returns_to else ""
    if full or not version.changes:
        return back or ("" if full else _unchanged(version))
    changed: list[Message] = [change.message() for change in version.changes[:MAX_NAMED]]
    if len(version.changes) > MAX_NAMED:
        changed.append(tr("{count} more", count=len(version.changes) - MAX_NAMED))
    return tr("{back}: {changes}", back=back, changes=changed) if back else tr("{changes}", changes=changed)


def _unchanged(version: Version) -> Message:
    return tr("an empty site") if version.number == 1 else tr("no change: only signed again")


def _as_json(version: Version) -> dict[str, object]:
    return {
        "version": version.number,
        "at": version.at.isoformat() if version.at else None,
        "by": version.by,
        "returns_to": version.returns_to,
        "changes": changes_json(version.changes),
        "problem": version.problem,
    }
