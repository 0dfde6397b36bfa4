"""The hourly counts of one screen, in one SQLite file on the device.

Owns the file, and refuses anything that could link two counts to one visit: it stores no order, no minute and
no session. If a count cannot be written it is lost, but the visit goes on. A damaged file is set aside, and
kept no longer than counts are.

The file uses a rollback journal instead of a write-ahead log: a copy from a running screen is complete, and
deleted rows are gone from the disk.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

FILE = "counts.sqlite"

TABLE = """
CREATE TABLE IF NOT EXISTS counts (
    screen TEXT NOT NULL, hour TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (screen, hour, kind, value)
) WITHOUT ROWID
"""
_ADD = """
INSERT INTO counts VALUES (?, ?, ?, ?, ?)
ON CONFLICT (screen, hour, kind, value) DO UPDATE SET count = count + excluded.count
"""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""SQLite's errors for a damaged file; other errors, such as a failing disk or a lock, do not condemn it."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, order=True)
class Cell:
    """How often something happened at a screen within an hour that begins at `hour`, in UTC."""

    screen: str
    hour: datetime
    kind: str
    value: str
    count: int


class CountedEvent(NamedTuple):
    """An event to count: its kind, such as `topic`, its value, and its hour, as text in UTC."""

    hour: str
    kind: str
    value: str


class UsageStore:
    """The counts of one screen. Each call waits for the disk; one thread at a time may call."""

    def __init__(self, path: Path, screen: str) -> None:
        self._screen = screen
        self._aside = _aside(path)
        self._database = _open(path)

    def add(self, counts: Mapping[CountedEvent, int]) -> None:
        """Add the count of each event, all or nothing."""
        self._run(_ADD, [(self._screen, *each, count) for each, count in counts.items()])

    def forget(self, before: datetime) -> None:
        """Delete all counts of hours that began before a moment, and a damaged file that is older."""
        self._run("DELETE FROM counts WHERE hour < ?", [(hour_of(before),)])
        with suppress(OSError):  # usually, there is none
            if self._aside.stat().st_mtime < before.timestamp():
                self._aside.unlink()

    def span(self) -> tuple[datetime, datetime] | None:
        """Return the first and the last hour with counts, or None without any; raises `sqlite3.Error`."""
        if self._database is None:
            return None
        ends = "SELECT min(hour), max(hour) FROM counts WHERE screen = ?"
        first, last = self._database.execute(ends, (self._screen,)).fetchone()
        return (moment_of(first), moment_of(last)) if first else None

    def cells(self, first: datetime, before: datetime) -> list[Cell]:
        """Return the counts of the hours from `first` until `before`; raises `sqlite3.Error`."""
        if self._database is None:
            return []
        query = "SELECT * FROM counts WHERE screen = ? AND hour >= ? AND hour < ?"
        rows = self._database.execute(query, (self._screen, hour_of(first), hour_of(before)))
        return [Cell(screen, moment_of(hour), *rest) for screen, hour, *rest in rows]

    def close(self) -> None:
        """Close the file."""
        if self._database:
            self._database.close()
        self._database = None

    def _run(self, statement: str, rows: Iterable[tuple[str | int, ...]]) -> None:
        if self._database is None:
            return
        try:
            with self._database:
                self._database.executemany(statement, rows)
        except sqlite3.Error as bad:
            log.warning("a count is lost: %s", bad)


def _open(path: Path) -> sqlite3.Connection | None:
    try:
        return _open_or_replace(path)
    except (sqlite3.Error, OSError) as bad:
        log.warning("nothing is counted: %s", bad)
        return None


def _open_or_replace(path: Path) -> sqlite3.Connection:
    """Open the file, or a new one in place of a damaged one."""
    try:
        return _connect(path)
    except sqlite3.DatabaseError as bad:
        if bad.sqlite_errorcode & 0xFF not in _DAMAGED:  # the low byte; the rest is detail
            raise
        log.warning("%s is set aside, counting starts again from zero: %s", path, bad)
    path.replace(_aside(path))
    return _connect(path)


def _aside(path: Path) -> Path:
    return path.with_suffix(".damaged")


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, check_same_thread=False)
    try:
        database.execute("PRAGMA secure_delete = ON")
        database.execute(TABLE)
        database.commit()
    except sqlite3.Error:
        database.close()
        raise
    return database


def hour_of(moment: datetime) -> str:
    """Return the hour of a moment in the stored format."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H}"


def moment_of(hour: str) -> datetime:
    """Return the moment at which a stored hour begins; raises `ValueError`."""
    return datetime.strptime(hour, "%Y-%m-%dT%H").replace(tzinfo=UTC)


def deleted_before(now: datetime, kept: timedelta, zone: ZoneInfo) -> datetime:
    """Return the moment before which counts are deleted: the start of the first month that is kept entirely.

    Whole months are deleted. If counts were deleted hour by hour, two reports of the oldest month would
    differ by the events of a few hours, and so reveal counts smaller than a report may show. Hours are
    deleted one by one only if `kept` does not reach back into the previous month.
    """
    since = (now - kept).astimezone(zone)
    first = datetime(since.year, since.month, 1, tzinfo=zone)
    if first < since:
        first = (first + timedelta(days=32)).replace(day=1)
    return first if first <= now else since
