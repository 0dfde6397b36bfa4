"""`kiosk run`: the kiosk itself, fullscreen, until it is told to end."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import tell
from kiosk.cli.device import CONFIG_OPTION, device, sync_config


def run(  # noqa: PLR0913, PLR0917  # each is one thing that a device must be told
    config: Path = CONFIG_OPTION,
    feed: Annotated[str | None, typer.Option(help="The address of the site, https://…")] = None,
    root: Annotated[
        Path | None, typer.Option(help="The trusted root.json.", dir_okay=False, resolve_path=True)
    ] = None,
    screen: Annotated[str | None, typer.Option(help="The id of the screen.")] = None,
    state: Annotated[
        Path | None, typer.Option(help="The folder that keeps the feed.", file_okay=False, resolve_path=True)
    ] = None,
    proxy: Annotated[str | None, typer.Option(help="The address of a web proxy.")] = None,
    ca: Annotated[
        Path | None, typer.Option(help="A file of further certificate authorities.", resolve_path=True)
    ] = None,
    printer: Annotated[
        str | None, typer.Option(help="The printer for tickets, such as escpos://192.0.2.7?width=576.")
    ] = None,
    rotate: Annotated[
        int, typer.Option(help="Turn the picture by 90, 180 or 270 degrees where the compositor cannot.")
    ] = 0,
    still: Annotated[bool, typer.Option("--still", help="Nothing fades, slides or plays.")] = False,
    windowed: Annotated[bool, typer.Option("--windowed", help="In a window, not fullscreen.")] = False,
) -> None:
    """Show the slides and the desk of one screen, as the device's configuration says; options win over it."""
    from kiosk.app import SignalWatch, Station, make_application
    from kiosk.app.device import Device
    from kiosk.devices.config import printer_at

    tell.log_to_stderr(logging.INFO)
    told = device(
        config, feed=feed, root=root, screen=screen, state=state, proxy=proxy, ca=ca, printer=printer
    )
    sync = sync_config(told)
    with tell.errors(ValueError):
        tickets = printer_at(told.printer) if told.printer else None
        hung = Device(rotate or told.rotation, still or told.still, told.web, frozenset(told.web_hosts))
    application = make_application(["kiosk"])
    watch = SignalWatch(application)
    whole = Station(told, sync, tickets, hung)
    whole.start(fullscreen=not windowed)
    status = watch.run()
    whole.close()
    raise typer.Exit(status)
