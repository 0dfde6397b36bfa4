"""What a report is written from: released months in files and folders, and what is missing or twice."""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from kiosk.cli.report_sources import _read_documents
from kiosk.usage.figure_files import FigureSources
from kiosk.usage.month_figures import empty_month, extended, packed, write_month
from kiosk.usage.usage_store import Cell, CountedEvent, UsageStore, hour_of

ZONE = ZoneInfo("Europe/Stockholm")
NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.fixture(autouse=True)
def december():
    with time_machine.travel(datetime(2026, 12, 10, 9, tzinfo=UTC), tick=False):
        yield


def month(screen="hall", count=7, over=date(2026, 12, 1)):
    def cell(kind, value, number, day):
        return Cell(screen, datetime(2026, 11, day, 9, tzinfo=UTC), kind, value, number)

    ran = [cell("running", "screen", 3600, day) for day in range(1, 31) if day != 9]
    cells = [cell("times unknown", "housing", count, 24), *ran]
    return extended(
        empty_month(screen, "2026-11"), [each for each in cells if each.hour.date() < over], ZONE, over
    )


def write(folder, *months):
    folder.mkdir(parents=True, exist_ok=True)
    for each in months:
        (folder / f"{each.screen}-{each.month}.json").write_bytes(write_month(each))
    return folder


def numbers(path):
    return {
        (each["screen"], each["value"]): each["number"]
        for each in json.loads(path.read_text(encoding="utf-8"))["figures"]
        if each["kind"] == "times unknown"
    }


def test_a_folder_of_released_months_is_read(run, tmp_path):
    folder = write(tmp_path / "drop" / "hall", month()).parent
    write(folder / "door", month("door", 9))
    done = run("report", folder, *NOVEMBER, "-o", tmp_path / "report.json")
    assert done.exit_code == 0, done.output
    assert numbers(tmp_path / "report.json") == {("hall", "housing"): 7, ("door", "housing"): 9}


def test_of_two_copies_of_a_month_the_later_one_counts(run, tmp_path):
    early = write(tmp_path / "early", month(over=date(2026, 11, 20)))
    late = write(tmp_path / "late", month())
    for folders in ((early, late), (late, early)):
        run("report", *folders, *NOVEMBER, "-o", tmp_path / "report.json")
        assert numbers(tmp_path / "report.json") == {("hall", "housing"): 7}


def test_gaps_are_told_and_are_not_nothing(run, tmp_path, world):
    folder = write(tmp_path / "drop", month())
    words = ("report", folder, *NOVEMBER, "--feed", world.folder, "--screen", "hall", "--screen", "door")
    done = run(*words, "-o", tmp_path / "report.html", "-o", tmp_path / "report.json")
    assert (done.exit_code, "no figures of door" in done.stderr) == (1, True)
    done = run(
        *words[:6], "--feed", world.folder, "-o", tmp_path / "report.html", "-o", tmp_path / "report.json"
    )
    told = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert told["days_without_figures"] == {"hall": ["2026-11-09"]}
    others = sorted({path.stem for path in (world.folder / "screens").glob("*.yaml")} - {"hall"})
    assert told["screens_without_figures"] == others != []
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert f"No figures came from these screens, so they are in no sum: {', '.join(others)}." in page
    assert "hall: days without figures: 1." in page
    assert done.exit_code == 1


def test_counts_and_released_months_of_one_screen_would_count_twice(run, tmp_path):
    store = UsageStore(tmp_path / "counts.sqlite", "hall")
    store.add({CountedEvent(hour_of(datetime(2026, 11, 24, 9, tzinfo=UTC)), "times unknown", "housing"): 7})
    store.close()
    folder = write(tmp_path / "drop", month())
    done = run("report", tmp_path / "counts.sqlite", folder, *NOVEMBER, "-o", tmp_path / "report.html")
    assert (done.exit_code, "counts and released months of hall" in done.stderr) == (1, True)
    assert not (tmp_path / "report.html").exists()


def test_a_file_that_holds_no_month_is_left_out_by_name(run, tmp_path):
    folder = write(tmp_path / "drop", month())
    (folder / "broken.json").write_text("{", encoding="utf-8")
    done = run("report", folder, *NOVEMBER, "-o", tmp_path / "report.json")
    assert (done.exit_code, "broken.json does not contain a month of a screen" in done.stderr) == (1, True)
    assert numbers(tmp_path / "report.json") == {("hall", "housing"): 7}


def test_an_empty_folder_makes_no_report(run, tmp_path):
    (tmp_path / "drop").mkdir()
    done = run("report", tmp_path / "drop", *NOVEMBER, "-o", tmp_path / "report.html")
    assert (done.exit_code, "there are no figures" in done.stderr) == (1, True)
    assert not (tmp_path / "report.html").exists()


def test_a_device_speaks_for_itself_and_of_the_month_of_its_topic():
    sources, payload = FigureSources(), packed(write_month(month()))
    _read_documents(
        {("hall", "2026-11"): payload, ("door", "2026-11"): payload, ("hall", "2026-10"): payload,
         ("roof", "2026-11"): b"nonsense"},
        sources,
    )  # fmt: skip
    assert sources.months.keys() == {("hall", "2026-11")}
    assert [each.name for each in sources.left_out] == [
        "door, 2026-11",
        "hall, 2026-10",
        "roof, 2026-11",
    ]
