"""No text of others steers a terminal through a table."""

import ast
from pathlib import Path

import pytest

import kiosk
from kiosk.cli.text_table import print_table, text_table

FILES = sorted(Path(kiosk.__file__).parent.rglob("*.py"))
HOSTILE = "[red]a[/red] :boom: \x1b[2J\x9b31m\u202eb\r\nc"
SHOWN = "[red]a[/red] :boom: \\x1b[2J\\x9b31m\\u202eb\\x0d\\x0ac"


@pytest.fixture
def printed(capsys, monkeypatch):
    """A function that gives what is printed of a table, on a wide terminal with colours."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("FORCE_COLOR", "1")

    def read(table):
        print_table(table)
        return capsys.readouterr().out

    return read


def test_cells_are_text_without_markup_or_controls(printed):
    out = printed(text_table(("name",), [(HOSTILE,)]))
    assert SHOWN in out


def test_heads_are_text_too(printed):
    out = printed(text_table((HOSTILE,), [("x",)]))
    assert SHOWN in out
    assert "\x1b[2J" not in out


def test_passwords_are_left_out(printed):
    assert "hunter2" not in printed(text_table(("x",), [("davs://anna:hunter2@host.example/",)]))


def test_a_long_cell_is_folded_not_cut(printed):
    out = printed(text_table(("x",), [("a" * 900,)]))
    assert out.count("a") == 900


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_other_module_makes_tables(path):
    imported = {
        node.module for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)
    }
    allowed = {"text_table.py": {"rich.table", "rich.text", "rich.console"}, "output.py": {"rich.console"}}
    assert imported & {"rich.table", "rich.text", "rich.console"} <= allowed.get(path.name, set()) | (
        _typing_only(path) & {"rich.table"}
    )


def _typing_only(path):
    """Return what a module imports for its annotations only."""
    return {
        node.module
        for block in ast.walk(ast.parse(path.read_text()))
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }
