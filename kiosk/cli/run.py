"""`kiosk run`: the kiosk itself, fullscreen, until it is told to end."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import tell


def run(  # noqa: PLR0913, PLR0917  # each is one thing that a device must be told
    feed: Annotated[str, typer.Option(help="The address of the site, https://…")],
    root: Annotated[Path, typer.Option(help="The trusted root.json.", dir_okay=False, exists=True)],
    screen: Annotated[str, typer.Option(help="The id of the screen.")],
    state: Annotated[Path, typer.Option(help="The folder that keeps the feed.", file_okay=False)],
    proxy: Annotated[str | None, typer.Option(help="The address of a web proxy.")] = None,
    ca: Annotated[
        Path | None, typer.Option(help="A file of further certificate authorities.", exists=True)
    ] = None,
    printer: Annotated[
        str | None, typer.Option(help="The printer for tickets, such as escpos://192.0.2.7?width=576.")
    ] = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="In a window, not fullscreen.")] = False,
) -> None:
    """Show the slides and the desk of one screen."""
    from kiosk.app import Kiosk, SignalWatch, clock, make_application
    from kiosk.devices.config import printer_at
    from kiosk.sync.config import SyncConfig

    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    with tell.errors(ValueError):
        config = SyncConfig(feed, root, state, screen, proxy, ca)
        tickets = printer_at(printer) if printer else None
    application = make_application(["kiosk"])
    kiosk = Kiosk(config, trusts=clock.device_trusts, printer=tickets)
    SignalWatch(application)
    kiosk.start()
    kiosk.show(fullscreen=not windowed)
    status = application.exec()
    kiosk.close()
    raise typer.Exit(status)
