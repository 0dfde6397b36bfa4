"""Every `kiosk …` command that README.md and docs/ show exists, with the options that they give it."""

import re
from pathlib import Path

import click
import pytest
import typer

from kiosk.cli import run
from kiosk.cli.main import COMMANDS, build
from tests import reference

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
CALL = re.compile(r"(?<![\w./-])(?:/usr/local/bin/|\.venv/bin/)?kiosk ([a-z][^`#\n]*)")


def code(text):
    """Yield what a page shows as code: fenced and indented blocks, and code within lines."""
    fenced = re.findall(r"^```\w*[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    yield from (line for block in fenced for line in block.splitlines())
    yield from re.findall(r"^    (.*)$", rest, re.MULTILINE)
    spans = (span for paragraph in rest.split("\n\n") for span in re.findall(r"`([^`]+)`", paragraph))
    yield from (" ".join(span.split()) for span in spans)


def calls():
    found = set()
    for page in PAGES:
        for line in code(page.read_text("utf-8")):
            found |= {(page.relative_to(ROOT).as_posix(), call.strip()) for call in CALL.findall(line)}
    return sorted(found)


def option_names(name):
    if name == "run":  # reads its own
        return {option for each in run.parser()._actions for option in each.option_strings}
    command = typer.main.get_command(build([name]))
    for word in name.split():
        if isinstance(command, click.Group) or hasattr(command, "commands"):
            command = command.commands[word]
    return {option for each in command.params for option in (*each.opts, *each.secondary_opts)}


@pytest.mark.parametrize(("page", "call"), calls())
def test_a_command_of_the_docs_exists(page, call):
    name = max((each for each in COMMANDS if f"{call} ".startswith(f"{each} ")), key=len, default=None)
    assert name, page
    given = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", call.split("  ")[0]))
    assert given - option_names(name) == set(), page


def test_the_reference_is_what_the_program_says():
    assert reference.PAGE.read_text("utf-8") == reference.text(), "run: make reference"


def test_the_docs_show_commands():
    assert len(calls()) > 40
