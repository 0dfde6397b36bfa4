"""The command `kiosk`: its commands and groups.

A command is one line in `COMMANDS` and one module with a function of the same name: `site init` is
`kiosk.cli.site_init.site_init`, and `site keys add` is `kiosk.cli.site_keys.site_keys_add`. Only the module
of the invoked command is imported.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Sequence

import typer

from kiosk import __version__
from kiosk.cli import completion, language, output
from kiosk.cli.options import CONTEXT
from kiosk.cli.renamed_commands import renamed
from kiosk.cli.streams import log_warnings, replace_unknown_characters

COMMANDS = (
    "check",
    "completion",
    "demo",
    "doctor",
    "feed add",
    "feed clone",
    "feed merge",
    "feed new",
    "feed schema",
    "feed speak",
    "feed translations",
    "live",
    "nudge",
    "office clone",
    "office publish",
    "pin",
    "preview",
    "publish",
    "report",
    "run",
    "schedule",
    "screens enrol",
    "screens identify",
    "screens logs",
    "screens restart",
    "screens revoke",
    "screens screenshot",
    "screens sync",
    "screens test-ticket",
    "site history",
    "site init",
    "site keys add",
    "site keys backup",
    "site keys import",
    "site keys list",
    "site keys new",
    "site keys passphrase",
    "site keys restore",
    "site keys revoke",
    "site keys rotate",
    "site refresh",
    "site rollback",
    "site sign",
    "site staff add",
    "site staff remove",
    "slots",
    "status",
    "studio",
    "sync",
)

GROUPS = {
    "feed": "Create a feed, add to it, and bring in what others have published.",
    "screens": "Enrol screens, and manage them remotely.",
    "office": "Change the hours, notices and slides of one office, as its staff.",
    "site": "Create a site, and maintain its signatures, keys and versions.",
    "site keys": "Manage the keys whose signatures count.",
    "site staff": "Decide who may change the hours, notices and slides of an office.",
}


def main() -> None:
    """Run the command line of this process, and exit."""
    replace_unknown_characters()
    log_warnings()
    if completion.VARIABLE in os.environ:
        completion.enable()
    words, note = renamed(sys.argv[1:])
    if note:
        output.echo(f"kiosk: {note}", err=True)
    build(matching(words))(words, prog_name="kiosk")


def matching(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the command that `arguments` start with, or all commands if there is none."""
    words = " ".join(arguments) + " "
    return tuple(name for name in COMMANDS if words.startswith(f"{name} ")) or COMMANDS


def build(names: Iterable[str]) -> typer.Typer:
    """Return a Typer application with these commands."""
    top = typer.Typer(
        name="kiosk",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        callback=_kiosk,
        add_completion=False,
        context_settings=CONTEXT,
    )
    groups: dict[str, typer.Typer] = {"": top}
    for name in names:
        group, _, word = name.rpartition(" ")
        if name == "run":
            _add_run(top)
            continue
        plain = name.replace("-", "_")
        module = importlib.import_module("kiosk.cli." + "_".join(plain.split()[:2]))
        _group(groups, group).command(word)(getattr(module, plain.replace(" ", "_")))
    return top


def _add_run(top: typer.Typer) -> None:
    """Add `kiosk run`, which parses its own options."""
    from kiosk.cli import run

    own = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}

    @top.command("run", help=run.SUMMARY, context_settings=own)
    def _run(context: typer.Context) -> None:
        raise typer.Exit(run.main(context.args))


def _group(groups: dict[str, typer.Typer], name: str) -> typer.Typer:
    if name not in groups:
        above, _, word = name.rpartition(" ")
        groups[name] = typer.Typer(no_args_is_help=True, help=GROUPS[name])
        _group(groups, above).add_typer(groups[name], name=word)
    return groups[name]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Infodisk {__version__}")
        raise typer.Exit


def _kiosk(
    _version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    """Slides and a help desk for the screens of a citizen office."""
    language.choose()
