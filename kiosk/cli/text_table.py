"""Tables on a terminal: every cell is plain printable text, without markup or emoji codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Column, Table
from rich.text import Text

from kiosk.feed.printable import printable, without_passwords

Report = Group
"""A table with lines below it."""


def text_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, whole: Iterable[str] = ()
) -> Table:
    """Return a table of plain cells; the columns in `whole` are never wrapped."""
    heads = [Column(_cell(column), no_wrap=column in whole, overflow="fold") for column in columns]
    table = Table(*heads)
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def above(table: Table, lines: Iterable[str]) -> Report:
    """Return a table with lines of the full width below it."""
    return Report(table, *map(_cell, lines))


def print_table(table: RenderableType) -> None:
    """Print a table, with any lines below it, on standard output."""
    Console().print(table)


def _cell(value: object) -> Text:
    return Text(printable(without_passwords(str(value))))
