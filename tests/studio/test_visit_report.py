"""The report that the Studio shows is that of `kiosk report`; and what is said where there is none."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from kiosk.publish.folder_source import check_folder
from kiosk.studio.core.visit_report import (
    TOO_FEW,
    has_visits,
    left_out_words,
    quarter_of,
    read_figures,
    write_visit_report,
)
from kiosk.usage.figure_files import FigureSourcesError, UnreadFigures
from kiosk.usage.html_report import html_page
from kiosk.usage.released_figures import Days
from tests.studio.figures import OCTOBER, SEPTEMBER, write_months

TODAY = date(2026, 11, 25)
WHOLE_OCTOBER = Days(OCTOBER, date(2026, 10, 31))
QUARTERS = Days(date(2026, 7, 1), date(2026, 9, 30)), Days(OCTOBER, date(2026, 12, 31))


@pytest.fixture
def figures(tmp_path):
    write_months(tmp_path / "drop", "hall", 12, SEPTEMBER, OCTOBER)
    (tmp_path / "drop" / "broken.json").write_text("{", encoding="utf-8")
    return tmp_path / "drop"


@pytest.fixture
def feed(world):
    return check_folder(world.folder, ("home",)).feed


@pytest.mark.parametrize(
    ("language", "period"), [("sv", WHOLE_OCTOBER), ("en", WHOLE_OCTOBER), ("sv", QUARTERS[0])]
)
def test_it_is_the_report_of_the_command(run, world, figures, language, period):
    file, feed = world.folder.with_name("report.html"), check_folder(world.folder, ("home",)).feed
    days = "--from", str(period.first), "--to", str(period.last)
    with time_machine.travel(datetime(2026, 11, 25, 11, tzinfo=UTC), tick=False):
        run("report", figures, *days, "--feed", world.folder, "--language", language, "-o", file)
    report = write_visit_report(read_figures(figures, feed, TODAY), period, feed, language)
    assert len([sentence for each in report.sections for sentence in each.sentences]) > 10
    assert html_page(report) == file.read_text(encoding="utf-8")


def test_months_and_their_quarters_are_offered_the_newest_first(figures, feed):
    found = read_figures(figures, feed, TODAY)
    september = Days(SEPTEMBER, date(2026, 9, 30))
    assert found.periods == (QUARTERS[1], WHOLE_OCTOBER, september, QUARTERS[0])
    assert found.newest_month(TODAY) == WHOLE_OCTOBER
    assert found.newest_month(date(2026, 10, 31)) == september  # October is not over
    assert found.newest_month(date(2026, 8, 1)) == WHOLE_OCTOBER


def test_a_quarter_ends_with_its_month():
    assert quarter_of(date(2024, 2, 29)) == Days(date(2024, 1, 1), date(2024, 3, 31))
    assert quarter_of(date(2026, 12, 31)) == QUARTERS[1]


def test_a_file_that_cannot_be_read_is_named(figures, feed):
    found = read_figures(figures, feed, TODAY)
    assert "broken.json" in left_out_words(found.left_out)
    assert left_out_words(()) == ""
    many = tuple(UnreadFigures(f"{n}.json", "") for n in range(9))
    assert left_out_words(many).endswith("0.json, 1.json, 2.json, and 6 more.")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (None, "There is no such folder."),
        ({}, "There are no figures of screens in this folder."),
        ({"notes.txt": "hello"}, "There are no figures of screens in this folder."),
        ({"broken.json": "{"}, "can be read: broken.json."),
        ({"counts.sqlite": "hello"}, "can be read: counts.sqlite."),
    ],
)
def test_a_folder_without_figures_is_refused_in_words(tmp_path, feed, files, message):
    folder = tmp_path / "drop"
    for name, text in (files or {}).items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if files is not None:
        folder.mkdir(exist_ok=True)
    with pytest.raises(FigureSourcesError) as refused:
        read_figures(folder, feed, TODAY)
    assert message in str(refused.value)


def test_a_whole_disk_is_refused(figures, feed, monkeypatch):
    monkeypatch.setattr("kiosk.usage.figure_files.MAX_ENTRIES", 3)
    assert read_figures(figures, feed, TODAY).periods
    (figures / "one-more.txt").touch()
    with pytest.raises(FigureSourcesError, match="contains more than 3 files; choose the folder"):
        read_figures(figures, feed, TODAY)


def test_figures_of_another_feed_are_refused(tmp_path, feed):
    folder = write_months(tmp_path / "drop", "elsewhere", 12, OCTOBER)
    with pytest.raises(FigureSourcesError, match=r"that this feed does not have: elsewhere\."):
        read_figures(folder, feed, TODAY)
    assert read_figures(folder, None, TODAY).periods  # a feed that cannot be read has no screens to compare


def test_too_few_visits_are_told(tmp_path, feed):
    found = read_figures(write_months(tmp_path / "drop", "hall", 0, OCTOBER), feed, TODAY)
    assert not has_visits(found, WHOLE_OCTOBER)
    assert has_visits(
        read_figures(write_months(tmp_path / "more", "hall", 12, OCTOBER), feed, TODAY), WHOLE_OCTOBER
    )


def test_a_folder_of_months_in_which_nothing_may_be_shown(tmp_path, feed):
    folder = tmp_path / "drop"
    folder.mkdir()
    text = '{"format":"infodisk-month-1","screen":"hall","month":"2026-10","until":"2026-11-01","figures":{}}'
    (folder / "hall-2026-10.json").write_text(text, encoding="utf-8")
    with pytest.raises(FigureSourcesError, match=TOO_FEW):
        read_figures(folder, feed, TODAY)
