"""Figures that may leave a screen: never a count below five, not even as the difference between two answers.

Each event has one kind, and is counted in at most one released cell: that of its day, otherwise that of the
rest of its week, otherwise that of the rest of its month. Every answer is a sum of such cells, and so is the
difference between two answers. Each part of a rest is known to be below five, so a rest is released only if
each part could still have at least three values. A period is released only once it is over, because released
figures never change. A screen's newest day never counts as over, since its counts may be a copy that was made
on that day.

Weeks end with their month. Days are those of the office's time zone. There are three more rules:

- Kinds of events never contain one another: finding a free time, finding none, and not being told whether
  there is one are three kinds. Pages are left out where another kind counts the same thing.
- Only topics are exact. Other counts of the same visitors (visits, languages, codes, requests for a person)
  are rounded to multiples of five, so that subtracting one from another reveals nobody.
- Opinions are released per month, as good or other. The times when visits began are released per month,
  weekday and hour, as "at least 5, 10, 20 …", and only where that hides each day that is not released.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from kiosk.frozen import frozen
from kiosk.usage.play_time import RUNNING, SLIDE
from kiosk.usage.usage_store import Cell

MIN_COUNT = 5
"""Smaller counts are never released: someone could recognise the visitors."""

SIZES = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""The lower bounds that may be released for an hour."""

SHORTEST_S = 30
"""Slides that were on for less time in a day are left out."""

ROUNDED = frozenset({"visit", "language", "qr", "person", "answer"})
"""Kinds whose events contain those of another kind, or are contained in them."""

TIMED = ("visit", "none free")
"""Kinds whose hours are released."""

Events: TypeAlias = dict[tuple[str, str], Counter[date]]
"""How often each event, a kind and a value, happened on each day."""


class Days(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def holds(self, other: Days) -> bool:
        """Return whether all days of `other` are among these."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, order=True)
class ReleasedCell:
    """How often something happened at a screen on some days, which may be the rest of a week or month."""

    screen: str
    kind: str
    value: str
    first: date
    last: date
    count: int

    @property
    def days(self) -> Days:
        """The first and the last of its days."""
        return Days(self.first, self.last)


@dataclass(frozen=True, order=True)
class BusyHour:
    """A lower bound of how often something happened in one hour of a weekday (0 is Monday), over a month."""

    screen: str
    kind: str
    first: date
    last: date
    weekday: int
    hour: int
    at_least: int


@dataclass(frozen=True, order=True)
class DayOfScreen:
    """The minutes for which a slide was seen on a day or, without a slide, for which the screen ran."""

    screen: str
    day: date
    slide: str
    minutes: int


@frozen
class Released:
    """All released figures of some screens."""

    cells: tuple[ReleasedCell, ...] = ()
    hours: tuple[BusyHour, ...] = ()
    days: tuple[DayOfScreen, ...] = ()
    known_until: date | None = None
    """The last day that is complete; None if that is the last day on which a screen ran."""


def release(cells: Iterable[Cell], zone: ZoneInfo, today: date) -> Released:
    """Return the figures of some screens that may be released for periods that end before `today`."""
    of_screens: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        of_screens[cell.screen].append(cell)
    released = []
    for screen, own in of_screens.items():
        over = min(today, max(cell.hour.astimezone(zone).date() for cell in own))
        released.append(release_screen(screen, own, zone, over))
    return merged(released)


def release_screen(
    screen: str, cells: Iterable[Cell], zone: ZoneInfo, over: date, settled: Collection[ReleasedCell] = ()
) -> Released:
    """Return the figures of one screen that may be released for periods that end before `over`.

    `settled` are the cells released earlier. Their periods are in no other cell, even if counts have been
    added or deleted since.
    """
    own = [cell for cell in cells if cell.hour.astimezone(zone).date() < over]
    events = _by_event(own, zone)
    return Released(
        tuple(sorted(_cells(screen, events, over, settled))),
        tuple(sorted(_busy_hours(screen, own, events, zone, over))),
        tuple(sorted(_days(own, zone))),
    )


def merged(parts: Collection[Released]) -> Released:
    """Return the figures of several screens or months as one."""
    return Released(
        tuple(sorted(cell for each in parts for cell in each.cells)),
        tuple(sorted(hour for each in parts for hour in each.hours)),
        tuple(sorted(day for each in parts for day in each.days)),
        max((each.known_until for each in parts if each.known_until), default=None),
    )


def week_of(day: date) -> Days:
    """Return the week of a day, cut off at the start and end of the month."""
    monday = day - timedelta(days=day.weekday())
    month = month_of(day)
    return Days(max(monday, month.first), min(monday + timedelta(days=6), month.last))


def month_of(day: date) -> Days:
    """Return the month of a day."""
    first = day.replace(day=1)
    return Days(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _cells(
    screen: str, events: Events, today: date, settled: Collection[ReleasedCell]
) -> Iterator[ReleasedCell]:
    visited = {day for days in events.values() for day in days}
    before: dict[tuple[str, str], set[Days]] = defaultdict(set)
    for cell in settled:
        before[cell.kind, cell.value].add(cell.days)
    for (kind, value), counts in events.items():
        for days, count in _parts(kind, counts, visited, today, before[kind, value]):
            shown = _rounded(count) if kind in ROUNDED else count
            yield ReleasedCell(screen, kind, value, *days, shown)


def _rounded(count: int) -> int:
    return (count + MIN_COUNT // 2) // MIN_COUNT * MIN_COUNT


def _by_event(cells: Iterable[Cell], zone: ZoneInfo) -> Events:
    """Return how often each event happened on each day, in kinds that do not contain one another."""
    events: Events = defaultdict(Counter)
    for cell in cells:
        event = _event(cell.kind, cell.value)
        if event:
            events[event][cell.hour.astimezone(zone).date()] += cell.count
    for kind, value in list(events):
        if kind == "time free":  # so far, this includes everybody who asked
            for other in ("none free", "times unknown"):
                events[kind, value] = events[kind, value] - events.get((other, value), Counter())
    return events


def _event(kind: str, value: str) -> tuple[str, str] | None:
    if kind == "face":
        return "opinion", "good" if value in {"4", "5"} else "other"
    if kind == "page":
        return ("person", "asked for") if value == "person" else None
    if kind == "topic":
        return "time free", value
    known = {"visit", "language", "none free", "times unknown", "qr", "answer"}
    return (kind, value) if kind in known else None


def _parts(
    kind: str, counts: Counter[date], visited: Collection[date], today: date, settled: Collection[Days]
) -> Iterator[tuple[Days, int]]:
    """Yield the days whose counts are released as one sum, and that sum."""
    for month in sorted({month_of(day) for day in visited}):
        days = sorted(day for day in visited if day in month)
        if kind == "opinion":
            total = sum(counts[day] for day in days)
            parts = [(month, total)] if total >= MIN_COUNT else []
        else:
            parts = list(_parts_of_month(counts, days, month, settled))
        yield from (part for part in parts if part[0].last < today and part[0] not in settled)


def _parts_of_month(
    counts: Counter[date], days: Iterable[date], month: Days, settled: Collection[Days]
) -> Iterator[tuple[Days, int]]:
    weeks: dict[Days, list[int]] = defaultdict(list)
    for day in days:
        if Days(day, day) in settled or week_of(day) in settled:
            continue
        if counts[day] >= MIN_COUNT:
            yield Days(day, day), counts[day]
        else:
            weeks[week_of(day)].append(counts[day])
    hidden = []
    for week, small in weeks.items():
        if _hides_parts(sum(small), len(small)):
            yield week, sum(small)
        else:
            hidden.append(sum(small))
    if _hides_parts(sum(hidden), len(hidden)):
        yield month, sum(hidden)


def _hides_parts(total: int, parts: int) -> bool:
    """Return whether a sum of parts below five may be released: each part could still have three values."""
    return MIN_COUNT <= total <= (MIN_COUNT - 1) * parts - 2


def _busy_hours(
    screen: str, cells: Iterable[Cell], events: Events, zone: ZoneInfo, today: date
) -> Iterator[BusyHour]:
    counts: Counter[tuple[str, Days, int, int]] = Counter()
    for cell in cells:
        local = cell.hour.astimezone(zone)
        month = month_of(local.date())
        if cell.kind in TIMED and month.last < today:
            counts[cell.kind, month, local.weekday(), local.hour] += cell.count
    visited = {day for days in events.values() for day in days}
    for kind, month, weekday in sorted({key[:3] for key in counts}):
        sizes = {
            hour: _size(counts[kind, month, weekday, hour])
            for hour in range(24)
            if counts[kind, month, weekday, hour] >= MIN_COUNT
        }
        days = [day for day in visited if day in month and day.weekday() == weekday]
        at_least, at_most = sum(sizes.values()), sum(_largest(size) for size in sizes.values())
        if _hides_days(at_least, at_most, [events[each] for each in events if each[0] == kind], days):
            for hour, size in sizes.items():
                yield BusyHour(screen, kind, *month, weekday, hour, size)


def _size(count: int) -> int:
    return max(size for size in SIZES if size <= count)


def _largest(size: int) -> int:
    """Return the largest count with the same lower bound; infinity after the last bound."""
    return next((each - 1 for each in SIZES if each > size), 1_000_000)


def _hides_days(at_least: int, at_most: int, events: Iterable[Counter[date]], days: Collection[date]) -> bool:
    """Return whether these bounds for the sum of some days leave the hidden days at least three values."""
    day_counts = [counts[day] for counts in events for day in days]
    shown = sum(count for count in day_counts if count >= MIN_COUNT)
    hidden = sum(count < MIN_COUNT for count in day_counts)
    return at_least - shown <= max(0, (MIN_COUNT - 1) * hidden - 2) and (not hidden or at_most > shown + 1)


def _days(cells: Iterable[Cell], zone: ZoneInfo) -> Iterator[DayOfScreen]:
    seconds: Counter[tuple[str, date, str]] = Counter()
    for cell in cells:
        if cell.kind in {SLIDE, RUNNING}:
            slide = cell.value if cell.kind == SLIDE else ""
            seconds[cell.screen, cell.hour.astimezone(zone).date(), slide] += cell.count
    yield from (DayOfScreen(*key, round(count / 60)) for key, count in seconds.items() if count >= SHORTEST_S)
