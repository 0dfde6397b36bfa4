"""Figures that may be shown: counts put together over a period, and never a cell of fewer than five.

A total is the sum of what is shown, for a true total beside all cells but one would tell the hidden one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from kiosk.usage.usage_store import Cell

LEAST = 5
"""Fewer visits than these may be the visits of someone who is known."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included, on the clocks of a zone."""

    first: date
    last: date
    zone: ZoneInfo

    def __contains__(self, moment: datetime) -> bool:
        return self.first <= moment.astimezone(self.zone).date() <= self.last


def within(cells: Iterable[Cell], period: Period, screens: Collection[str]) -> tuple[Cell, ...]:
    """Return the cells of a period and of some screens; of all screens if there are none."""
    return tuple(cell for cell in cells if cell.hour in period and (not screens or cell.screen in screens))


def totals(cells: Iterable[Cell], kind: str) -> dict[str, int]:
    """Return what can be shown of a kind by value, the most frequent first."""
    return _shown((cell for cell in cells if cell.kind == kind), lambda cell: cell.value)


def by_week_hour(cells: Iterable[Cell], kind: str, zone: ZoneInfo) -> dict[tuple[int, int], int]:
    """Return what can be shown of a kind by weekday (0 is Monday) and local hour."""
    return _shown((cell for cell in cells if cell.kind == kind), lambda cell: _week_hour(cell.hour, zone))


def by_day(cells: Iterable[Cell], zone: ZoneInfo) -> Iterator[tuple[str, date, str, str, int]]:
    """Yield screen, local day, kind, value and count, where they can be shown."""
    found = _shown(
        cells, lambda cell: (cell.screen, cell.hour.astimezone(zone).date(), cell.kind, cell.value)
    )
    yield from ((*key, found[key]) for key in sorted(found))


def _shown(cells: Iterable[Cell], key: Callable[[Cell], K]) -> dict[K, int]:
    counter: Counter[K] = Counter()
    for cell in cells:
        counter[key(cell)] += cell.count
    return {name: count for name, count in counter.most_common() if count >= LEAST}


def _week_hour(hour: datetime, zone: ZoneInfo) -> tuple[int, int]:
    local = hour.astimezone(zone)
    return local.weekday(), local.hour
