"""`kiosk report`: the days of its period, and files that hold no counts."""

import csv
from datetime import UTC, datetime

import pytest
import time_machine

from kiosk.resources import assets
from kiosk.usage.usage_store import CountedEvent, UsageStore, hour_of

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.fixture
def counts(tmp_path):
    path = tmp_path / "counts.sqlite"
    path.touch()
    return path


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        ("2026-11-30", "2026-11-01", "the period ends before it begins"),
        ("2026-02-30", "2026-03-01", "expected a day such as '2026-11-30'"),
        ("2026-11-01", "november", "expected a day such as '2026-11-30'"),
    ],
)
def test_period_that_cannot_be(run, counts, first, last, message):
    done = run("report", counts, "--from", first, "--to", last, "-o", counts.with_name("report.html"))
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())
    assert not counts.with_name("report.html").exists()


COPIED = datetime(2026, 12, 10, 8, tzinfo=UTC)
"""When somebody last touched the screen before its file was copied."""


def counted(path, count):
    tally = UsageStore(path, "torget")
    tally.add({CountedEvent(hour_of(NINE), "times unknown", "housing"): count})
    tally.add({CountedEvent(hour_of(COPIED), "page", "topic"): 1})
    tally.close()
    return path


@pytest.fixture(autouse=True)
def december():
    with time_machine.travel(datetime(2026, 12, 10, 9, tzinfo=UTC), tick=False):
        yield


def chosen(path):
    return {
        row["value"]: int(row["number"])
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    }


def test_a_file_that_cannot_be_read_spoils_no_other(run, tmp_path):
    good, bad = counted(tmp_path / "good.sqlite", 7), tmp_path / "bad.sqlite"
    bad.write_text("hello", encoding="utf-8")
    done = run("report", bad, good, *NOVEMBER, "-o", tmp_path / "report.html", "-o", tmp_path / "a.csv")
    assert done.exit_code == 1
    assert "bad.sqlite holds no counts" in done.stderr
    assert chosen(tmp_path / "a.csv") == {"housing": 7}
    assert "Left out:" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_without_any_counts_nothing_is_written(run, tmp_path):
    (tmp_path / "bad.sqlite").write_text("hello", encoding="utf-8")
    done = run("report", tmp_path / "bad.sqlite", *NOVEMBER, "-o", tmp_path / "report.html")
    assert (done.exit_code, "nothing was written" in done.stderr) == (1, True)
    assert not (tmp_path / "report.html").exists()


def test_of_two_copies_of_one_file_the_newer_counts(run, tmp_path):
    """Together they would be twice as many as came: 3 and 3 would be told as 6."""
    older, newer = counted(tmp_path / "older.sqlite", 3), counted(tmp_path / "newer.sqlite", 3)
    run("report", older, newer, *NOVEMBER, "-o", tmp_path / "a.csv")
    assert chosen(tmp_path / "a.csv") == {}
    more = counted(tmp_path / "more.sqlite", 9)
    run("report", more, newer, *NOVEMBER, "-o", tmp_path / "a.csv")
    assert chosen(tmp_path / "a.csv") == {"housing": 9}


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--zone", "../x", "zone"),
        ("--to", "9999-12-31", "century"),
        ("--screen", "typo", "only of torget"),
    ],
)
def test_what_cannot_be_is_an_error_and_no_report(run, tmp_path, option, value, message):
    period = {"--from": "2026-11-01", "--to": "2026-11-30"} | {option: value}
    words = [word for each in period.items() for word in each]
    done = run("report", counted(tmp_path / "a.sqlite", 7), *words, "-o", tmp_path / "a.csv")
    assert done.exit_code in {1, 2}
    assert message in " ".join(done.stderr.replace("│", " ").split()).lower()
    assert not (tmp_path / "a.csv").exists()


def test_a_file_given_twice_counts_once(run, tmp_path):
    good = counted(tmp_path / "good.sqlite", 7)
    (tmp_path / "link.sqlite").symlink_to(good)
    done = run("report", good, tmp_path / "link.sqlite", *NOVEMBER, "-o", tmp_path / "a.csv")
    assert done.exit_code == 0, done.output
    assert chosen(tmp_path / "a.csv") == {"housing": 7}


def test_a_form_that_there_is_not(run, counts):
    done = run("report", counts, *NOVEMBER, "-o", counts.with_name("report.docx"))
    assert done.exit_code == 2
    assert not counts.with_name("report.docx").exists()


def test_files_or_the_sample_are_needed(run, counts):
    assert run("report", *NOVEMBER).exit_code == 2
    assert run("report", counts, "--sample", *NOVEMBER).exit_code == 2


def test_the_sample_is_written_in_every_form_and_marked(run, tmp_path, monkeypatch):
    known = frozenset(path.stem for path in (assets() / "icons").glob("*.svg"))
    monkeypatch.setattr("kiosk.cli.icons.icons", lambda: known)
    forms = [tmp_path / f"report.{form}" for form in ("html", "csv", "xlsx", "json")]
    words = [word for path in forms for word in ("-o", path)]
    done = run("report", "--sample", "--language", "sv", *NOVEMBER, *words)
    assert done.exit_code == 0, done.output
    assert "Siffrorna är påhittade." in forms[0].read_text(encoding="utf-8")
    assert "Medborgarkontoret" in forms[1].read_text(encoding="utf-8")
    assert all(path.stat().st_size for path in forms)
