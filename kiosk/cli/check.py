"""`kiosk check`: every mistake in a feed folder, with file, line and column."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import icons, output
from kiosk.cli.language import Language
from kiosk.cli.options import AsJson, Folder, parse_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.drawn_checks.job import Proof
    from kiosk.feed.feed_reader import CheckedFeed
    from kiosk.feed.message_catalog import Message
    from kiosk.feed.models import Feed
    from kiosk.feed.problems import Problem
    from kiosk.media.preparation import Prepared


def check(
    folder: Folder,
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings and notes as errors.")] = False,
    notes: Annotated[
        bool,
        typer.Option("--notes", help="Also print notes: what is still to be done, such as drafts to review."),
    ] = False,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick", help="Only read the files: do not draw slides, or decode pictures and videos."
        ),
    ] = False,
    at: Annotated[
        str,
        typer.Option("--at", help="Check as of this time, such as '2026-12-24 09:30'; now if not given."),
    ] = "",
    language: Language = "",
) -> None:
    """Print every problem of a feed with file and line, errors first. Exits with 1 if there is an error."""
    del language  # already set by the option's callback
    checked, found = examine(folder, at, quick=quick)
    output.echo_problems(found, as_json=as_json, strict=strict, notes=notes, folder=folder)
    if checked.feed and not as_json:
        output.echo(*summary(checked.feed, found, quick=quick), err=True)


def summary(feed: Feed, found: Sequence[Problem], *, quick: bool) -> Iterator[Message]:
    """Yield a summary of what was checked, and the number of warnings."""
    from kiosk.feed.message_catalog import tr
    from kiosk.feed.problems import Severity

    yield tr(
        "read: slides {slides}, playlists {playlists}, notices {notices}, topics {topics}, "
        "screens {screens}, offices {offices}, media {media}; languages: {languages}",
        **{kind: len(getattr(feed, kind)) for kind in _KINDS},
        languages=tuple(feed.languages),
    )
    yield (
        tr("not drawn or decoded, as asked by --quick")
        if quick
        else tr("drawn: each slide and each page of the desk, on each screen that shows it, in its languages")
    )
    warnings = sum(problem.severity is Severity.WARNING for problem in found)
    yield tr("no errors; warnings: {count}", count=warnings) if warnings else tr("no errors and no warnings")


_KINDS = ("slides", "playlists", "notices", "topics", "screens", "offices", "media")


def examine(folder: Path, at: str = "", *, quick: bool) -> tuple[CheckedFeed, list[Problem]]:
    """Return the feed in `folder` and all its problems, the worst first; `quick` only reads the files.

    `at` is the time against which dates are checked; empty for now.
    """
    checked, found = read(folder, at)
    if not quick and checked.valid_parts:
        found = sorted((*found, *draw_and_check(checked, folder)))
    return checked, found


def read(folder: Path, at: str = "") -> tuple[CheckedFeed, list[Problem]]:
    """Return the feed in `folder`, and all problems found by reading it, the worst first."""
    from kiosk.checks.all_checks import inspect
    from kiosk.publish.folder_source import check_folder

    checked = check_folder(folder, icons.icons())
    found = list(checked.problems)
    if checked.valid_parts:
        is_complete = checked.feed is not None
        now = parse_moment(at, checked.valid_parts.zone)
        found += inspect(checked.valid_parts, checked.documents, now, whole=is_complete)
    return checked, sorted(found)


def draw_and_check(checked: CheckedFeed, folder: Path) -> list[Problem]:
    """Draw the valid parts of a feed and return the problems found; unchanged drawings are cached."""
    from kiosk.cli.proofs import draw_proofs, prepare_media, remembered
    from kiosk.drawn_checks import album
    from kiosk.drawn_checks.job import tasks

    feed = checked.valid_parts
    if feed is None:
        return []
    memory = remembered(folder)
    before = album.read(memory, pictures=False)
    prepared = prepare_media(feed, folder)
    drawn = draw_proofs(prepared, None, tasks(feed, prepared.unshowable), before=before)
    proofs = album.settle(memory, before, drawn)
    with suppress(OSError):  # without a cache, everything is drawn again next time
        memory.mkdir(parents=True, exist_ok=True)
        album.write(memory, proofs)
    return drawn_problems(checked, proofs, prepared)


def drawn_problems(checked: CheckedFeed, proofs: Sequence[Proof], prepared: Prepared) -> list[Problem]:
    """Return the problems found in drawings and in the media they use."""
    from kiosk.drawn_checks import media_problems, verdict

    documents = checked.documents
    return [*verdict.problems(proofs, documents), *media_problems.media_problems(prepared, proofs, documents)]
