"""Where the figures of a report come from: counts files, released months, the broker, or made up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli import output

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from kiosk.feed.models import Feed
    from kiosk.fleet.fleet_client import FleetSettings
    from kiosk.usage.month_figures import MonthFigures
    from kiosk.usage.released_figures import Days, Released
    from kiosk.usage.usage_store import Cell

MONTH_FILES = ".json"


@dataclass
class FigureSources:
    """What was read: counts, and months that screens released; and what could not be read."""

    cells: dict[tuple[str, datetime, str, str], Cell] = field(default_factory=dict)
    months: dict[tuple[str, str], MonthFigures] = field(default_factory=dict)
    expected: set[str] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)

    def leave_out(self, why: str) -> None:
        """Note what cannot be read, and print it."""
        self.left_out.append(why)
        output.echo(f"left out: {why}", err=True)

    def add_month(self, month: MonthFigures) -> None:
        """Add a month; of two copies the later one counts."""
        key = month.screen, month.month
        self.months[key] = max(month, self.months.get(key, month), key=lambda each: each.until)

    def released(self, zone: ZoneInfo) -> Released:
        """Return all that is released; fails where a screen has both counts and released months."""
        from kiosk.usage.released_figures import merged, release

        both = {cell.screen for cell in self.cells.values()} & {screen for screen, _ in self.months}
        if both:
            output.fail(
                f"there are both counts and released months of {', '.join(sorted(both))}, which would count "
                "twice; leave one of them out"
            )
        today = datetime.now(UTC).astimezone(zone).date()
        return merged(
            [release(self.cells.values(), zone, today), *(m.released for m in self.months.values())]
        )


def gather(paths: Collection[Path], settings: FleetSettings | None, period: Days) -> FigureSources:
    """Read files, and the broker of some settings; raises `MqttError`, and fails if nothing can be read."""
    sources = FigureSources()
    if paths:
        _read_files(paths, sources)
    if settings:
        _read_fleet(settings, period, sources)
    if not sources.cells and not sources.months:
        output.fail("there are no figures of this period; nothing was written")
    return sources


def _read_files(paths: Iterable[Path], sources: FigureSources) -> None:
    """Read counts files, released months, and folders of either."""
    for path in _files(paths):
        try:
            if path.suffix == MONTH_FILES:
                _read_month_file(path, sources)
            else:
                _read_counts_file(path, sources)
        except ValueError as bad:
            sources.leave_out(str(bad))
        except OSError as bad:
            sources.leave_out(f"{path}: {bad.strerror}")


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    found: dict[Path, Path] = {}
    for path in paths:
        inside = (each for each in sorted(path.rglob("*")) if each.suffix in {MONTH_FILES, ".sqlite"})
        for each in inside if path.is_dir() else (path,):
            found.setdefault(each.resolve(), each)
    return iter(found.values())


def _read_month_file(path: Path, sources: FigureSources) -> None:
    """Read a month; its name counts, since a screen can write to the drop under its own name only."""
    from kiosk.usage.figure_archive import file_name
    from kiosk.usage.month_figures import MAX_BYTES, read_month

    try:
        with path.open("rb") as file:
            month = read_month(file.read(MAX_BYTES + 1))
    except ValueError as bad:
        raise ValueError(f"{path} holds no month of a screen: {bad}") from bad
    expected = file_name(month.screen, month.month)
    if path.name != expected:
        raise ValueError(f"{path} holds a month that belongs in {expected}")
    sources.add_month(month)


def _read_counts_file(path: Path, sources: FigureSources) -> None:
    from kiosk.usage.counts_file import UsageError, read_counts

    try:
        for cell in tuple(read_counts(path)):
            key = cell.screen, cell.hour, cell.kind, cell.value
            sources.cells[key] = max(cell, sources.cells.get(key, cell))  # the newer of two copies counts
    except UsageError as bad:
        raise ValueError(str(bad)) from bad


def _read_fleet(settings: FleetSettings, period: Days, sources: FigureSources) -> None:
    """Read the months of a period, and of those that it is compared with, from the broker."""
    from kiosk.fleet.fleet_figures import collect_figures
    from kiosk.usage.period_figures import compared_months

    found = collect_figures(settings, compared_months(period))
    sources.expected |= found.screens
    _read_documents(found.documents, sources)


def _read_documents(documents: Mapping[tuple[str, str], bytes], sources: FigureSources) -> None:
    """Read what the broker has; a device speaks only for itself, and of the month that the topic names."""
    from kiosk.usage.month_figures import FiguresError, read_month, unpacked

    for (screen, month), payload in sorted(documents.items()):
        try:
            read = read_month(unpacked(payload))
        except FiguresError as bad:
            sources.leave_out(f"{screen}, {month}: {bad}")
            continue
        if (read.screen, read.month) == (screen, month):
            sources.add_month(read)
        else:
            sources.leave_out(f"{screen}, {month}: it is of another screen or month")


def make_up(feed: Feed, zone: ZoneInfo, period: Days) -> Released:
    """Return figures that are made up, of a period and a year before."""
    from datetime import timedelta

    from kiosk.usage.made_up_counts import made_up_counts
    from kiosk.usage.period_figures import same_period_last_year
    from kiosk.usage.released_figures import Days, release

    whole = Days(same_period_last_year(period).first, period.last + timedelta(days=7))  # its end is over, too
    return release(made_up_counts(feed, whole), zone, period.last + timedelta(days=1))
