"""`kiosk preview`: every slide and page of a feed as each screen shows it, and a page with all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import check as checking
from kiosk.cli import tell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.drawn_checks.job import Task
    from kiosk.feed.models import Feed


def preview(
    folder: Annotated[
        Path, typer.Argument(help="The feed: a folder of YAML and media.", file_okay=False, exists=True)
    ],
    out: Annotated[
        Path, typer.Option("-o", "--output", help="The folder to put the pictures in.", file_okay=False)
    ],
    screen: Annotated[
        list[str] | None, typer.Option("--screen", help="Draw only this screen; can be given again.")
    ] = None,
    at: Annotated[
        str,
        typer.Option(
            "--at",
            help="The time to show, such as '2026-12-24 09:30'; else noon of a sample Tuesday.",
        ),
    ] = "",
) -> None:
    """Draw every slide and visitor page in every language of every screen, and a page to look at them all.

    What has not changed since the last run is not drawn again.
    """
    from kiosk.cli.proofs import draw, prepare_media
    from kiosk.cli.schedule import moment
    from kiosk.drawn_checks import album, contact_sheet

    checked, found = checking.read(folder, at)
    feed = checked.sound
    if feed is None:
        tell.problems(found, as_json=False)
        raise typer.Exit(1)
    when = moment(at, feed.zone) if at else None
    with tell.errors(OSError):
        out.mkdir(parents=True, exist_ok=True)
    before = album.read(out)
    prepared = prepare_media(feed, folder)
    drawn = draw(prepared, when, _tasks(feed, screen or (), prepared.unshowable), out, before)
    proofs = album.settle(out, before, drawn)
    album.write(out, proofs)
    found = sorted((*found, *checking.seen(checked, proofs, prepared)))
    (out / "index.html").write_text(contact_sheet.page(feed, proofs, found), encoding="utf-8")
    fresh = sum(proof.fresh for proof in drawn)
    tell.say(f"{len(proofs)} drawings, {fresh} of them new: {out / 'index.html'}")


def _tasks(feed: Feed, screens: Collection[str], unshowable: Collection[str]) -> Iterator[Task]:
    from kiosk.drawn_checks.job import tasks

    unknown = [screen for screen in screens if screen not in feed.screens]
    if unknown:
        raise typer.BadParameter(f"there is no screen {unknown[0]!r}; there are {', '.join(feed.screens)}")
    return (task for task in tasks(feed, unshowable) if not screens or task.screen in screens)
