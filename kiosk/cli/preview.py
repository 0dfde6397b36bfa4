"""`kiosk preview`: every slide and page of a feed as each screen shows it, and a contact sheet of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import check as checking
from kiosk.cli import output
from kiosk.cli.options import AsJson, Folder, parse_moment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from kiosk.drawn_checks.job import Proof
    from kiosk.feed.models import Feed
    from kiosk.feed.problems import Problem
    from kiosk.media.preparation import Prepared


OutputFolder = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        help="The folder for the pictures; FOLDER-preview, beside FOLDER, if not given.",
        file_okay=False,
    ),
]
Screens = Annotated[
    list[str] | None, typer.Option("--screen", help="Draw only this screen; can be repeated.")
]
Moment = Annotated[
    str,
    typer.Option(
        "--at",
        help="The time to show, such as '2026-12-24 09:30'; noon of a sample Tuesday if not given.",
    ),
]


def preview(
    folder: Folder, out: OutputFolder = None, screen: Screens = None, at: Moment = "", as_json: AsJson = False
) -> None:
    """Draw every slide and visitor page in every language of every screen, and a contact sheet of them.

    What has not changed since the last run is not drawn again.
    """
    from kiosk.cli.proofs import prepare_media

    checked, found = checking.read(folder, at)
    feed = checked.valid_parts
    if feed is None:
        _print_problems(found, as_json=as_json)
        raise typer.Exit(1)
    screens = _known_screens(feed, screen or ())
    when = parse_moment(at, feed.zone) if at else None
    out = _created(out or _beside(folder))
    prepared = prepare_media(feed, folder)
    proofs = _draw(prepared, when, screens, out)
    found = sorted((*found, *checking.drawn_problems(checked, proofs, prepared)))
    page = _write_page(feed, proofs, found, out)
    if as_json:
        output.echo_json(_as_json(page, proofs, found))
    else:
        output.echo(f"{len(proofs)} drawings, {sum(proof.fresh for proof in proofs)} of them new: {page}")


def _beside(folder: Path) -> Path:
    """Return the folder for a feed's pictures: beside the feed, since files inside it would be part of it."""
    named = folder if folder.name not in {"", ".."} else folder.resolve()
    return named.with_name(f"{named.name}-preview")


def _created(folder: Path) -> Path:
    """Create a folder if it does not exist, and return it."""
    with output.exit_on(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _print_problems(found: list[Problem], *, as_json: bool) -> None:
    if as_json:
        output.echo_json(_as_json(None, (), found))
    else:
        output.echo_problems(found, as_json=False)


def _known_screens(feed: Feed, screens: Collection[str]) -> Collection[str]:
    """Return the ids of the screens to draw: by default all screens of the feed."""
    unknown = [screen for screen in screens if screen not in feed.screens]
    if unknown:
        raise typer.BadParameter(f"there is no screen {unknown[0]!r}; there are {', '.join(feed.screens)}")
    return screens or feed.screens


def _draw(prepared: Prepared, when: datetime | None, screens: Collection[str], out: Path) -> list[Proof]:
    """Draw what has changed into `out`, and return all its drawings."""
    from kiosk.cli.proofs import draw_proofs
    from kiosk.drawn_checks import album
    from kiosk.drawn_checks.job import tasks

    before = album.read(out)
    wanted = (task for task in tasks(prepared.feed, prepared.unshowable) if task.screen in screens)
    proofs = album.settle(out, before, draw_proofs(prepared, when, wanted, out, before))
    album.write(out, proofs)
    return proofs


def _write_page(feed: Feed, proofs: Sequence[Proof], found: Sequence[Problem], out: Path) -> Path:
    from kiosk.drawn_checks import contact_sheet

    page = out / "index.html"
    page.write_text(contact_sheet.page(feed, proofs, found), encoding="utf-8")
    return page


def _as_json(page: Path | None, proofs: Iterable[Proof], found: Iterable[Problem]) -> dict[str, object]:
    return {
        "page": page and str(page),
        "drawings": [
            {
                "file": proof.file,
                "screen": proof.screen,
                "language": proof.language,
                "kind": proof.kind,
                "name": proof.name,
                "new": proof.fresh,
            }
            for proof in proofs
        ],
        "problems": [output.problem_json(problem) for problem in found],
    }
