"""The command `kiosk`: which commands there are, and how each one's errors are told.

A command is one line in `COMMANDS` and one module with a function of the same name (`feed init` is
`kiosk.cli.feed_init.feed_init`). Only the module of the command that was asked for is imported.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable

import typer

from kiosk import __version__

COMMANDS = (
    "check",
    "demo",
    "feed init",
    "publish",
    "run",
    "schedule",
    "slots",
    "sync",
)


def main() -> None:
    """Run the command line of this process, and end the process."""
    app = build(asked(sys.argv[1:]))
    app(prog_name="kiosk")


def asked(arguments: Iterable[str]) -> tuple[str, ...]:
    """Return the command that `arguments` begin with, or all commands when there is no such one."""
    words = " ".join(arguments) + " "
    return tuple(name for name in COMMANDS if words.startswith(f"{name} ")) or COMMANDS


def build(names: Iterable[str]) -> typer.Typer:
    """Return an application with these commands."""
    top = typer.Typer(
        name="kiosk",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        callback=_kiosk,
        add_completion=False,
    )
    groups: dict[str, typer.Typer] = {"": top}
    for name in names:
        group, _, word = name.rpartition(" ")
        module = f"kiosk.cli.{name.replace(' ', '_')}"
        function = getattr(importlib.import_module(module), name.replace(" ", "_"))
        _group(groups, group).command(word)(function)
    return top


def _group(groups: dict[str, typer.Typer], name: str) -> typer.Typer:
    if name not in groups:
        above, _, word = name.rpartition(" ")
        groups[name] = typer.Typer(no_args_is_help=True, callback=_feed)
        _group(groups, above).add_typer(groups[name], name=word)
    return groups[name]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Infodisk {__version__}")
        raise typer.Exit


def _kiosk(
    _version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say which version."
    ),
) -> None:
    """Slides and a desk for the screens of a citizen office."""


def _feed() -> None:
    """Make and keep the site of a feed."""
