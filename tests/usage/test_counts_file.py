"""Counts files as a device that was taken over would write them."""

import os
import random
import re
import sqlite3
from datetime import UTC, datetime

import pytest

from kiosk.usage import counts_file
from kiosk.usage.counts_file import UsageError, read_counts
from kiosk.usage.usage_store import TABLE, Cell, CountedEvent, UsageStore, hour_of

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
GOOD = ("torget", "2026-11-24T09", "topic", "housing", 7)
FIELDS = ("screen", "hour", "kind", "value", "count")
ENDLESS = (
    "CREATE VIEW counts AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
    "SELECT 'a' screen, x hour, 'b' kind, 'c' value, 1 count FROM n"
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "counts.sqlite"


def written(path, *statements, row=GOOD):
    """A file made by these statements, with our table in it where none of them makes another."""
    database = sqlite3.connect(path)
    if not any(re.match(r"CREATE (VIRTUAL )?(TABLE|VIEW) counts", each) for each in statements):
        database.execute(TABLE)
        database.execute("INSERT INTO counts VALUES (?, ?, ?, ?, ?)", row)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()
    return path


def refused(path):
    with pytest.raises(UsageError, match="holds no counts of a screen") as caught:
        list(read_counts(path))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 1000
    return str(caught.value)


def test_what_a_screen_wrote_is_read(path):
    tally = UsageStore(path, "torget")
    tally.add({CountedEvent(hour_of(NINE), "none free", "housing"): 3})
    tally.close()
    assert list(read_counts(path)) == [Cell("torget", NINE, "none free", "housing", 3)]


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE counts (screen, hour, kind, value, count)"],
        ["CREATE TABLE counts (screen TEXT)"],
        [ENDLESS],
        [
            "CREATE TABLE counts (screen, hour, kind, value, count AS (length(zeroblob(999999999))))",
            "INSERT INTO counts VALUES ('a', 'b', 'c', 'd')",
        ],
        ["CREATE VIEW other AS SELECT 1"],
        ["CREATE TRIGGER t AFTER INSERT ON counts BEGIN DELETE FROM counts; END"],
        ["CREATE INDEX i ON counts (length(zeroblob(9999)))"],
        ["CREATE TABLE other (a)"],
        ["CREATE VIRTUAL TABLE counts USING fts5(screen, hour, kind, value, count)"],
        [f"CREATE TABLE other (a DEFAULT '{'x' * 50_000}')"],
        [
            "CREATE TABLE other (a)",
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = 'nonsense'",
        ],
    ],
)
def test_another_schema_is_refused(path, statements):
    refused(written(path, *statements))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("screen", "Torget"),
        ("screen", "x" * 65),
        ("screen", "\x1b[2J"),
        ("screen", b"torget"),
        ("hour", "0001-01-01T00"),
        ("hour", "9999-12-31T23"),
        ("hour", "2026-02-30T09"),
        ("hour", "2026-11-24T24"),
        ("hour", "٢٠٢٦-11-24T09"),
        ("hour", "2026-11-24T09:59"),
        ("kind", ""),
        ("kind", "=topic"),
        ("value", "x" * 131),
        ("value", "x" * 5_000_000),
        ("value", "a\nb"),
        ("value", "\u202egnisuoh"),
        ("value", b"\x00" * 100),
        ("count", 0),
        ("count", -1),
        ("count", 2**62),
        ("count", 7.5),
        ("count", "many"),
    ],
)
def test_what_no_screen_counts_is_refused(path, field, value):
    refused(
        written(
            path, row=tuple(value if name == field else good for name, good in zip(FIELDS, GOOD, strict=True))
        )
    )


def test_text_that_is_no_utf_8_is_refused(path):
    refused(written(path, "UPDATE counts SET value = CAST(x'ff' AS TEXT)"))


def test_a_file_without_an_end_is_left(path, monkeypatch):
    written(path)
    monkeypatch.setattr(counts_file, "MAX_ROWS", 0)
    assert "more than 0 rows" in refused(path)
    monkeypatch.setattr(counts_file, "STEPS", 1)
    monkeypatch.setattr(counts_file, "MAX_STEPS", 0)
    assert "interrupted" in refused(path)


@pytest.mark.parametrize("seed", range(40))
def test_corrupt_pages_are_refused_or_read(path, seed):
    tally = UsageStore(path, "torget")
    tally.add(
        {
            CountedEvent(f"2026-11-{day:02}T{hour:02}", "topic", f"t{hour}"): 5
            for day in range(1, 29)
            for hour in range(24)
        }
    )
    tally.close()
    data, chance = bytearray(path.read_bytes()), random.Random(seed)  # noqa: S311  # no secret
    for _ in range(200):
        data[chance.randrange(100 if seed % 2 else 0, len(data))] = chance.randrange(256)
    path.write_bytes(data[: chance.randrange(1, len(data))] if seed % 3 == 0 else data)
    try:
        assert all(isinstance(cell, Cell) for cell in read_counts(path))
    except UsageError as bad:
        assert str(bad).isprintable()  # noqa: PT017  # both are right


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "missing"):
        with pytest.raises(UsageError, match="is not a file"):
            list(read_counts(path))


@pytest.mark.parametrize("text", ["hello", "", "SQLite format 3\x00"])
def test_another_file_is_refused(path, text):
    path.write_text(text, encoding="utf-8")
    refused(path)


def test_reading_writes_nothing(path):
    written(path)
    before = path.read_bytes()
    assert list(read_counts(path))
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
