"""Tables on a terminal: every cell is plain printable text, without markup or emoji codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.table import Column, Table
from rich.text import Text

from kiosk.feed.printable import printable, without_passwords


def text_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, whole: Iterable[str] = ()
) -> Table:
    """Return a table of plain cells; the columns in `whole` are never wrapped."""
    heads = [Column(cell(column), no_wrap=column in whole, overflow="fold") for column in columns]
    table = Table(*heads)
    for row in rows:
        table.add_row(*map(cell, row))
    return table


def print_table(table: RenderableType) -> None:
    """Print a table, with what belongs to it, on standard output."""
    Console().print(table)


def cell(value: object) -> Text:
    """Return a value as plain printable text."""
    return Text(printable(without_passwords(str(value))))
