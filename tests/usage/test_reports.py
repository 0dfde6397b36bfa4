"""A report in all its forms: what it says, what it never says, and that made-up figures are marked."""

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.feed.printable import printable
from kiosk.usage.figure_differences import figure_changes, place_differences
from kiosk.usage.figure_sheets import csv_table, workbook
from kiosk.usage.html_report import html_page
from kiosk.usage.month_figures import empty_month, extended
from kiosk.usage.open_figures import COLUMNS, FIELDS, KINDS, open_data
from kiosk.usage.period_figures import (
    compared_months,
    days_of,
    figures_of,
    period_before,
    same_period_last_year,
)
from kiosk.usage.released_figures import Days, release
from kiosk.usage.report_comparisons import write_report
from kiosk.usage.report_content import ReportInput
from kiosk.usage.report_names import ReportNames
from kiosk.usage.usage_store import Cell

ZONE = ZoneInfo("Europe/Stockholm")
NOVEMBER = Days(date(2026, 11, 1), date(2026, 11, 30))
LATER = date(2026, 12, 10)


def cell(count, value="housing", kind="topic", day=24, *, month=11, screen="torget"):
    return Cell(screen, datetime(2026, month, day, 9, tzinfo=UTC), kind, value, count)


def subject(*cells, language="en", names=None):
    copied = [cell(1, "topic", "page", 11, month=12, screen=each.screen) for each in cells]
    figures = figures_of(release((*cells, *copied), ZONE, LATER), NOVEMBER)
    return ReportInput(figures, names or ReportNames(), language)


def page(*cells, **more):
    return html_page(write_report(subject(*cells), **more))


FULL = (
    cell(40, "begun", "visit"),
    cell(30, "sv", "language"),
    cell(9, "ar", "language"),
    cell(30),
    cell(12, "housing", "none free"),
    cell(20, "5", "face"),
    cell(10, "2", "face"),
    *(cell(3600, "screen", "running", day) for day in range(2, 31)),
    cell(1800, "welcome", "slide"),
)


def test_it_answers_in_sentences():
    text = page(*FULL)
    assert "About 40 visits were started." in text
    assert "Chosen most often: sv (75\N{NO-BREAK SPACE}%), ar (25\N{NO-BREAK SPACE}%)." in text
    assert "For 12 of 30 (40\N{NO-BREAK SPACE}%), no time was free." in text
    assert "Most often: housing at torget, 12 of 30." in text
    assert "67\N{NO-BREAK SPACE}% answered good or very good (95 % interval: 49" in text
    assert "30 answered, about 75\N{NO-BREAK SPACE}% of the visits." in text
    assert "Slides that were on: 1" in text
    assert "torget: days without figures: 1." in text
    assert "Since the period before: there are no figures to compare with." in text


def test_it_is_in_swedish_too():
    text = html_page(write_report(subject(*FULL, language="sv")))
    assert '<html lang="sv">' in text
    assert "För 12 av 30 (40\N{NO-BREAK SPACE}%) saknades lediga tider." in text


def test_each_plot_has_its_table_and_a_name_and_there_is_no_script():
    text = page(*FULL)
    assert "<script" not in text
    for section in text.split("<section>")[1:]:
        if "<svg" in section:
            assert "<table><caption>" in section
            plot = ET.fromstring(section[section.index("<svg") : section.index("</svg>") + 6])  # noqa: S314  # ours
            assert plot.get("role") == "img"
            assert plot.get("aria-label")
    assert text.count("<svg") >= 6
    assert 'scope="row"' in text


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><b>'])
def test_names_are_only_text(hostile):
    assert hostile not in page(cell(9, hostile))


def test_what_is_hidden_is_not_told_as_nothing():
    """A hidden answer makes no share of 100 %, and a hidden none-free no share of 0 %."""
    text = page(cell(20, "5", "face"), cell(3, "1", "face"), cell(20))
    assert "at least five of each kind of answer are needed" in text
    assert "<td>20</td><td>–</td><td>–</td><td>–</td>" in text


def test_an_empty_period_is_said_so():
    text = page()
    assert "Too few to show." in text
    assert "<svg" not in text


def test_the_page_says_what_was_left_out():
    assert "<p>Left out: a &lt;b&gt;</p>" in page(left_out=("a <b>",))


def test_made_up_figures_say_so_in_every_form():
    about = subject(*FULL)
    report = write_report(about, made_up=True)
    assert "These figures are made up." in html_page(report)
    assert html_page(write_report(about)).count("made up") == 0
    rows = list(csv.reader(io.StringIO(csv_table(about.figures, about.names, made_up=True))))
    assert {row[-1] for row in rows[1:]} == {"made up"}
    assert json.loads(open_data(about.figures, about.names, made_up=True))["made_up"] is True
    assert "These figures are made up." in sheet_text(workbook(report, about.figures, about.names))


def sheet_text(data):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_no_cell_of_a_sheet_is_a_formula(value):
    about = subject(cell(9, value), cell(8, "a-b"))
    rows = list(csv.reader(io.StringIO(csv_table(about.figures, about.names), newline="")))
    assert {row[3] for row in rows[1:]} == {f"'{printable(value)}", "a-b"}
    assert {row[9] for row in rows[1:]} == {"9", "8"}
    with zipfile.ZipFile(io.BytesIO(workbook(write_report(about), about.figures, about.names))) as book:
        assert not any(b"<f>" in book.read(name) for name in book.namelist() if "worksheets" in name)


def test_open_data_has_a_dictionary_of_all_its_fields_and_kinds():
    about = subject(*FULL)
    text = json.loads(open_data(about.figures, about.names))
    assert tuple(text["dictionary"]["fields"]) == tuple(FIELDS) == COLUMNS
    assert {each["kind"] for each in text["figures"]} <= set(KINDS)
    assert text["days_without_figures"] == {"torget": ["2026-11-01"]}


@pytest.mark.parametrize(
    ("first", "last", "before", "year"),
    [
        ("2026-11-01", "2026-11-30", "2026-10-01 2026-10-31", "2025-11-01 2025-11-30"),
        ("2026-01-01", "2026-03-31", "2025-10-01 2025-12-31", "2025-01-01 2025-03-31"),
        ("2024-02-01", "2024-02-29", "2024-01-01 2024-01-31", "2023-02-01 2023-02-28"),
        ("2026-11-23", "2026-11-29", "2026-11-16 2026-11-22", "2025-11-24 2025-11-30"),
    ],
)
def test_periods_that_are_compared(first, last, before, year):
    period = Days(date.fromisoformat(first), date.fromisoformat(last))
    assert " ".join(map(str, period_before(period))) == before
    assert " ".join(map(str, same_period_last_year(period))) == year


def days(count, value, kind, month):
    length = 30 if month == 11 else 31
    return [cell(count, value, kind, day, month=month) for day in range(1, length + 1)]


def test_a_change_is_told_only_if_it_is_more_than_chance():
    quiet = [*days(20, "begun", "visit", 10), *days(21, "begun", "visit", 11)]
    now = subject(*quiet)
    assert figure_changes(now.figures, now.before) == ()
    busy = [*days(20, "begun", "visit", 10), *days(30, "begun", "visit", 11)]
    now = subject(*busy)
    (found,) = figure_changes(now.figures, now.before)
    assert (found.kind, found.now, found.before) == ("visit", 30, 20)
    assert "visits per screen and day went from 20.0 to 30.0" in page(*busy)


def test_a_screen_that_was_off_has_not_fewer_visits():
    """Half a month without the screen is no change of the visits of a day."""
    half = [*days(20, "begun", "visit", 10), *days(20, "begun", "visit", 11)[:15]]
    ran = [*days(3600, "screen", "running", 10), *days(3600, "screen", "running", 11)[:15]]
    now = subject(*half, *ran)
    assert figure_changes(now.figures, now.before) == ()


def test_screens_with_and_without_running_time_are_added_up():
    """An older screen has figures for all days; one that tells when it ran, for those days."""
    text = [cell(3600, "screen", "running", day) for day in range(1, 21)]
    about = subject(*text, cell(9), cell(9, screen="older"))
    assert about.figures.running() == {"torget": frozenset(date(2026, 11, day) for day in range(1, 21))}
    assert about.figures.known_days == days_of(Days(date(2026, 11, 1), date(2026, 11, 20)))
    assert about.figures.screen_days == 20 + 20


def test_a_screen_that_was_upgraded_within_the_period_was_not_off_before():
    """Until it tells when it ran, it is taken to have run on all days."""
    upgraded = [cell(3600, "screen", "running", day) for day in (15, 16, 18, 19, 20)]
    about = subject(*upgraded, cell(9, day=3), cell(9, day=5), cell(9, day=16))
    assert about.figures.gaps() == {"torget": (date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 17))}
    assert about.figures.screen_days == 20 - 3


def test_a_screen_that_is_new_within_the_period_has_no_days_before():
    """What is pooled over a month begins with the month, and says nothing of days before the screen."""
    new = [cell(3600, "screen", "running", day) for day in range(15, 31)]
    about = subject(*new, *(cell(4, day=day) for day in (16, 17, 18, 23, 24, 25)))
    assert about.figures.screen_days == 16
    assert len(about.figures.gaps()["torget"]) == 14


def test_days_to_come_are_not_days_without_figures():
    text = [cell(3600, "screen", "running", day) for day in range(1, 21)]
    assert subject(*text).figures.gaps() == {"torget": ()}
    assert "There are figures until 2026-11-20 only." in page(*text)


def test_a_screen_that_was_off_until_the_end_has_days_without_figures():
    """A month that it released later tells that it did not run; its counts alone cannot."""
    ran = [cell(3600, "screen", "running", day) for day in range(1, 21)]
    month = extended(empty_month("torget", "2026-11"), ran, ZONE, date(2026, 12, 1))
    figures = figures_of(month.released, NOVEMBER)
    assert figures.gaps() == {"torget": tuple(date(2026, 11, day) for day in range(21, 31))}
    assert figures.screen_days == 20


def test_screens_without_figures_are_told():
    about = replace(subject(*FULL), without_figures=("door", "roof"))
    text = html_page(write_report(about))
    assert "No figures came from these screens, so they are in no sum: door, roof." in text
    assert json.loads(open_data(about.figures, about.names, ("door",)))["screens_without_figures"] == ["door"]


def test_hours_that_a_screen_ran_are_told():
    ran = [cell(3600, "screen", "running", day) for day in range(1, 31)]
    text = page(*ran)
    assert "All screens ran on every day." in text
    assert "<td>30</td><td>0</td>" in text


def test_a_hidden_figure_is_compared_with_nothing():
    many = [*days(9, "housing", "topic", 10), *days(9, "housing", "topic", 11)]
    many += days(5, "housing", "none free", 11)
    now = subject(*many)
    assert not [each for each in figure_changes(now.figures, now.before) if each.kind == "none free"]


def test_another_place_reaches_other_languages():
    cells = [cell(9, language, "language", day) for day in range(1, 29) for language in ("sv", "ar")]
    there = [
        cell(count, language, "language", day, screen="lyktan")
        for day in range(1, 29)
        for language, count in (("sv", 5), ("ar", 15))
    ]
    names = ReportNames(offices={"a": "Square", "b": "Home"}, office_of={"torget": "a", "lyktan": "b"})
    about = subject(*cells, *there, names=names)
    found = place_differences(about.figures.of("lyktan"), about.figures.of("torget"))
    assert {each.value for each in found} == {"sv", "ar"}
    assert "Home: ar 75\N{NO-BREAK SPACE}%, elsewhere 50\N{NO-BREAK SPACE}%." in html_page(
        write_report(about)
    )


def test_days_of_a_period_are_all_of_them():
    assert len(days_of(NOVEMBER)) == 30
    assert days_of(Days(LATER, LATER + timedelta(days=1))) == (LATER, LATER + timedelta(days=1))


def test_the_months_of_a_report_are_those_that_it_compares():
    assert compared_months(NOVEMBER) == ("2025-11", "2026-10", "2026-11")
    week = Days(date(2026, 11, 30), date(2026, 12, 6))
    assert compared_months(week) == ("2025-12", "2026-11", "2026-12")


def test_swedish_writes_a_decimal_comma_and_english_a_point():
    counted = (*FULL, cell(5430, "hours", "slide"))
    texts = {
        language: html_page(write_report(subject(*counted, language=language))) for language in ("sv", "en")
    }
    for language, point in (("sv", ","), ("en", ".")):
        assert f"<td>1{point}5</td>" in texts[language]
        assert f">1{point}5 h</text>" in texts[language]
        assert f"1{point}4 " in texts[language]
