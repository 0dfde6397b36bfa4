"""`kiosk sync`: download, verify and store a site's feed once, for one screen or for a USB stick."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import output
from kiosk.cli.options import AsJson

if TYPE_CHECKING:
    from kiosk.sync.sync_config import SyncConfig

Screens = Annotated[
    list[str] | None, typer.Option("--screen", help="The id of the screen; with --to it can be repeated.")
]

ProxyPassword = Annotated[
    Path | None, typer.Option(help="The file with its password.", dir_okay=False, exists=True)
]
Authorities = Annotated[
    Path | None, typer.Option(help="Additional certificate authorities (PEM).", exists=True)
]


def sync(
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of the site, https://…")],
    root: Annotated[Path, typer.Option(help="The trusted root.json.", dir_okay=False, exists=True)],
    screen: Screens = None,
    state: Annotated[
        Path | None, typer.Option(help="The folder that keeps the feed.", file_okay=False)
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", help="Copy the site to this folder, such as a USB stick.", file_okay=False),
    ] = None,
    proxy: Annotated[str | None, typer.Option(help="The address of a web proxy.")] = None,
    proxy_password: ProxyPassword = None,
    ca: Authorities = None,
    as_json: AsJson = False,
) -> None:
    """Update a screen's copy of the feed, or with --to a copy for screens without a network."""
    from kiosk.cli.setup import check_root
    from kiosk.feed.proxy_address import proxy_address
    from kiosk.sync.sync_config import SyncConfig

    screens = screen or []
    if (to is None) == (state is None) or (state and len(screens) != 1):
        raise typer.BadParameter("give --state and one --screen, or --to and any number of --screen")
    with output.exit_on(ValueError, OSError):
        check_root(root.read_bytes(), root)
        config = SyncConfig(
            url,
            root,
            state or Path(),
            screens[0] if screens else "",
            proxy=proxy_address(proxy) if proxy else None,
            ca=ca,
            proxy_password=proxy_password,
        )
    if to:
        _copy(config, to, screens)
    else:
        _sync(config, as_json=as_json)


def _sync(config: SyncConfig, *, as_json: bool) -> None:
    from kiosk.sync.stored_feed import log
    from kiosk.sync.updater import Updater

    log.addHandler(logging.NullHandler())  # why an update stopped is printed below, once
    updater = Updater(config)
    poll = updater.poll()
    generation = updater.current()
    now = generation.id if generation else ""
    if as_json:
        answer = {
            "generation": now,
            "new": poll.generation is not None,
            "problem": poll.problem,
            "left_out_media": poll.left_out_media,
        }
        output.echo(json.dumps(answer))
    elif not poll.problem:
        output.echo(f"{'new' if poll.generation else 'unchanged'}: generation {now[:12]}")
    output.echo(*(f"kiosk: left out: {each}" for each in poll.left_out_media), err=True)
    if poll.problem:
        output.fail(poll.problem)
    if poll.left_out_media:
        raise typer.Exit(1)


def _copy(config: SyncConfig, folder: Path, screens: list[str]) -> None:
    from kiosk.net.interrupt import Interrupt
    from kiosk.sync.site_mirror import SiteMirror
    from kiosk.sync.sync_errors import SyncError
    from kiosk.sync.update import open_fetcher

    fetcher = open_fetcher(config, Interrupt())
    try:
        with output.exit_on(SyncError), output.progress_bar() as progress:
            SiteMirror(config, fetcher, folder, screens).run(
                lambda done, total: progress("media", done, total)
            )
    finally:
        fetcher.close()
    output.echo(f"{folder} contains the site; a kiosk can read it as {folder.resolve().as_uri()}")
