"""The figures of some screens in a period: sums of released cells, and the days without any figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from functools import cached_property

from kiosk.frozen import frozen
from kiosk.usage.month_figures import month_id
from kiosk.usage.released_figures import Days, Released, ReleasedCell, month_of


@frozen
class Asked:
    """The number of visitors who asked for a topic, by whether a time was free; only released counts."""

    free: int = 0
    none_free: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """The number of visitors who asked."""
        return self.free + self.none_free + self.unknown

    @property
    def known(self) -> int:
        """The number for whom it is known whether a time was free."""
        return self.free + self.none_free

    def __add__(self, other: Asked) -> Asked:
        return Asked(self.free + other.free, self.none_free + other.none_free, self.unknown + other.unknown)


@frozen
class PeriodFigures:
    """The figures of `screens` in a period; all are sums of released counts."""

    released: Released
    period: Days
    screens: tuple[str, ...]

    @cached_property
    def cells(self) -> tuple[ReleasedCell, ...]:
        """The released cells of the period."""
        return tuple(
            cell
            for cell in self.released.cells
            if cell.screen in self.screens and self.period.holds(cell.days)
        )

    def of(self, *screens: str) -> PeriodFigures:
        """Return the figures of these screens only."""
        return PeriodFigures(self.released, self.period, screens)

    def during(self, period: Days) -> PeriodFigures:
        """Return the figures of the same screens in another period."""
        return PeriodFigures(self.released, period, self.screens)

    def total(self, kind: str, value: str | None = None) -> int:
        """Return how often something happened."""
        return sum(cell.count for cell in self.cells if cell.kind == kind and value in {None, cell.value})

    def by_value(self, kind: str) -> dict[str, int]:
        """Return the counts of a kind by value, the most frequent first."""
        counter: Counter[str] = Counter()
        for cell in self.cells:
            if cell.kind == kind:
                counter[cell.value] += cell.count
        return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))

    def asked(self) -> dict[str, Asked]:
        """Return the number of visitors who asked for each topic, the most frequent first."""
        free, none, unknown = (self.by_value(kind) for kind in ("time free", "none free", "times unknown"))
        topics = {*free, *none, *unknown}
        asked = {
            topic: Asked(free.get(topic, 0), none.get(topic, 0), unknown.get(topic, 0)) for topic in topics
        }
        return dict(sorted(asked.items(), key=lambda item: (-item[1].total, item[0])))

    def hours(self, kind: str) -> dict[tuple[int, int], int]:
        """Return lower bounds of how often something happened, by weekday and hour, over whole months."""
        counter: Counter[tuple[int, int]] = Counter()
        for busy in self.released.hours:
            is_included = busy.screen in self.screens and self.period.holds(Days(busy.first, busy.last))
            if is_included and busy.kind == kind:
                counter[busy.weekday, busy.hour] += busy.at_least
        return dict(counter)

    def slide_minutes(self) -> dict[str, int]:
        """Return the minutes for which each slide was seen, the longest first."""
        counter: Counter[str] = Counter()
        for day in self.released.days:
            if day.slide and day.screen in self.screens and day.day in self.period:
                counter[day.slide] += day.minutes
        return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))

    def running(self) -> dict[str, frozenset[date]]:
        """Return the days on which each screen ran; screens without such figures are left out.

        Older versions did not count the running time. A screen is assumed to have run on every day from its
        first count until its running time was first counted.
        """
        days: dict[str, set[date]] = defaultdict(set)
        for day in self.released.days:
            if not day.slide and day.screen in self.screens:
                days[day.screen].add(day.day)
        for screen, dates in days.items():
            dates.update(self._days_before(screen, min(dates)))
        return {
            screen: frozenset(day for day in dates if day in self.period) for screen, dates in days.items()
        }

    def _days_before(self, screen: str, first: date) -> tuple[date, ...]:
        """Return the days from a screen's first count until the first day with a known running time."""
        yesterday = first - timedelta(days=1)
        before = [cell for cell in self.released.cells if cell.screen == screen and cell.last < first]
        return days_of(Days(min(cell.first for cell in before), yesterday)) if before else ()

    def minutes_run(self) -> dict[str, int]:
        """Return the minutes for which each screen ran, as far as they are known."""
        counter: Counter[str] = Counter()
        for day in self.released.days:
            if not day.slide and day.screen in self.screens and day.day in self.period:
                counter[day.screen] += day.minutes
        return dict(sorted(counter.items()))

    @property
    def known_days(self) -> tuple[date, ...]:
        """The days of the period for which it is known which screens ran."""
        ran = [day.day for day in self.released.days if not day.slide]
        newest = self.released.known_until or max(ran, default=self.period.last)
        return tuple(day for day in days_of(self.period) if day <= newest)

    def gaps(self) -> dict[str, tuple[date, ...]]:
        """Return the days of the period without figures of each screen, because it did not run."""
        ran = self.running()
        return {screen: tuple(day for day in self.known_days if day not in ran[screen]) for screen in ran}

    @property
    def screen_days(self) -> int:
        """The sum of the screens' days with figures; all known days for a screen without a running time."""
        ran = self.running()
        return sum(
            len(ran.get(screen, frozenset(self.known_days))) for screen in self.screens if self._knows(screen)
        )

    def _knows(self, screen: str) -> bool:
        return any(cell.screen == screen for cell in self.cells) or bool(self.running().get(screen))


def figures_of(released: Released, period: Days, screens: Collection[str] = ()) -> PeriodFigures:
    """Return the figures of a period: for these screens, or for all that have any figures."""
    known = {cell.screen for cell in released.cells} | {day.screen for day in released.days}
    return PeriodFigures(released, period, tuple(sorted(screens or known)))


def days_of(period: Days) -> tuple[date, ...]:
    """Return each day of a period."""
    count = (period.last - period.first).days + 1
    return tuple(period.first + timedelta(days=number) for number in range(count))


def compared_months(period: Days) -> tuple[str, ...]:
    """Return the months, such as 2026-11, of a period and of the periods that it is compared with."""
    periods = (period, period_before(period), same_period_last_year(period))
    return tuple(sorted({month_id(day) for each in periods for day in days_of(each)}))


def period_before(period: Days) -> Days:
    """Return the period before: the same number of months for whole months, otherwise of days."""
    last = period.first - timedelta(days=1)
    months = _months(period)
    if months is None:
        return Days(period.first - (period.last - period.first) - timedelta(days=1), last)
    return Days(_months_earlier(period.first, months), last)


def same_period_last_year(period: Days) -> Days:
    """Return the same months of last year, or the same days of the week, 52 weeks earlier."""
    if _months(period) is None:
        year = timedelta(weeks=52)
        return Days(period.first - year, period.last - year)
    return Days(
        _months_earlier(period.first, 12), month_of(_months_earlier(period.last.replace(day=1), 12)).last
    )


def _months(period: Days) -> int | None:
    """Return the number of months in a period, or None if it begins or ends within a month."""
    if period.first.day != 1 or month_of(period.last).last != period.last:
        return None
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _months_earlier(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
