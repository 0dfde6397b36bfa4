"""`make reference`: write docs/commands.md, with every command and its options, from the program itself."""

import argparse
import re
from functools import partial
from pathlib import Path

import typer
from typer.cli import get_docs_for_click

from kiosk.cli import run
from kiosk.cli.main import COMMANDS, build
from kiosk.cli.options import CONTEXT

PAGE = Path(__file__).resolve().parents[1] / "docs/commands.md"
INTRODUCTION = """\
# Commands

Generated from the program by `make reference`; `kiosk COMMAND -h` prints the same. The exit status of every
command is 0 if all is well, 1 if it found and printed a problem, and 2 for wrong usage. Progress is shown
only on a terminal. [json-output.md](json-output.md) describes what `--json` prints. A duration such as that
of `--every` is written `60`, `60 s` or `2 min`; a bare number is in seconds. `python -m kiosk` is the same as
`kiosk`.
"""


def text():
    """Return the page."""
    return "\n".join((INTRODUCTION, *map(section, COMMANDS))).rstrip() + "\n"


def section(name):
    """Return the section of a command."""
    if name == "run":  # it reads its own options
        parser = run.parser()
        parser.formatter_class = partial(argparse.HelpFormatter, width=100)
        return f"## `kiosk run`\n\n```console\n{parser.format_help()}```\n"
    command = typer.main.get_command(build([name]))
    context = typer.Context(command, info_name="kiosk")
    *groups, word = name.split()
    for group in groups:
        command = command.get_command(context, group)
    command = command.get_command(context, word)
    context = typer.Context(command, info_name=word, parent=context, **CONTEXT)
    shown = get_docs_for_click(
        obj=command, ctx=context, indent=1, name=word, call_prefix=" ".join(("kiosk", *groups))
    )
    return re.sub(r"{([A-Z_|]+|[a-z|]+\|[a-z|]+)}", r"\1", shown).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
