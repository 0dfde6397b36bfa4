"""The figures of a report as files: released months and counts, and what could not be read.

The same month or count found twice counts once. `kiosk report` and the Studio read through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.feed.message_catalog import of_error, tr
from kiosk.frozen import frozen
from kiosk.usage.counts_file import UsageError, read_counts
from kiosk.usage.figure_archive import file_name
from kiosk.usage.month_figures import MAX_BYTES, FiguresError, MonthFigures, read_month
from kiosk.usage.released_figures import Released, merged, release
from kiosk.usage.usage_store import Cell

MONTH_FILES = ".json"
COUNTS_FILES = ".sqlite"
MOST_ENTRIES = 100_000
"""A folder with more files and folders in it is not one of figures: somebody chose a whole disk."""


class FigureSourcesError(ValueError):
    """Figures that no report can be written from."""


@frozen
class UnreadFigures:
    """Something that could not be read: the name of the file, or the screen and month; and why not."""

    name: str
    why: str


@dataclass
class FigureSources:
    """What was read: counts, and months that screens released; and what could not be read."""

    cells: dict[tuple[str, datetime, str, str], Cell] = field(default_factory=dict)
    months: dict[tuple[str, str], MonthFigures] = field(default_factory=dict)
    expected: set[str] = field(default_factory=set)
    left_out: list[UnreadFigures] = field(default_factory=list)

    def add_month(self, month: MonthFigures) -> None:
        """Add a month; of two copies the later one counts."""
        key = month.screen, month.month
        self.months[key] = max(month, self.months.get(key, month), key=lambda each: each.until)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read counts files, released months, and folders of either; raises `FigureSourcesError`."""
        for path in _files(paths):
            try:
                if path.suffix == MONTH_FILES:
                    self.add_month(_read_month_file(path))
                else:
                    self._add_counts(path)
            except (FigureSourcesError, UsageError) as bad:
                self.left_out.append(UnreadFigures(path.name, of_error(bad)))
            except OSError as bad:
                self.left_out.append(UnreadFigures(path.name, f"{path}: {bad.strerror}"))

    def _add_counts(self, path: Path) -> None:
        for cell in tuple(read_counts(path)):
            key = cell.screen, cell.hour, cell.kind, cell.value
            self.cells[key] = max(cell, self.cells.get(key, cell))  # the newer of two copies counts

    def released(self, zone: ZoneInfo, today: date) -> Released:
        """Return all that is released; raises `FigureSourcesError` if there is nothing, or anything twice."""
        if not self.cells and not self.months:
            raise FigureSourcesError(tr("there are no figures of this period; nothing was written"))
        both = {cell.screen for cell in self.cells.values()} & {screen for screen, _ in self.months}
        if both:
            raise FigureSourcesError(
                tr(
                    "there are both counts and released months of {screens}, which would count twice; "
                    "leave one of them out",
                    screens=sorted(both),
                )
            )
        return merged(
            [release(self.cells.values(), zone, today), *(m.released for m in self.months.values())]
        )


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    found: dict[Path, Path] = {}
    for path in paths:
        for each in _inside(path) if path.is_dir() else (path,):
            found.setdefault(each.resolve(), each)
    return iter(found.values())


def _inside(folder: Path) -> list[Path]:
    """Return the files of figures in a folder, sorted."""
    entries = list(islice(folder.rglob("*"), MOST_ENTRIES + 1))
    if len(entries) > MOST_ENTRIES:
        raise FigureSourcesError(
            tr(
                "{folder} holds more than {most} files; choose the folder of the figures only",
                folder=str(folder),
                most=MOST_ENTRIES,
            )
        )
    return sorted(each for each in entries if each.suffix in {MONTH_FILES, COUNTS_FILES})


def _read_month_file(path: Path) -> MonthFigures:
    """Read a month; its name counts, since a screen can write to the drop under its own name only."""
    try:
        with path.open("rb") as file:
            month = read_month(file.read(MAX_BYTES + 1))
    except FiguresError as bad:
        why = tr("{file} holds no month of a screen: {reason}", file=str(path), reason=str(bad))
        raise FigureSourcesError(why) from bad
    expected = file_name(month.screen, month.month)
    if path.name != expected:
        raise FigureSourcesError(
            tr("{file} holds a month that belongs in {expected}", file=str(path), expected=expected)
        )
    return month
