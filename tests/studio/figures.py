"""Folders of figures that screens have released, for the page of visits."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.usage.month_figures import empty_month, extended, month_id, write_month
from kiosk.usage.released_figures import month_of
from kiosk.usage.usage_store import Cell

ZONE = ZoneInfo("Europe/Stockholm")
OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)


def write_months(folder, screen, visits, *months):
    """Write a month's file for each of `months`, with as many visits on every day of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in months:
        month, over = month_id(first), month_of(first).last + timedelta(days=1)
        figures = extended(empty_month(screen, month), list(_cells(screen, visits, first)), ZONE, over)
        (folder / f"{screen}-{month}.json").write_bytes(write_month(figures))
    return folder


def _cells(screen, visits, first):
    for day in range(1, month_of(first).last.day + 1):
        at = datetime(first.year, first.month, day, 9, tzinfo=UTC)
        yield Cell(screen, at, "running", "screen", 3600)
        for kind, value, count in (
            ("visit", "begun", visits),
            ("language", "sv", visits),
            ("none free", "housing", visits // 2),
            ("topic", "housing", visits),
            ("face", "5", visits),
            ("face", "2", visits),
        ):
            if count:
                yield Cell(screen, at, kind, value, count)
