import csv
import io
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.printable import printable
from kiosk.usage import protected_figures
from kiosk.usage.protected_figures import LEAST, Period, within
from kiosk.usage.usage_report import page, table
from kiosk.usage.usage_store import Cell

ZONE = ZoneInfo("Europe/Stockholm")
PERIOD = Period(date(2026, 11, 1), date(2026, 11, 30), ZONE)
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


def cell(count, value="housing", kind="topic", hour=NINE, screen="torget"):
    return Cell(screen, hour, kind, value, count)


def test_hours_of_a_period_are_put_together_before_anything_is_left_out():
    cells = [cell(3), cell(2, hour=NINE + timedelta(hours=1)), cell(4, "work")]
    assert protected_figures.totals(cells, "topic") == {"housing": 5}


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 9)), max_size=12))
def test_no_figure_below_five_is_ever_shown(counts):
    cells = [cell(count, value) for value, count in counts]
    shown = protected_figures.totals(cells, "topic")
    assert all(count >= LEAST for count in shown.values())
    rows = list(csv.reader(io.StringIO(table(cells, PERIOD))))[1:]
    assert all(int(row[-1]) >= LEAST for row in rows)


def test_total_does_not_tell_a_hidden_figure():
    cells = [cell(20, "5", "face"), cell(3, "1", "face"), cell(7, "begun", "visit")]
    told = page(cells, PERIOD, ())
    assert "100 % of 20 answers" in told
    assert "very bad" not in told


def test_days_are_those_of_the_office():
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert within([cell(9, hour=late)], PERIOD, ()) == ()
    assert within([cell(9, hour=late - timedelta(hours=1))], PERIOD, ())


def test_screens_are_chosen():
    cells = [cell(9), cell(9, screen="lyktan")]
    assert {each.screen for each in within(cells, PERIOD, ["lyktan"])} == {"lyktan"}


def test_page_has_plots_and_no_script():
    cells = [cell(9), cell(12, "begun", "visit"), cell(8, "sv", "language"), cell(6, "4", "face")]
    told = page(cells, PERIOD, ["torget"])
    assert "<script" not in told
    plots = [part[: part.index("</svg>") + 6] for part in told.split("<svg")[1:]]
    assert len(plots) == 4
    for plot in plots:
        ET.fromstring("<svg" + plot)  # noqa: S314  # our own page
    assert '<p class="big">12</p>' in told


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><b>'])
def test_names_are_only_text(hostile):
    assert hostile not in page([cell(9, hostile)], PERIOD, ())


def test_empty_period_is_said_so():
    assert "Too few to show" in page([], PERIOD, ())


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_no_cell_of_the_csv_is_a_formula(value):
    rows = list(csv.reader(io.StringIO(table([cell(9, value), cell(8, "a-b")], PERIOD), newline="")))
    assert {row[3] for row in rows[1:]} == {f"'{printable(value)}", "a-b"}
    assert {row[4] for row in rows[1:]} == {"9", "8"}


def test_the_page_says_what_was_left_out():
    assert "<p><strong>Left out:</strong> a &lt;b&gt;</p>" in page([], PERIOD, (), ["a <b>"])
