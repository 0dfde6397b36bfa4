import os
import sqlite3
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from kiosk.usage.counts_file import read_counts
from kiosk.usage.usage_store import Cell, CountedEvent, UsageStore, deleted_before, hour_of

NOW = datetime(2026, 11, 24, 9, 59, 59, tzinfo=UTC)


def happened(value, kind="topic"):
    return CountedEvent(hour_of(NOW), kind, value)


@pytest.fixture
def tally(tmp_path):
    made = UsageStore(tmp_path / "counts.sqlite", "torget")
    yield made
    made.close()


def test_counts_by_the_hour_and_nothing_finer(tally, tmp_path):
    tally.add({happened("housing"): 2, happened("work"): 1})
    tally.add({happened("housing"): 1})
    hour = NOW.replace(minute=0, second=0)
    assert sorted(read_counts(tmp_path / "counts.sqlite")) == [
        Cell("torget", hour, "topic", "housing", 3),
        Cell("torget", hour, "topic", "work", 1),
    ]


def test_old_hours_are_deleted_from_the_file_too(tally, tmp_path):
    tally.add({happened("a-topic-that-is-forgotten"): 1})
    tally.forget(NOW + timedelta(hours=1))
    assert list(read_counts(tmp_path / "counts.sqlite")) == []
    assert b"a-topic-that-is-forgotten" not in (tmp_path / "counts.sqlite").read_bytes()


def test_what_is_young_enough_is_kept(tally, tmp_path):
    tally.add({happened("work"): 1})
    tally.forget(NOW)
    assert len(list(read_counts(tmp_path / "counts.sqlite"))) == 1


def test_damaged_file_is_set_aside(tmp_path, caplog):
    path = tmp_path / "counts.sqlite"
    path.write_bytes(b"no database at all, and long enough to be looked at" * 40)
    tally = UsageStore(path, "torget")
    tally.add({happened("work"): 1})
    tally.close()
    assert len(list(read_counts(path))) == 1
    assert "set aside" in caplog.text
    caplog.clear()


def test_damaged_file_is_kept_no_longer_than_its_counts(tally, tmp_path):
    damaged = tmp_path / "counts.damaged"
    damaged.write_bytes(b"what is left of old counts")
    os.utime(damaged, (NOW.timestamp(), NOW.timestamp()))
    tally.forget(NOW)
    assert damaged.exists()
    tally.forget(NOW + timedelta(seconds=1))
    assert not damaged.exists()


def test_locked_file_is_not_damaged(tally, tmp_path, monkeypatch, caplog):
    tally.add({happened("work"): 1})
    path = tmp_path / "counts.sqlite"
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    UsageStore(path, "torget").close()
    other.close()
    assert len(list(read_counts(path))) == 1
    assert not (tmp_path / "counts.damaged").exists()
    assert "nothing is counted: database is locked" in caplog.text
    caplog.clear()


def test_disk_that_fails_is_no_damaged_file(tmp_path, caplog):
    path = tmp_path / "counts.sqlite"
    path.mkdir()  # SQLite cannot open it, as on a disk that fails
    UsageStore(path, "torget").close()
    assert path.is_dir()
    assert "nothing is counted: unable to open" in caplog.text
    caplog.clear()


def test_place_that_cannot_be_written_costs_the_counts_only(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    tally = UsageStore(tmp_path / "file" / "counts.sqlite", "torget")
    tally.add({happened("work"): 1})
    tally.close()
    assert "nothing is counted" in caplog.text
    caplog.clear()


def test_lost_count_disturbs_nobody(tally, tmp_path, caplog):
    other = sqlite3.connect(tmp_path / "counts.sqlite")
    other.execute("DROP TABLE counts")
    other.commit()
    other.close()
    tally.add({happened("work"): 1})
    assert "a count is lost" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("now", "days", "before"),
    [
        ("2026-11-24 10:00", 400, "2025-11-01"),  # 20 October is 400 days back
        ("2026-11-24 10:00", 62, "2026-10-01"),
        ("2026-12-01 00:00", 61, "2026-10-01"),  # the whole of October and November
        ("2026-12-01 00:01", 61, "2026-11-01"),
        ("2026-03-31 12:00", 31, "2026-03-01"),
        ("2026-11-24 10:00", 7, "2026-11-17 10:00"),  # less than a month: hour by hour
    ],
)
def test_months_are_deleted_whole(now, days, before):
    zone = ZoneInfo("Europe/Stockholm")
    moment = datetime.fromisoformat(now).replace(tzinfo=zone)
    found = deleted_before(moment, timedelta(days=days), zone)
    assert found == datetime.fromisoformat(before).replace(tzinfo=zone)
