"""`kiosk publish`: check, sign and upload a feed, or say what that would change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from kiosk.cli import check as checking
from kiosk.cli import tell
from kiosk.cli.language import Language
from kiosk.cli.nudge import nudge_screens
from kiosk.cli.options import AsJson, DryRun, Folder, Keys, Site
from kiosk.cli.publish_plan import plan, plan_json, print_plan
from kiosk.cli.site_access import open_publisher
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kiosk.feed.problems import Problem
    from kiosk.media.preparation import Prepared


class _Job(NamedTuple):
    folder: Path
    site: str
    keys: Path | None
    dry_run: bool
    quick: bool
    as_json: bool


def publish(
    folder: Folder,
    site: Site,
    keys: Keys = None,
    dry_run: DryRun = False,
    quick: Annotated[
        bool, typer.Option("--quick", help="Skip drawing the slides; media are examined all the same.")
    ] = False,
    as_json: AsJson = False,
    language: Language = "",
) -> None:
    """Check a feed as `kiosk check` does, sign it, and upload it for every screen of the site.

    An error prevents it. What has not changed since the last check is not drawn again.
    """
    from kiosk.publish.publish_errors import PublishError

    del language  # chosen when it was read
    with tell.errors(PublishError):
        _publish(_Job(folder, site, keys, dry_run, quick, as_json))
    if not dry_run:
        nudge_screens()


def _publish(job: _Job) -> None:
    destination = open_publisher(job.site, job.keys)
    destination.read() if job.dry_run else destination.check_destination()
    prepared, found = _prepare(job)
    if prepared is None:
        _refuse(job, found)
    with tell.progress() as progress:
        publisher = open_publisher(job.site, job.keys, progress)
        planned = plan(publisher, prepared.feed) if job.dry_run else None
        signed = None if job.dry_run else publisher.publish(prepared.feed, prepared.locate).targets.signed
    if job.as_json:
        version, until = (signed.version, signed.expires) if signed else (None, None)
        tell.say_json(_as_json(job, found, version, until) | plan_json(planned))
        return
    _count_the_rest(found, job.folder)
    if planned:
        print_plan(planned)
    elif signed:
        tell.say(
            tr(
                "{site} shows version {version} of the feed; signed until {day}.",
                site=job.site,
                version=signed.version,
                day=signed.expires.date(),
            )
        )


def _prepare(job: _Job) -> tuple[Prepared | None, list[Problem]]:
    """Return the feed with its media as screens show them, None if it has an error, and all its problems."""
    from kiosk.cli.proofs import prepare_media

    checked, found = checking.examine(job.folder, quick=job.quick)
    if checked.feed is None or _errors(found):
        return None, found
    prepared = prepare_media(checked.feed, job.folder)
    if job.quick:
        found = sorted((*found, *checking.seen(checked, (), prepared)))
    return None if _errors(found) else prepared, found


def _refuse(job: _Job, found: list[Problem]) -> NoReturn:
    """Print the errors of a feed, and end with 1."""
    if job.as_json:
        tell.say_json(_as_json(job, found) | plan_json(None))
    else:
        _count_the_rest(found, job.folder)
        tell.problems(_errors(found), as_json=False, folder=job.folder)
    raise typer.Exit(1)


def _errors(found: Iterable[Problem]) -> list[Problem]:
    from kiosk.feed.problems import Severity

    return [problem for problem in found if problem.severity is Severity.ERROR]


def _count_the_rest(found: list[Problem], folder: Path) -> None:
    """Say on stderr how many warnings and notes there are."""
    rest = len(found) - len(_errors(found))
    if rest:
        told = tr(
            "warnings and notes: {count}; `kiosk check --notes {folder}` lists them",
            count=rest,
            folder=folder,
        )
        tell.say(told, err=True)


def _as_json(
    job: _Job, found: Iterable[Problem], version: int | None = None, until: datetime | None = None
) -> dict[str, object]:
    return {
        "site": job.site,
        "dry_run": job.dry_run,
        "version": version,
        "signed_until": until and until.isoformat(),
        "problems": [tell.problem_json(problem) for problem in found],
    }
