"""The document of a month: one answer for each period for ever, and none that a screen may not give."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.usage.month_figures import (
    MAX_BYTES,
    FiguresError,
    empty_month,
    extended,
    packed,
    read_month,
    unpacked,
    write_month,
)
from kiosk.usage.released_figures import MIN_COUNT, month_of, release, week_of
from kiosk.usage.usage_store import Cell

ZONE = ZoneInfo("Europe/Stockholm")
NOVEMBER = [date(2026, 11, day) for day in range(1, 31)]
PERIODS = {*((day, day) for day in NOVEMBER), *map(week_of, NOVEMBER), month_of(NOVEMBER[0])}
EXACT = {"time free", "none free", "times unknown", "opinion"}
EVENTS = [("times unknown", "housing"), ("none free", "housing"), ("face", "5"), ("qr", "shown")]


def cell(day, count, kind="times unknown", value="housing", hour=10):
    return Cell("torget", datetime(2026, 11, day, hour, tzinfo=UTC), kind, value, count)


def month(*cells, over=date(2026, 12, 1)):
    return extended(empty_month("torget", "2026-11"), cells, ZONE, over)


class Screen:
    """A screen whose counts come, come late, and are deleted, and who is asked now and then."""

    def __init__(self):
        self.counts, self.true = defaultdict(int), defaultdict(int)
        self.month, self.answers = empty_month("torget", "2026-11"), []

    def count(self, day, event, count):
        self.counts[day, event] += count
        self.true[day, event] += count

    def delete(self, before):
        self.counts = defaultdict(int, {key: each for key, each in self.counts.items() if key[0] >= before})

    def ask(self, over):
        cells = [cell(day, count, *event) for (day, event), count in self.counts.items()]
        self.month = extended(self.month, cells, ZONE, over)
        self.answers.append(self.month.figures.cells)

    def happened(self, days, event):
        """How often an event of the released kinds happened: who found no time is no part of who asked."""
        kind, value = event
        name = ("face", "5") if kind == "opinion" else (kind, value)
        return sum(
            count for (day, each), count in self.true.items() if each == name and date(2026, 11, day) in days
        )


any_acts = st.lists(
    st.one_of(
        st.tuples(st.just("count"), st.integers(0, 3), st.sampled_from(EVENTS), st.integers(1, 9)),
        st.tuples(st.just("sleep"), st.integers(1, 6)),
        st.tuples(st.just("delete"), st.integers(0, 12)),
        st.tuples(st.just("ask")),
    ),
    max_size=80,
)
"""A count may come late by days; a deletion leaves the last days."""


@st.composite
def quiet_months(draw):
    """A month of days with few visits each, deleted after some days, and asked on some."""
    kept, asked = draw(st.integers(1, 20)), draw(st.sets(st.integers(0, 29)))
    found = []
    for day, count in enumerate(draw(st.lists(st.integers(0, 5), min_size=30, max_size=30))):
        found += [("count", 0, ("qr", "shown"), 1), ("count", 0, ("times unknown", "housing"), count)]
        found += [("sleep", 1), *([("ask",), ("delete", kept)] if day in asked else [])]
    return found


acts = st.one_of(any_acts, quiet_months())


def lived(drawn):
    """A screen on which all of this happened in November, asked once more after it."""
    screen, today = Screen(), date(2026, 11, 1)
    for act, *words in drawn:
        if act == "sleep":
            today = min(date(2026, 12, 1), today + timedelta(days=words[0]))
        elif act == "count" and today.month == 11:
            screen.count(max(1, today.day - words[0]), *words[1:])
        elif act == "delete":
            screen.delete(max(1, today.day - words[0]))
        elif act == "ask":
            screen.ask(today)
    screen.ask(date(2026, 12, 1))
    return screen


def sums(cells, event):
    """What can be worked out of one answer: the figure of each day, each week and the month."""
    own = [each for each in cells if (each.kind, each.value) == event]
    return {
        (first, last): sum(each.count for each in own if first <= each.first and each.last <= last)
        for first, last in PERIODS
    }


@settings(max_examples=300)
@given(acts)
def test_there_is_one_answer_for_each_period_for_ever(drawn):
    answers = lived(drawn).answers
    for earlier, later in pairwise(answers):
        assert set(earlier) <= set(later)
    figures = [(each.kind, each.value, each.days) for each in answers[-1]]
    assert len(figures) == len(set(figures))
    assert all(each.count >= MIN_COUNT for each in answers[-1])


@settings(max_examples=200)
@given(acts)
def test_no_event_is_in_two_figures(drawn):
    """Whether counts came late, or were deleted: a week never tells of a day again, nor a month of a week."""
    screen = lived(drawn)
    for event in {(each.kind, each.value) for each in screen.answers[-1] if each.kind in EXACT}:
        own = [each for each in screen.answers[-1] if (each.kind, each.value) == event]
        for days in {*map(week_of, NOVEMBER), month_of(NOVEMBER[0])}:
            within = sum(each.count for each in own if days.holds(each.days))
            assert within <= screen.happened(days, event)


@settings(max_examples=100, deadline=None)
@given(acts)
def test_no_difference_of_two_answers_of_any_two_times_is_below_five(drawn):
    answers = lived(drawn).answers
    for event in {(each.kind, each.value) for each in answers[-1] if each.kind in EXACT}:
        found = {
            (n, *days): total for n, cells in enumerate(answers) for days, total in sums(cells, event).items()
        }
        for one, other in combinations(found, 2):
            if _holds(one, other) or _holds(other, one):
                difference = abs(found[one] - found[other])
                assert difference == 0 or difference >= MIN_COUNT


def _holds(one, other):
    """Return whether all that is in the other answer is in this one: as late, and of as many days."""
    return other[0] <= one[0] and one[1] <= other[1] and other[2] <= one[2]


def test_asked_every_day_or_once_it_is_the_same():
    cells = [
        cell(2, 7), *(cell(day, 3) for day in (3, 4, 5)), cell(10, 2), cell(17, 2), cell(24, 3),
        *(cell(day, 1, "qr", "shown") for day in range(2, 29)), cell(9, 20, "face", "5"),
        *(cell(day, 3600, "running", "screen") for day in range(2, 30)),
        *(cell(day, 9, "visit", "begun", hour) for day in (2, 9, 16, 23) for hour in (9, 14)),
    ]  # fmt: skip
    daily = empty_month("torget", "2026-11")
    for day in [*NOVEMBER[1:], date(2026, 12, 1)]:
        so_far = [each for each in cells if each.hour.date() < day]
        daily = read_month(write_month(extended(daily, so_far, ZONE, day)))
    assert set(daily.figures.cells) == set(month(*cells).figures.cells)
    assert daily.is_over
    found = release(
        [*cells, Cell("torget", datetime(2026, 12, 2, tzinfo=UTC), "qr", "", 1)], ZONE, date(2026, 12, 2)
    )
    assert (set(found.cells), set(found.hours), set(found.days)) == (
        set(daily.figures.cells), set(daily.figures.hours), set(daily.figures.days),
    )  # fmt: skip


def test_counts_that_come_late_change_no_answer():
    first = month(cell(2, 7), over=date(2026, 11, 3))
    late = extended(first, [cell(2, 9), cell(3, 8)], ZONE, date(2026, 11, 4))
    assert [(each.first.day, each.count) for each in late.figures.cells] == [(2, 7), (3, 8)]


def test_what_is_left_after_a_deletion_is_not_released_again():
    """Three a day make a week of nine; once its first days are deleted, the rest is no part of the month."""
    used = [cell(day, 1, "qr", "shown") for day in range(2, 29)]
    first = month(*(cell(day, 3) for day in (2, 3, 4)), *used, over=date(2026, 11, 9))
    assert [each.count for each in first.figures.cells if each.kind == "times unknown"] == [9]
    later = [cell(4, 3), cell(11, 2), cell(18, 2), cell(25, 1), *used]
    last = extended(first, later, ZONE, date(2026, 12, 1))
    assert [each.count for each in last.figures.cells if each.kind == "times unknown"] == [9, 5]


FULL = month(
    cell(2, 7),
    cell(9, 20, "face", "5"),
    *(cell(day, 6, "visit", "begun") for day in (2, 9, 16, 23)),
    *(cell(day, 3600, "running", "screen") for day in (2, 3)),
)


def test_a_document_is_read_as_it_was_written():
    assert FULL.figures.cells
    assert FULL.figures.hours
    assert read_month(unpacked(packed(write_month(FULL)))) == FULL


def changed(path, value):
    document = msgspec.json.decode(write_month(FULL))
    *folders, name = path
    place = document
    for folder in folders:
        place = place[folder]
    place[name] = value
    return msgspec.json.encode(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "infodisk-month-2"),
        (("screen",), "../torget"),
        (("month",), "2026-13"),
        (("until",), "2026-12-02"),
        (("until",), "2026-11-30"),
        (("figures", "known_until"), "2026-12-24"),
        (("figures", "cells", 0, "count"), 4),
        (("figures", "cells", 0, "count"), 10**12),
        (("figures", "cells", 0, "count"), "many"),
        (("figures", "cells", 0, "screen"), "lyktan"),
        (("figures", "cells", 0, "kind"), "phone number"),
        (("figures", "cells", 0, "value"), "x" * 131),
        (("figures", "cells", 0, "value"), "two\nlines"),
        (("figures", "cells", 0, "first"), "2026-10-01"),
        (("figures", "cells", 0, "last"), "2026-11-04"),
        (("figures", "cells", 2, "count"), 11),
        (("figures", "hours", 0, "at_least"), 7),
        (("figures", "hours", 0, "hour"), 24),
        (("figures", "hours", 0, "kind"), "language"),
        (("figures", "days", 0, "minutes"), 1501),
        (("figures", "days", 0, "day"), "2026-12-01"),
    ],
)
def test_what_no_screen_may_release_is_refused(path, value):
    with pytest.raises(FiguresError):
        read_month(changed(path, value))


@pytest.mark.parametrize("part", ["cells", "hours", "days"])
def test_a_figure_that_is_there_twice_is_refused(part):
    document = msgspec.json.decode(write_month(FULL))
    document["figures"][part] *= 2
    with pytest.raises(FiguresError, match="a figure that no screen releases"):
        read_month(msgspec.json.encode(document))


@pytest.mark.parametrize(
    "data", [b"", b"hello", packed(b"x" * (MAX_BYTES + 1)), packed(write_month(FULL))[:-9]]
)
def test_what_is_not_packed_is_refused(data):
    with pytest.raises(FiguresError):
        unpacked(data)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"[" * 100_000, b"x" * (MAX_BYTES + 1)])
def test_nonsense_is_refused(data):
    with pytest.raises(FiguresError):
        read_month(data)
