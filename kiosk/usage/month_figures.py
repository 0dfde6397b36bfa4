"""The protected figures of one month of a screen: the document that leaves the screen.

A document grows during its month: each day, each week and the month itself is added once, when it is over,
and never changes. So there is only one answer for each period, whenever and however often it is requested. A
document comes from a device that may be broken or compromised: every value in it must be one that a screen is
allowed to release.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import field, replace
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from kiosk.feed.printable import safe_line
from kiosk.frozen import frozen
from kiosk.usage.released_figures import (
    MIN_COUNT,
    ROUNDED,
    SIZES,
    TIMED,
    BusyHour,
    DayOfScreen,
    Days,
    Released,
    ReleasedCell,
    month_of,
    release_screen,
    week_of,
)
from kiosk.usage.usage_store import Cell

MAX_BYTES = 4 << 20
"""The maximum size of a document, uncompressed."""

MAX_COUNT = 10_000_000
MAX_VALUE = 130  # characters: two ids and what is between them
MAX_MINUTES = 25 * 60
MAX_SHOWN = 200  # characters

KINDS = {"visit", "language", "time free", "none free", "times unknown", "qr", "person", "opinion", "answer"}
_SCREEN = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])", re.ASCII)


class FiguresError(ValueError):
    """A document is not one that a screen may release."""


@frozen(kw_only=True)
class MonthFigures:
    """The figures that one screen has released for a month: all periods that end before `until`."""

    format: Literal["infodisk-month-1"] = "infodisk-month-1"
    screen: str
    month: str
    until: date
    figures: Released = field(default_factory=Released)

    @property
    def days(self) -> Days:
        """The first and the last day of the month."""
        return month_of(date.fromisoformat(f"{self.month}-01"))

    @property
    def released(self) -> Released:
        """Its figures, with the last day that they cover."""
        return replace(self.figures, known_until=self.until - timedelta(days=1))

    @property
    def is_over(self) -> bool:
        """Whether the whole month has been released."""
        return self.until > self.days.last


def month_id(day: date) -> str:
    """Return the month of a day, such as 2026-11."""
    return f"{day:%Y-%m}"


def empty_month(screen: str, month: str) -> MonthFigures:
    """Return a month for which nothing has been released yet."""
    return MonthFigures(screen=screen, month=month, until=date.fromisoformat(f"{month}-01"))


def extended(old: MonthFigures, cells: Iterable[Cell], zone: ZoneInfo, over: date) -> MonthFigures:
    """Return the month with the periods added that have ended since, before `over`; the rest is unchanged."""
    until = min(over, old.days.last + timedelta(days=1))
    if until <= old.until:
        return old
    released = release_screen(old.screen, cells, zone, over, old.figures.cells)

    def is_new(days: Days) -> bool:
        return old.days.holds(days) and old.until <= days.last < until

    figures = Released(
        (*old.figures.cells, *(cell for cell in released.cells if is_new(cell.days))),
        (*old.figures.hours, *(hour for hour in released.hours if is_new(Days(hour.first, hour.last)))),
        (*old.figures.days, *(day for day in released.days if is_new(Days(day.day, day.day)))),
    )
    return replace(old, until=until, figures=figures)


def write_month(month: MonthFigures) -> bytes:
    """Return a document as JSON."""
    return msgspec.json.encode(month)


def packed(document: bytes) -> bytes:
    """Return a document compressed for sending."""
    return zlib.compress(document, 9)


def unpacked(data: bytes) -> bytes:
    """Return the document in compressed data; raises `FiguresError`."""
    unpacker = zlib.decompressobj()
    try:
        document = unpacker.decompress(data, MAX_BYTES)
    except zlib.error as bad:
        raise FiguresError(f"it is not compressed as expected: {bad}") from bad
    if not unpacker.eof:
        raise FiguresError(f"it is cut off, or larger than {MAX_BYTES} bytes")
    return document


def read_month(document: bytes) -> MonthFigures:
    """Return the figures in a document; raises `FiguresError` unless a screen may release all of them."""
    if len(document) > MAX_BYTES:
        raise FiguresError(f"{len(document)} bytes, more than {MAX_BYTES}")
    try:
        month = msgspec.json.decode(document, type=MonthFigures)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as bad:
        raise FiguresError(f"it holds no figures of a screen: {safe_line(bad, MAX_SHOWN)}") from bad
    if not (_SCREEN.fullmatch(month.screen) and _MONTH.fullmatch(month.month)):
        raise FiguresError(f"not a screen and a month: {safe_line((month.screen, month.month), MAX_SHOWN)}")
    if not month.days.first <= month.until <= month.days.last + timedelta(days=1):
        raise FiguresError(f"it ends on {month.until}, outside of its month")
    if month.figures.known_until:
        raise FiguresError("it has a 'known_until' besides its 'until'")
    for wrong in _invalid_figures(month):
        raise FiguresError(f"a figure that no screen releases: {safe_line(wrong, MAX_SHOWN)}")
    return month


def _invalid_figures(month: MonthFigures) -> Iterator[object]:
    """Yield each figure that is impossible or repeated."""
    names: set[Hashable] = set()
    for cell in month.figures.cells:
        if not _may_be_cell(cell, month) or _is_repeated((cell.kind, cell.value, cell.days), names):
            yield cell
    for hour in month.figures.hours:
        if not _may_be_hour(hour, month) or _is_repeated((hour.kind, hour.weekday, hour.hour), names):
            yield hour
    for day in month.figures.days:
        if not _may_be_day(day, month) or _is_repeated((day.day, day.slide), names):
            yield day


def _is_repeated(name: Hashable, names: set[Hashable]) -> bool:
    known = name in names
    names.add(name)
    return known


def _may_be_cell(cell: ReleasedCell, of: MonthFigures) -> bool:
    shorter = () if cell.kind == "opinion" else (Days(cell.last, cell.last), week_of(cell.last))
    return (
        cell.screen == of.screen
        and cell.kind in KINDS
        and (cell.kind != "opinion" or cell.value in {"good", "other"})
        and _is_value(cell.value)
        and cell.days in {*shorter, of.days}
        and of.days.holds(cell.days)
        and cell.last < of.until
        and MIN_COUNT <= cell.count <= MAX_COUNT
        and (cell.kind not in ROUNDED or cell.count % MIN_COUNT == 0)
    )


def _may_be_hour(hour: BusyHour, of: MonthFigures) -> bool:
    return (
        hour.screen == of.screen
        and hour.kind in TIMED
        and Days(hour.first, hour.last) == of.days
        and of.is_over
        and hour.weekday in range(7)
        and hour.hour in range(24)
        and hour.at_least in SIZES
    )


def _may_be_day(day: DayOfScreen, of: MonthFigures) -> bool:
    is_within = day.day in of.days and day.day < of.until
    return day.screen == of.screen and is_within and _is_value(day.slide) and 0 <= day.minutes <= MAX_MINUTES


def _is_value(value: str) -> bool:
    return len(value) <= MAX_VALUE and value.isprintable()
