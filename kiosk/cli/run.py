"""`kiosk run`: the kiosk itself, fullscreen, until it is stopped.

Its command line is parsed by argparse: typer would load pydantic, which the player does not need.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.streams import log_to_stderr, replace_unknown_characters
from kiosk.config import CONFIG, Config
from kiosk.feed.printable import printable, without_passwords

if TYPE_CHECKING:
    from kiosk.device.display_settings import DisplaySettings
    from kiosk.printers.printer import Printer

SUMMARY = "Show the slides and the desk of one screen, as its configuration says."
OVERRIDES = ("feed", "root", "screen", "state", "proxy", "ca", "printer")
"""The options that override a key of the configuration."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command's options; options that are not given change nothing."""
    options = argparse.ArgumentParser("kiosk run", description=f"{SUMMARY} Options override it.")
    add = options.add_argument
    add("--config", type=_path, default=CONFIG, metavar="FILE", help=f"the configuration (default: {CONFIG})")
    add("--feed", metavar="URL", help="the address of the site, https://…")
    add("--root", type=_path, metavar="FILE", help="the trusted root.json")
    add("--screen", metavar="ID", help="the id of this screen")
    add("--state", type=_path, metavar="FOLDER", help="where the feed is kept")
    add("--proxy", metavar="URL", help="a web proxy")
    add("--ca", type=_path, metavar="FILE", help="additional certificate authorities (PEM)")
    add("--printer", metavar="URL", help="the printer for tickets, such as escpos://192.0.2.7?width=576")
    add("--rotate", type=int, default=0, choices=(0, 90, 180, 270), help="degrees to turn the picture by")
    add("--still", action="store_true", help="show no motion")
    add("--windowed", action="store_true", help="show a window instead of the whole screen")
    return options


def main(arguments: Sequence[str]) -> int:
    """Run the kiosk until it is stopped; return the exit status."""
    from kiosk.config_file import load_config
    from kiosk.feed.problems import ContentError
    from kiosk.sync.sync_config import sync_of

    given = parser().parse_args(arguments)
    replace_unknown_characters()
    log_to_stderr(logging.INFO)
    try:
        config = load_config(given.config, **{name: getattr(given, name) for name in OVERRIDES})
        sync = sync_of(config)
        printer = _printer(config)
    except ContentError as bad:
        return _show_problems([str(problem) for problem in bad.problems], given.config)
    except ValueError as bad:
        return _show_problems([f"{given.config}: {bad}"], given.config)

    from kiosk.device import DeviceApp, SignalWatch, make_application

    application = make_application(["kiosk"])
    watch = SignalWatch(application)
    device = DeviceApp(config, sync, printer, display_settings(config, given))
    with closing(device):
        device.start(fullscreen=not given.windowed)
        return watch.run()


def _printer(config: Config) -> Printer | None:
    """Return the ticket printer, if one is configured; raises `ValueError` for an invalid address."""
    if not config.printer:
        return None
    from kiosk.printers.printer_address import printer_at

    return printer_at(config.printer)


def _path(text: str) -> Path:
    return Path(text).resolve()


def display_settings(config: Config, given: argparse.Namespace) -> DisplaySettings:
    """Return the display settings: those of the configuration, overridden by the options."""
    from kiosk.device.display_settings import DisplaySettings

    turned, still = given.rotate or config.rotation, given.still or config.still
    hosts = frozenset(config.web_hosts)
    headphones, hint_s = config.headphones or "", config.speech_hint or 0.0
    return DisplaySettings(turned, still, config.web, hosts, headphones, hint_s)


def _show_problems(problems: list[str], config: Path) -> int:
    """Print the problems of the settings; under systemd, also show them on the screen."""
    from kiosk.fleet.systemd_notify import Notifier

    sys.stderr.writelines(f"{printable(without_passwords(problem))}\n" for problem in problems)
    if not Notifier().is_enabled:
        return 1

    from kiosk.device import SignalWatch, Unconfigured, make_application

    application = make_application(["kiosk"])
    SignalWatch(application)
    with closing(Unconfigured(problems, config)) as page:
        page.start()
        return application.exec()
