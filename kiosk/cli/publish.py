"""`kiosk publish`: check, sign and upload a feed, or print what publishing it would change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from kiosk.cli import check as checking
from kiosk.cli import output
from kiosk.cli.language import Language
from kiosk.cli.nudge import nudge_screens
from kiosk.cli.options import AsJson, DryRun, Folder, Keys, PassphraseFile, Site
from kiosk.cli.publish_plan import plan, plan_json, print_plan
from kiosk.cli.secret_prompt import key_secrets
from kiosk.cli.site_access import open_publisher
from kiosk.feed.message_catalog import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from kiosk.feed.message_catalog import Message
    from kiosk.feed.problems import Problem
    from kiosk.media.preparation import Prepared
    from kiosk.publish.key_secrets import KeySecrets
    from kiosk.publish.three_way import Merge


class _PublishJob(NamedTuple):
    folder: Path
    site: str
    keys: Path | None
    secrets: KeySecrets
    dry_run: bool
    quick: bool
    replace: bool
    as_json: bool


def publish(
    folder: Folder,
    site: Site,
    keys: Keys = None,
    passphrase_file: PassphraseFile = None,
    dry_run: DryRun = False,
    quick: Annotated[
        bool, typer.Option("--quick", help="Skip drawing the slides; media are still examined.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Publish even if that undoes what others have published since.")
    ] = False,
    as_json: AsJson = False,
    language: Language = "",
) -> None:
    """Check a feed as `kiosk check` does, sign it, and upload it for every screen of the site.

    Nothing is published if there is an error, or if the folder lacks a change that somebody else has
    published: `kiosk feed merge` brings it in. What has not changed since the last check is not drawn again.
    """
    from kiosk.publish.publish_errors import PublishError

    del language  # already set by the option's callback
    with output.exit_on(PublishError):
        _publish(
            _PublishJob(folder, site, keys, key_secrets(passphrase_file), dry_run, quick, replace, as_json)
        )
    if not dry_run:
        nudge_screens()


def _publish(job: _PublishJob) -> None:
    from kiosk.publish import overtaken
    from kiosk.studio.core.added_twice import with_duplicates_renamed

    destination = open_publisher(job.site, job.keys, job.secrets)
    destination.read() if job.dry_run else destination.check_destination()
    compared = overtaken.compare(destination, job.folder)
    prepared, found = _prepare(job)
    if prepared is None:
        _refuse(job, found)
    if compared.lacking and not job.replace and not job.dry_run:
        _refuse_overtaken(job, found, with_duplicates_renamed(compared).lacking)
    with output.progress_bar() as progress:
        publisher = open_publisher(job.site, job.keys, job.secrets, progress)
        planned = plan(publisher, prepared.feed) if job.dry_run else None
        signed = None if job.dry_run else overtaken.publish(publisher, prepared, compared, job.folder)
    if job.as_json:
        version, until = (signed.version, signed.expires) if signed else (None, None)
        answer = _as_json(job, found, version, until, compared.lacking)
        output.echo_json(answer | plan_json(planned))
        return
    if planned and compared.lacking:
        output.echo(*_lost(job, compared.lacking), err=True)
    _print_warning_count(found, job.folder)
    if planned:
        print_plan(planned)
    elif signed:
        output.echo(
            tr(
                "{site} shows version {version} of the feed; signed until {day}.",
                site=job.site,
                version=signed.version,
                day=signed.expires.date(),
            )
        )


def _prepare(job: _PublishJob) -> tuple[Prepared | None, list[Problem]]:
    """Return the feed with its converted media, or None if it has an error, and all its problems."""
    from kiosk.cli.proofs import prepare_media

    checked, found = checking.examine(job.folder, quick=job.quick)
    if checked.feed is None or _errors(found):
        return None, found
    prepared = prepare_media(checked.feed, job.folder)
    if job.quick:
        found = sorted((*found, *checking.drawn_problems(checked, (), prepared)))
    return None if _errors(found) else prepared, found


def _refuse(job: _PublishJob, found: list[Problem]) -> NoReturn:
    """Print the errors of a feed, and exit with 1."""
    if job.as_json:
        output.echo_json(_as_json(job, found) | plan_json(None))
    else:
        _print_warning_count(found, job.folder)
        output.echo_problems(_errors(found), as_json=False, folder=job.folder)
    raise typer.Exit(1)


def _refuse_overtaken(job: _PublishJob, found: list[Problem], lacking: Sequence[Merge]) -> NoReturn:
    """Print what publishing would undo and how to keep it, and exit with 1."""
    if job.as_json:
        output.echo_json(_as_json(job, found, lacking=lacking) | plan_json(None))
    else:
        output.echo(*_lost(job, lacking), err=True)
        output.echo(
            tr(
                "Nothing was published. `kiosk feed merge {folder} {site}` brings this in and keeps your own "
                "work; --replace publishes without it.",
                folder=job.folder,
                site=job.site,
            ),
            err=True,
        )
    raise typer.Exit(1)


def _lost(job: _PublishJob, lacking: Sequence[Merge]) -> Iterator[Message]:
    yield tr(
        "{folder} lacks {count} {count:change|changes} that others have published on {site}; "
        "publishing would undo {count:it|them}:",
        folder=job.folder,
        count=len(lacking),
        site=job.site,
    )
    yield from (tr("  {detail}", detail=each.message()) for each in lacking)


def _errors(found: Iterable[Problem]) -> list[Problem]:
    from kiosk.feed.problems import Severity

    return [problem for problem in found if problem.severity is Severity.ERROR]


def _print_warning_count(found: list[Problem], folder: Path) -> None:
    """Print the number of warnings and notes to stderr."""
    rest = len(found) - len(_errors(found))
    if rest:
        reported = tr(
            "warnings and notes: {count}; `kiosk check --notes {folder}` lists them",
            count=rest,
            folder=folder,
        )
        output.echo(reported, err=True)


def _as_json(
    job: _PublishJob,
    found: Iterable[Problem],
    version: int | None = None,
    until: datetime | None = None,
    lacking: Iterable[Merge] = (),
) -> dict[str, object]:
    return {
        "site": job.site,
        "dry_run": job.dry_run,
        "version": version,
        "signed_until": until and until.isoformat(),
        "problems": [output.problem_json(problem) for problem in found],
        "would_undo": [str(each.message()) for each in lacking],
    }
