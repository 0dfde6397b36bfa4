"""The released months on a device: settled once, kept after the counts are gone, closed when damaged."""

import sqlite3
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.usage.figure_archive import MONTHS_KEPT, FigureArchive
from kiosk.usage.month_figures import read_month
from kiosk.usage.usage_store import CountedEvent, UsageStore, hour_of

ZONE = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def store(tmp_path):
    made = UsageStore(tmp_path / "counts.sqlite", "torget")
    yield made
    made.close()


@pytest.fixture
def archive(tmp_path):
    return FigureArchive(tmp_path / "figures", "torget")


def count(store, *day, number, hour=10):
    moment = datetime(*day, hour, tzinfo=UTC)
    store.add({CountedEvent(hour_of(moment), "times unknown", "housing"): number})


def settle(archive, store, today):
    """Settle until nothing changes."""
    before = None
    while before != archive.versions:
        before = archive.versions
        archive.settle(store, ZONE, today)


def figures(archive, month):
    cells = read_month(archive.document(month)).figures.cells
    return {(each.first.day, each.last.day): each.count for each in cells}


def test_a_day_is_released_once_it_is_over(store, archive):
    count(store, 2026, 11, 24, number=7)
    settle(archive, store, date(2026, 11, 25))
    assert figures(archive, "2026-11") == {}  # the newest day may still be counted
    count(store, 2026, 11, 25, number=6)
    settle(archive, store, date(2026, 11, 25))
    assert figures(archive, "2026-11") == {(24, 24): 7}


def test_a_month_is_over_at_midnight_of_the_office(store, archive):
    count(store, 2026, 11, 30, number=7, hour=23)  # the first of December in Stockholm
    count(store, 2026, 12, 2, number=1)
    settle(archive, store, date(2026, 12, 2))
    assert archive.versions.keys() == {"2026-12"}
    assert figures(archive, "2026-12") == {(1, 1): 7}


def test_what_was_released_outlives_the_counts_and_the_program(store, archive, tmp_path):
    count(store, 2026, 11, 24, number=7)
    count(store, 2026, 12, 2, number=1)
    settle(archive, store, date(2026, 12, 2))
    released = archive.document("2026-11")
    store.forget(datetime(2026, 12, 1, tzinfo=UTC))
    count(store, 2026, 11, 25, number=9)
    again = FigureArchive(tmp_path / "figures", "torget")
    assert again.versions == {"2026-11": 0, "2026-12": 0}
    settle(again, store, date(2026, 12, 3))
    assert again.document("2026-11") == released


def test_a_month_of_which_nothing_is_known_is_not_settled(store, archive):
    """A clock that was wrong by a year closes none of the months between."""
    count(store, 2026, 11, 24, number=7)
    count(store, 2027, 11, 24, number=1)
    settle(archive, store, date(2027, 11, 24))
    assert archive.versions.keys() == {"2026-11", "2027-11"}


def test_a_year_is_settled_month_by_month_the_newest_first(store, archive):
    """So that a device that was upgraded is busy for a moment only."""
    for month in (9, 10, 11):
        count(store, 2026, month, 24, number=7)
    found = []
    for _ in range(4):
        archive.settle(store, ZONE, date(2026, 11, 25))
        found.append(sorted(archive.versions))
    assert found == [["2026-11"], ["2026-10", "2026-11"], *[["2026-09", "2026-10", "2026-11"]] * 2]


def test_a_damaged_month_is_closed(store, archive, tmp_path, caplog):
    count(store, 2026, 11, 24, number=7)
    count(store, 2026, 11, 25, number=7)
    (tmp_path / "figures").mkdir()
    damaged = tmp_path / "figures" / "torget-2026-11.json"
    damaged.write_bytes(b"{")
    settle(archive, store, date(2026, 11, 25))
    assert damaged.read_bytes() == b"{"
    assert "is left as it is" in caplog.text
    caplog.clear()


def test_counts_that_cannot_be_read_settle_nothing(store, archive, monkeypatch, caplog):
    count(store, 2026, 11, 24, number=7)
    count(store, 2026, 11, 25, number=7)

    def fail(*_):
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(store, "cells", fail)
    settle(archive, store, date(2026, 11, 25))
    assert archive.versions == {}
    assert "no figures are released now: database is locked" in caplog.text
    caplog.clear()
    monkeypatch.undo()
    settle(archive, store, date(2026, 11, 25))
    assert figures(archive, "2026-11") == {(24, 24): 7}


def test_months_are_kept_for_two_years(store, archive):
    for month in range(MONTHS_KEPT + 2):
        count(store, 2024 + month // 12, 1 + month % 12, 5, number=7)
        settle(archive, store, date(2030, 1, 1))
    count(store, 2026, 4, 5, number=7)
    settle(archive, store, date(2030, 1, 1))
    assert len(archive.versions) == MONTHS_KEPT
    assert min(archive.versions) == "2024-04"
    assert archive.document("2024-03") is None


def test_another_screens_months_are_not_its_own(store, archive, tmp_path):
    count(store, 2026, 11, 24, number=7)
    count(store, 2026, 11, 25, number=7)
    settle(archive, store, date(2026, 11, 25))
    assert FigureArchive(tmp_path / "figures", "tor").versions == {}
