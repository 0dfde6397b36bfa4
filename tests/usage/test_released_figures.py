"""What leaves a screen: no cell below five, also not by subtracting one answer from another."""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.usage.released_figures import (
    MIN_COUNT,
    SIZES,
    BusyHour,
    DayOfScreen,
    Days,
    ReleasedCell,
    month_of,
    release,
    week_of,
)
from kiosk.usage.usage_store import Cell

ZONE = ZoneInfo("Europe/Stockholm")
FIRST, LATER = date(2026, 11, 1), date(2026, 12, 10)
EXACT = ("time free", "none free", "times unknown", "opinion")


def cell(day, count, kind="times unknown", value="housing", *, hour=10):
    return Cell("torget", datetime(2026, 11, day, hour, tzinfo=UTC), kind, value, count)


def released(*cells, today=LATER):
    """What is released of a file that was copied on `today`, when somebody had looked at the slides."""
    copied = Cell("torget", datetime(today.year, today.month, today.day, 12, tzinfo=UTC), "page", "topic", 1)
    return release((*cells, copied), ZONE, today)


counts = st.dictionaries(
    st.tuples(
        st.integers(1, 30),
        st.sampled_from((9, 10, 14)),
        st.sampled_from(
            [("topic", "housing"), ("none free", "housing"), ("language", "so"), ("face", "5"), ("face", "1")]
        ),
    ),
    st.integers(1, 9),
    max_size=60,
)


def as_cells(drawn):
    return [cell(day, count, *event, hour=hour) for (day, hour, event), count in drawn.items()]


def true_counts(cells):
    """How often each released kind really happened, by day: the oracle."""
    found = defaultdict(Counter)
    for each in cells:
        day = each.hour.astimezone(ZONE).date()
        if each.kind == "face":
            found["opinion", "good" if each.value == "5" else "other"][day] += each.count
        else:
            found["time free" if each.kind == "topic" else each.kind, each.value][day] += each.count
    for day, count in found["none free", "housing"].items():
        free = found["time free", "housing"]
        free[day] = max(0, free[day] - count)
    return found


@given(counts)
def test_cells_are_true_disjoint_and_never_below_five(drawn):
    cells = as_cells(drawn)
    found = [each for each in released(*cells).cells if each.kind in EXACT]
    assert all(each.count >= MIN_COUNT for each in found)
    true = true_counts(cells)
    for event, days in true.items():
        own = [each for each in found if (each.kind, each.value) == event]
        assert sum(each.count for each in own) <= sum(days.values())
        for each in own:
            small = sum(count for day, count in days.items() if day in each.days and count < MIN_COUNT)
            is_whole = each.first == each.last or each.kind == "opinion"
            assert each.count <= (sum(days[day] for day in days if day in each.days) if is_whole else small)


def answers(found, event):
    """Every answer that can be had of an event: the figures of each day, week and month."""
    own = [each for each in found if (each.kind, each.value) == event]
    days = [FIRST + timedelta(days=n) for n in range(30)]
    periods = {*((day, day) for day in days), *map(week_of, days), *map(month_of, days)}
    return {
        (first, last): sum(each.count for each in own if first <= each.first and each.last <= last)
        for first, last in periods
    }


@settings(max_examples=60)
@given(counts)
def test_no_difference_of_two_answers_is_below_five(drawn):
    cells = as_cells(drawn)
    found = released(*cells).cells
    for event in {(each.kind, each.value) for each in found if each.kind in EXACT}:
        cells = answers(found, event)
        for one, other in combinations(cells, 2):
            if Days(*one).holds(Days(*other)) or Days(*other).holds(Days(*one)):
                assert abs(cells[one] - cells[other]) == 0 or abs(cells[one] - cells[other]) >= MIN_COUNT


@settings(max_examples=60)
@given(counts)
def test_no_difference_of_an_answer_and_its_weeks_or_days_is_below_five(drawn):
    """A month less all of its weeks, and a week less all of its days."""
    cells = as_cells(drawn)
    found = released(*cells).cells
    for event in {(each.kind, each.value) for each in found if each.kind in EXACT}:
        cells = answers(found, event)
        for whole in cells:
            for size in (7, 1):
                parts = [
                    each
                    for each in cells
                    if each != whole
                    and whole[0] <= each[0]
                    and each[1] <= whole[1]
                    and ((each[1] == each[0]) if size == 1 else each == week_of(each[0]))
                ]
                rest = cells[whole] - sum(cells[each] for each in parts)
                assert rest <= 0 or rest >= MIN_COUNT


@given(counts, counts, st.integers(2, 30))
def test_what_was_released_does_not_change_when_more_happens(drawn, more, day):
    """An answer of today less one of tomorrow is of whole days, weeks or months."""
    cells, today = as_cells(drawn), date(2026, 11, day)
    early = [each for each in cells if each.hour.day < day]
    late = [each for each in as_cells(more) if each.hour.day >= day]
    before = set(released(*early, today=today).cells)
    assert before <= set(released(*early, *late).cells)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=5))
def test_a_released_rest_leaves_each_of_its_days_three_values(days):
    """Whoever knows that each day is below five cannot work a day out."""
    cells = [cell(2 + n, count) for n, count in enumerate(days) if count]
    cells += [cell(2 + n, 1, "qr", "shown") for n in range(len(days))]  # the screen was used
    for each in (each for each in released(*cells).cells if each.kind == "times unknown"):
        assert each.first != each.last
        if each.days == week_of(date(2026, 11, 2)):
            possible = [way for way in product(range(MIN_COUNT), repeat=len(days)) if sum(way) == each.count]
            assert all(len({way[n] for way in possible}) >= 3 for n in range(len(days)))


def test_a_day_a_week_and_a_month():
    days = [cell(2, 7), *(cell(day, 3) for day in (3, 4, 5)), cell(10, 2), cell(17, 2), cell(24, 3)]
    used = [cell(day, 1, "qr", "shown") for day in range(2, 29)]
    month = Counter(
        {
            (each.first.day, each.last.day): each.count
            for each in released(*days, *used).cells
            if each.kind == "times unknown"
        }
    )
    assert month == {(2, 2): 7, (2, 8): 9, (1, 30): 7}


def test_nothing_is_released_before_its_time_is_over():
    days = [
        cell(2, 7),
        *(cell(day, 3) for day in (3, 4, 5)),
        *(cell(day, 1, "qr", "shown") for day in range(2, 9)),
    ]
    assert released(*days, today=date(2026, 11, 2)).cells == ()
    assert [
        each.count for each in released(*days, today=date(2026, 11, 8)).cells if each.kind == "times unknown"
    ] == [7]
    assert sorted(
        each.count for each in released(*days, today=date(2026, 11, 9)).cells if each.kind == "times unknown"
    ) == [7, 9]


def test_those_who_found_no_time_are_no_part_of_another_figure():
    found = released(cell(2, 20, "topic", "housing"), cell(2, 17, "none free", "housing")).cells
    assert found == (
        ReleasedCell("torget", "none free", "housing", date(2026, 11, 2), date(2026, 11, 2), 17),
    )


def test_what_contains_topics_or_is_contained_in_them_is_rounded_to_fives():
    """So that languages less topics, or topics less codes, tells of nobody."""
    counts = {"visit": 23, "language": 22, "topic": 20, "qr": 18}
    found = released(*(cell(2, count, kind, "housing") for kind, count in counts.items())).cells
    assert {each.kind: each.count for each in found} == {
        "visit": 25,
        "language": 20,
        "time free": 20,
        "qr": 20,
    }


def test_a_day_on_which_the_file_was_copied_is_not_over():
    """A copy of noon, read a month later, would release other figures than a copy of the evening."""
    noon = [cell(9, 9, "topic", "housing"), cell(10, 12, "topic", "housing")]
    assert [each.first.day for each in release(noon, ZONE, LATER).cells] == [9]


def test_the_size_of_an_hour_does_not_reveal_that_a_hidden_day_had_nobody():
    """9 on one Monday and "at least 5", so at most 9, in all: nobody came on the other."""
    days = cell(2, 9, "visit", "begun"), cell(9, 1, "qr", "shown", hour=14)
    assert released(*days).hours == ()


def test_days_are_those_of_the_office():
    late = Cell("torget", datetime(2026, 11, 2, 23, 30, tzinfo=UTC), "language", "so", 9)
    assert [each.first for each in released(late).cells] == [date(2026, 11, 3)]


def test_opinions_are_released_by_the_month():
    faces = [cell(2, 9, "face", "5"), cell(3, 2, "face", "4"), cell(4, 3, "face", "1")]
    assert [(each.value, each.first.day, each.last.day, each.count) for each in released(*faces).cells] == [
        ("good", 1, 30, 11)
    ]
    assert released(*faces, today=date(2026, 11, 30)).cells == ()


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(7, 16), st.integers(1, 40)), max_size=40))
def test_hours_are_released_by_their_size_only(drawn):
    cells = [cell(day, count, "visit", "begun", hour=hour) for day, hour, count in drawn]
    true = Counter()
    for each in cells:
        local = each.hour.astimezone(ZONE)
        true[local.weekday(), local.hour] += each.count
    for each in released(*cells).hours:
        assert each.at_least in SIZES
        assert each.at_least <= true[each.weekday, each.hour]


def test_an_hour_that_would_reveal_a_hidden_day_is_not_released():
    """Four Mondays with one hour each: 6, 5, 5 are shown, and 20 in all would tell that the other has 4."""
    mondays = dict(zip((2, 9, 16, 23), (6, 5, 5, 4), strict=True))
    assert released(*(cell(day, count, "visit", "begun") for day, count in mondays.items())).hours == ()
    many = released(*(cell(day, 6, "visit", "begun") for day in mondays))
    assert many.hours == (BusyHour("torget", "visit", date(2026, 11, 1), date(2026, 11, 30), 0, 11, 20),)


def test_slides_are_released_by_the_day_in_minutes():
    found = released(
        cell(2, 1790, "slide", "welcome"), cell(2, 29, "slide", "hours"), cell(2, 3600, "running", "screen")
    )
    assert found.days == (
        DayOfScreen("torget", date(2026, 11, 2), "", 60),
        DayOfScreen("torget", date(2026, 11, 2), "welcome", 30),
    )
    assert found.cells == ()


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-11-01", "2026-11-01", "2026-11-01"),
        ("2026-11-04", "2026-11-02", "2026-11-08"),
        ("2026-11-30", "2026-11-30", "2026-11-30"),
    ],
)
def test_weeks_end_with_their_month(day, first, last):
    assert week_of(date.fromisoformat(day)) == (date.fromisoformat(first), date.fromisoformat(last))
