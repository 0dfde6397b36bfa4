"""The files that a report is computed from: released months and counts, and those that could not be read.

A month or a count that is found twice is used once. `kiosk report` and the Studio read through this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.feed.message_catalog import error_message, tr
from kiosk.frozen import frozen
from kiosk.usage.counts_file import UsageError, read_counts
from kiosk.usage.figure_archive import file_name
from kiosk.usage.month_figures import MAX_BYTES, FiguresError, MonthFigures, read_month
from kiosk.usage.released_figures import Released, merged, release
from kiosk.usage.usage_store import Cell

MONTH_FILES = ".json"
COUNTS_FILES = ".sqlite"
MAX_ENTRIES = 100_000
"""A folder with more files and folders cannot be a folder of figures: somebody chose a whole disk."""


class FigureSourcesError(ValueError):
    """No report can be written from the given figures."""


@frozen
class UnreadFigures:
    """Figures that could not be read: the file name, or the screen and month, and the reason."""

    name: str
    why: str


@dataclass
class FigureSources:
    """The counts and released months that were read, and those that could not be read."""

    cells: dict[tuple[str, datetime, str, str], Cell] = field(default_factory=dict)
    months: dict[tuple[str, str], MonthFigures] = field(default_factory=dict)
    expected: set[str] = field(default_factory=set)
    left_out: list[UnreadFigures] = field(default_factory=list)

    def add_month(self, month: MonthFigures) -> None:
        """Add a month; of two copies, the later one is used."""
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
                self.left_out.append(UnreadFigures(path.name, error_message(bad)))
            except OSError as bad:
                self.left_out.append(UnreadFigures(path.name, f"{path}: {bad.strerror}"))

    def _add_counts(self, path: Path) -> None:
        for cell in tuple(read_counts(path)):
            key = cell.screen, cell.hour, cell.kind, cell.value
            self.cells[key] = max(cell, self.cells.get(key, cell))  # of two copies, the newer one

    def released(self, zone: ZoneInfo, today: date) -> Released:
        """Return all released figures; raises `FigureSourcesError` if there are none, or any twice."""
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
    files: dict[Path, Path] = {}
    for path in paths:
        for file in _inside(path) if path.is_dir() else (path,):
            files.setdefault(file.resolve(), file)
    return iter(files.values())


def _inside(folder: Path) -> list[Path]:
    """Return the figure files in a folder, sorted."""
    entries = list(islice(folder.rglob("*"), MAX_ENTRIES + 1))
    if len(entries) > MAX_ENTRIES:
        raise FigureSourcesError(
            tr(
                "{folder} contains more than {most} files; choose the folder that contains only figures",
                folder=str(folder),
                most=MAX_ENTRIES,
            )
        )
    return sorted(each for each in entries if each.suffix in {MONTH_FILES, COUNTS_FILES})


def _read_month_file(path: Path) -> MonthFigures:
    """Read a month; its file name must match, since a screen can write only its own files to the drop."""
    try:
        with path.open("rb") as file:
            month = read_month(file.read(MAX_BYTES + 1))
    except FiguresError as bad:
        why = tr("{file} does not contain a month of a screen: {reason}", file=str(path), reason=str(bad))
        raise FigureSourcesError(why) from bad
    expected = file_name(month.screen, month.month)
    if path.name != expected:
        raise FigureSourcesError(
            tr("{file} holds a month that belongs in {expected}", file=str(path), expected=expected)
        )
    return month
