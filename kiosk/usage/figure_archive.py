"""The figures that a screen has released, in one file per month beside its counts.

The files make released figures final. The figures of a period are computed from the counts once, when the
period is over, and afterwards only read from here, even if counts have since been added, deleted or lost. No
more figures are released for a month whose file cannot be read: a second answer could reveal the difference
between the two.
"""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.system import write_atomically
from kiosk.usage.month_figures import (
    FiguresError,
    MonthFigures,
    empty_month,
    extended,
    month_id,
    read_month,
    write_month,
)
from kiosk.usage.usage_store import UsageStore

FOLDER = "figures"
MONTHS_KEPT = 25
"""This month and two years: a report compares a year with the year before."""

log = logging.getLogger(__name__)


class FigureArchive:
    """The released months of one screen. One thread may call `settle` while another reads."""

    def __init__(self, folder: Path, screen: str) -> None:
        self._folder, self._screen = folder, screen
        self._settled_until = date.min
        self._versions: dict[str, int] = dict.fromkeys(self._stored(), 0)

    @property
    def versions(self) -> dict[str, int]:
        """A number for each month with figures that changes whenever the month's figures do."""
        return self._versions

    def document(self, month: str) -> bytes | None:
        """Return the document of a month, or None if it cannot be read."""
        try:
            return self._path(month).read_bytes()
        except OSError:
            return None

    def settle(self, store: UsageStore, zone: ZoneInfo, today: date) -> None:
        """Release the periods of one month that ended before `today`, each once, from the counts in `store`.

        Each call handles one month, the newest first: a month takes a fraction of a second, and a device that
        has just been upgraded has a year of them.
        """
        try:
            span = store.span()
            if span is None:
                return
            first, newest = (hour.astimezone(zone).date() for hour in span)
            over = min(today, newest)  # the newest day may still be incomplete
            if over != self._settled_until:
                oldest = max(first, over - timedelta(days=31 * (MONTHS_KEPT - 1)))
                if any(self._extend(month, store, zone, over) for month in _months(oldest, over)):
                    return
                self._prune(over)
                self._settled_until = over
        except (sqlite3.Error, OSError, ValueError) as bad:
            log.warning("no figures are released now: %s", bad)

    def _extend(self, month: str, store: UsageStore, zone: ZoneInfo, over: date) -> bool:
        """Release the periods of a month that are over; return whether there were any."""
        try:
            old = self._read(month)
        except FiguresError as bad:
            log.warning("%s is left as it is: %s", self._path(month), bad)
            return False
        if old.is_over or old.until >= over:
            return False
        begin = datetime.combine(old.days.first, time(), zone) - timedelta(days=1)
        end = datetime.combine(old.days.last, time(), zone) + timedelta(days=2)
        cells = [cell for cell in store.cells(begin, end) if cell.hour.astimezone(zone).date() in old.days]
        if not cells:  # the screen was off, or its clock was wrong: release nothing
            return False
        new = extended(old, cells, zone, over)
        self._folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self._path(month), write_month(new))
        self._versions = {**self._versions, month: self._versions.get(month, 0) + 1}
        return True

    def _read(self, month: str) -> MonthFigures:
        path = self._path(month)
        return read_month(path.read_bytes()) if path.exists() else empty_month(self._screen, month)

    def _prune(self, over: date) -> None:
        kept = sorted(month for month in self._stored() if month <= month_id(over))[-MONTHS_KEPT:]
        for month in self._stored():
            if kept and month < kept[0]:
                self._path(month).unlink()
                self._versions = {name: number for name, number in self._versions.items() if name != month}

    def _path(self, month: str) -> Path:
        return self._folder / file_name(self._screen, month)

    def _stored(self) -> list[str]:
        pattern = re.compile(rf"{re.escape(self._screen)}-(20[0-9]{{2}}-[0-9]{{2}})\.json")
        matches = map(pattern.fullmatch, (path.name for path in self._folder.glob("*.json")))
        return sorted(match[1] for match in matches if match)


def file_name(screen: str, month: str) -> str:
    """Return the file name of a screen's month, wherever the file is stored."""
    return f"{screen}-{month}.json"


def _months(first: date, last: date) -> Iterator[str]:
    """Yield the months from `first` to `last`, the last one first."""
    day = last
    while day >= first.replace(day=1):
        yield month_id(day)
        day = day.replace(day=1) - timedelta(days=1)
