"""`kiosk run`: the kiosk itself, fullscreen, until it is told to end."""

import logging
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kiosk.cli import tell
from kiosk.cli.device import CONFIG_OPTION, sync_of


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
    from kiosk.config_file import load_config
    from kiosk.device import DeviceApp, SignalWatch, make_application
    from kiosk.device.display_settings import DisplaySettings
    from kiosk.feed.problems import ContentError
    from kiosk.printers.printer_address import printer_at

    tell.log_to_stderr(logging.INFO)
    given = {"feed": feed, "root": root, "screen": screen, "state": state, "proxy": proxy, "ca": ca}
    try:
        told = load_config(config, **given, printer=printer)
        sync = sync_of(told)
        tickets = printer_at(told.printer) if told.printer else None
    except ContentError as bad:
        _cannot_run([str(problem) for problem in bad.problems], config)
    except ValueError as bad:
        _cannot_run([f"{config}: {bad}"], config)
    hung = DisplaySettings(rotate or told.rotation, still or told.still, told.web, frozenset(told.web_hosts))
    application = make_application(["kiosk"])
    watch = SignalWatch(application)
    whole = DeviceApp(told, sync, tickets, hung)
    whole.start(fullscreen=not windowed)
    status = watch.run()
    whole.close()
    raise typer.Exit(status)


def _cannot_run(reasons: list[str], config: Path) -> NoReturn:
    """Print what is wrong with the settings and end with 1; a device shows it until they are mended."""
    from kiosk.device import SignalWatch, Unconfigured, make_application
    from kiosk.fleet.systemd_notify import Notifier

    tell.say(*reasons, err=True)
    if not Notifier().is_heard:
        raise typer.Exit(1)
    application = make_application(["kiosk"])
    page = Unconfigured(reasons, config)
    SignalWatch(application)
    page.start()
    status = application.exec()
    page.close()
    raise typer.Exit(status)
