"""The counts of one screen by the hour, in one SQLite file on the device.

Owns the file, and refuses whatever could join two counts to one visit: no order, no minute, no session.
A count that cannot be written is lost, never the visit; a file that is damaged is set aside.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FILE = "counts.sqlite"

_TABLE = """
CREATE TABLE IF NOT EXISTS counts (
    screen TEXT NOT NULL, hour TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (screen, hour, kind, value)
) WITHOUT ROWID
"""
_ADD = """
INSERT INTO counts VALUES (?, ?, ?, ?, 1)
ON CONFLICT (screen, hour, kind, value) DO UPDATE SET count = count + 1
"""

log = logging.getLogger(__name__)


class TallyError(RuntimeError):
    """A file that is to be read holds no counts."""


@dataclass(frozen=True, order=True)
class Cell:
    """How often something happened at a screen within an hour that begins at `hour`, in UTC."""

    screen: str
    hour: datetime
    kind: str
    value: str
    count: int


class Tally:
    """Counts what happens at one screen; from one thread."""

    def __init__(self, path: Path, screen: str, clock: Callable[[], datetime]) -> None:
        self._screen, self._clock = screen, clock
        self._database = _open(path)

    def add(self, kind: str, value: str) -> None:
        """Count one happening in the present hour."""
        self._run(_ADD, (self._screen, _hour(self._clock()), kind, value))

    def forget(self, before: datetime) -> None:
        """Delete all counts of hours that began before a moment, and what is left of them in the file."""
        self._run("DELETE FROM counts WHERE hour < ?", (_hour(before),))

    def close(self) -> None:
        """Close the file."""
        if self._database:
            self._database.close()
        self._database = None

    def _run(self, statement: str, values: tuple[str, ...]) -> None:
        if self._database is None:
            return
        try:
            with self._database:
                self._database.execute(statement, values)
        except sqlite3.Error as bad:
            log.warning("a count is lost: %s", bad)


def read(paths: Iterable[Path]) -> Iterator[Cell]:
    """Yield the cells of some files, without changing them; raises `TallyError`."""
    for path in paths:
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
                rows = database.execute("SELECT screen, hour, kind, value, count FROM counts").fetchall()
        except sqlite3.Error as bad:
            raise TallyError(f"{path} holds no counts: {bad}") from bad
        yield from (Cell(row[0], _moment(row[1]), *row[2:]) for row in rows)


def _open(path: Path) -> sqlite3.Connection | None:
    try:
        return _prepared(path)
    except sqlite3.DatabaseError as bad:
        log.warning("%s is set aside, counting begins anew: %s", path, bad)
        return _anew(path)
    except OSError as bad:
        log.warning("nothing is counted: %s", bad)
        return None


def _anew(path: Path) -> sqlite3.Connection | None:
    try:
        path.replace(path.with_suffix(".damaged"))
        return _prepared(path)
    except (sqlite3.Error, OSError) as bad:
        log.warning("nothing is counted: %s", bad)
        return None


def _prepared(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path)
    try:
        database.execute("PRAGMA secure_delete = ON")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(_TABLE)
        database.commit()
    except sqlite3.Error:
        database.close()
        raise
    return database


def _hour(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H}"


def _moment(hour: str) -> datetime:
    return datetime.strptime(hour, "%Y-%m-%dT%H").replace(tzinfo=UTC)
