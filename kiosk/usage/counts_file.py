"""Reads the counts file of a screen, which is untrusted: the device may be broken or compromised.

The file must contain the one table that `usage_store` creates and nothing else: views, triggers, computed
columns and indexes would run code from the file. After that, every value must be one that a screen could have
counted.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kiosk.feed.printable import safe_line
from kiosk.usage.usage_store import TABLE, Cell, moment_of

MAX_ROWS = 1_000_000
MAX_COUNT = 1_000_000
"""The maximum count of one thing within an hour."""

MAX_VALUE = 130  # characters: two ids and what is between them
MAX_BYTES = 10_000
"""The longest value or statement that SQLite may read."""

MAX_SHOWN = 200  # characters

STEPS = 100_000
MAX_STEPS = 10_000
"""SQLite is stopped after `MAX_STEPS` times `STEPS` steps of its virtual machine; a row takes about ten."""

_SCREEN = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_HOUR = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}", re.ASCII)
_KIND = re.compile(r"[a-z][a-z -]{0,39}")


class UsageError(RuntimeError):
    """A file does not contain the counts of a screen."""


def read_counts(path: Path) -> Iterator[Cell]:
    """Yield the cells of a file, without changing it; raises `UsageError`, possibly after some cells."""
    if not path.is_file():
        raise UsageError(f"{path} is not a file")
    try:
        with closing(_connect(path)) as database:
            _check_schema(database)
            rows = database.execute("SELECT screen, hour, kind, value, count FROM counts")
            for number, row in enumerate(rows, 1):
                yield _cell(number, *row)
    except (sqlite3.Error, ValueError) as bad:
        raise UsageError(f"{path} holds no counts of a screen: {safe_line(bad, MAX_SHOWN)}") from bad


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    steps = iter(range(MAX_STEPS))
    database.set_progress_handler(lambda: next(steps, None) is None, STEPS)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_BYTES)
    database.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, MAX_BYTES)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA mmap_size = 0")
    return database


def _check_schema(database: sqlite3.Connection) -> None:
    """Raise `ValueError` unless the file contains only the table of counts."""
    schema = database.execute("SELECT type, name, sql FROM sqlite_schema LIMIT 2").fetchall()
    if [(kind, name, _words(sql)) for kind, name, sql in schema] != [("table", "counts", _words(TABLE))]:
        raise ValueError("it has tables, views or triggers that no screen creates")


def _words(sql: object) -> list[str]:
    return str(sql).replace("IF NOT EXISTS ", "").split()


def _cell(  # noqa: PLR0913, PLR0917  # the columns of a row
    number: int, screen: object, hour: object, kind: object, value: object, count: object
) -> Cell:
    """Return a row as a cell; raises `ValueError` if no screen could have counted it."""
    if number > MAX_ROWS:
        raise ValueError(f"more than {MAX_ROWS} rows")
    texts = (screen, hour, kind, value)
    if not (
        all(isinstance(each, str) for each in texts)
        and _SCREEN.fullmatch(str(screen))
        and _HOUR.fullmatch(str(hour))
        and _KIND.fullmatch(str(kind))
        and len(str(value)) <= MAX_VALUE
        and str(value).isprintable()
        and isinstance(count, int)
        and 0 < count <= MAX_COUNT
    ):
        raise ValueError(f"an impossible row: {safe_line((*texts, count), MAX_SHOWN)}")
    return Cell(str(screen), moment_of(str(hour)), str(kind), str(value), count)
