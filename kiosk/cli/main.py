"""The command `kiosk`: which commands there are, and how each one's errors are told.

A command is one line in `COMMANDS` and one module with a function of the same name: `feed init` is
`kiosk.cli.feed_init.feed_init`, and `feed keys add` is `kiosk.cli.feed_keys.feed_keys_add`. Only the module
of the command that was asked for is imported.
"""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Iterable

import typer

from kiosk import __version__
from kiosk.cli import language, tell

COMMANDS = (
    "check",
    "demo",
    "doctor",
    "feed add",
    "feed init",
    "feed keys add",
    "feed keys list",
    "feed keys new",
    "feed keys revoke",
    "feed keys rotate",
    "feed new",
    "feed refresh",
    "feed schema",
    "feed sign",
    "history",
    "nudge",
    "pin",
    "preview",
    "publish",
    "report",
    "run",
    "schedule",
    "slots",
    "status",
    "sync",
)

GROUPS = {"feed": "Make and keep the site of a feed.", "feed keys": "Say whose signatures count."}


def main() -> None:
    """Run the command line of this process, and end the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe on Windows knows one alphabet only
            stream.reconfigure(errors="backslashreplace")
    tell.log_warnings()
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
        module = importlib.import_module("kiosk.cli." + "_".join(name.split()[:2]))
        _group(groups, group).command(word)(getattr(module, name.replace(" ", "_")))
    return top


def _group(groups: dict[str, typer.Typer], name: str) -> typer.Typer:
    if name not in groups:
        above, _, word = name.rpartition(" ")
        groups[name] = typer.Typer(no_args_is_help=True, help=GROUPS[name])
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
    language.choose()
