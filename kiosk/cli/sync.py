"""`kiosk sync`: fetch, verify and store a site's feed once, for one screen."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import tell


def sync(  # noqa: PLR0913, PLR0917  # each is one thing that a device must be told
    url: Annotated[str, typer.Argument(help="The address of the site, https://…")],
    root: Annotated[Path, typer.Option(help="The trusted root.json.", dir_okay=False, exists=True)],
    state: Annotated[Path, typer.Option(help="The folder that keeps the feed.", file_okay=False)],
    screen: Annotated[str, typer.Option(help="The id of the screen.")],
    proxy: Annotated[str | None, typer.Option(help="The address of a web proxy.")] = None,
    ca: Annotated[
        Path | None, typer.Option(help="A file of further certificate authorities.", exists=True)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Bring a screen's copy of the feed up to date."""
    from kiosk.sync.config import SyncConfig
    from kiosk.sync.updater import Updater

    with tell.errors(ValueError):
        config = SyncConfig(url, root, state, screen, proxy, ca)
    updater = Updater(config)
    poll = updater.poll()
    generation = updater.current()
    now = generation.id if generation else ""
    if as_json:
        typer.echo(
            json.dumps({"generation": now, "new": poll.generation is not None, "problem": poll.problem})
        )
    elif not poll.problem:
        typer.echo(f"{'new' if poll.generation else 'unchanged'}: generation {now[:12]}")
    if poll.problem:
        tell.fail(poll.problem)
