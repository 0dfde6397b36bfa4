"""All that a command prints goes through `output`, which makes it safe to read."""

import ast
import logging
from pathlib import Path

import pytest
import typer

import kiosk.cli
from kiosk.cli import output
from kiosk.cli.streams import log_warnings
from kiosk.feed.problems import ContentError, Position, error

FILES = sorted(Path(kiosk.cli.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_command_prints_by_itself(path):
    called = {
        ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)
    }
    printing = {"print", "typer.echo", "typer.secho", "sys.stdout.write", "sys.stderr.write"}
    allowed = {"output": {"typer.echo"}, "main": {"typer.echo"}}  # main: the version alone
    assert called & printing <= allowed.get(path.stem, set())


def test_a_line_stays_one_line(capsys):
    output.echo("a\nkiosk: forged", "b\x1b[2J", err=True)
    assert capsys.readouterr().err == "a\\x0akiosk: forged\nb\\x1b[2J\n"


def test_an_error_shows_no_password_and_no_escape(capsys):
    with pytest.raises(typer.Exit), output.exit_on(ValueError):
        raise ValueError("no answer from davs://anna:hunter2@host.example/: 500 \x1b]0;x\x07")
    assert capsys.readouterr().err == (
        "kiosk: no answer from davs://anna:…@host.example/: 500 \\x1b]0;x\\x07\n"
    )


def test_each_problem_of_a_file_is_a_line(capsys):
    with pytest.raises(typer.Exit), output.exit_on(ContentError):
        raise ContentError([error(Position("a\x1b.yaml", 1, 2), "one"), error(Position("b.yaml"), "two")])
    assert capsys.readouterr().err == "kiosk: a\\x1b.yaml:1:2: error: one\nkiosk: b.yaml: error: two\n"


def test_problems_of_a_folder_with_a_hostile_name(capsys):
    with pytest.raises(typer.Exit):
        output.echo_problems([error(Position("x\x1b[2J\u202e/y.yaml", 3, 1), "wrong")], as_json=False)
    assert capsys.readouterr().out == "x\\x1b[2J\\u202e/y.yaml:3:1: error: wrong\n"


def test_warnings_of_a_command_without_a_log_are_safe():
    log_warnings()
    record = logging.LogRecord("paramiko", logging.WARNING, "x.py", 1, "banner \x1b[2J", (), None)
    assert logging.lastResort.format(record) == "banner \\x1b[2J"
