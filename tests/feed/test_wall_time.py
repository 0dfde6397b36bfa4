from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.feed.wall_time import BEGINNING, FOREVER, Span, days_from, instant, merge_spans, span_on, utc
from kiosk.feed.written_times import TimeRange

STOCKHOLM = ZoneInfo("Europe/Stockholm")
BEIRUT = ZoneInfo("Asia/Beirut")  # puts its clocks forward at midnight
NOON = datetime(2026, 10, 13, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "minutes", "expected"),
    [
        (date(2026, 3, 29), 119, datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (date(2026, 3, 29), 120, datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (date(2026, 3, 29), 150, datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (date(2026, 3, 29), 180, datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (date(2026, 3, 29), 181, datetime(2026, 3, 29, 1, 1, tzinfo=UTC)),
        (date(2026, 10, 25), 150, datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), 180, datetime(2026, 10, 25, 2, tzinfo=UTC)),
        (date(2026, 12, 31), 1440, datetime(2026, 12, 31, 23, tzinfo=UTC)),
        (date(2026, 12, 31), 2880, datetime(2027, 1, 1, 23, tzinfo=UTC)),
    ],
)
def test_wall_time_is_the_first_instant_that_shows_it(day, minutes, expected):
    assert instant(day, minutes, STOCKHOLM) == expected


def test_day_that_has_no_midnight_begins_after_it():
    assert instant(date(2026, 3, 29), 0, BEIRUT).astimezone(BEIRUT).hour == 1


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_later_on_the_wall_is_never_earlier(day):
    shown = [instant(day, minutes, STOCKHOLM) for minutes in range(1441)]
    assert shown == sorted(shown)


def test_ends_of_the_calendar_are_ends():
    assert instant(date.min, 0, STOCKHOLM) == BEGINNING
    assert instant(date.max, 1440, STOCKHOLM) == FOREVER
    assert list(days_from(date.max - timedelta(days=1), 9)) == [date.max - timedelta(days=1)]


def test_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        utc(datetime(2026, 10, 13))  # noqa: DTZ001  # what is refused


def test_range_past_midnight_ends_on_the_next_day():
    night = span_on(date(2026, 10, 13), TimeRange.parse("22:00-02:00"), STOCKHOLM)
    assert night == Span(datetime(2026, 10, 13, 20, tzinfo=UTC), datetime(2026, 10, 14, tzinfo=UTC))


@pytest.mark.parametrize(("hours", "length"), [("24:00-00:00", 24), ("24:00-24:00", 24), ("24:00-01:00", 1)])
def test_range_from_the_end_of_the_day_is_on_the_next(hours, length):
    start = datetime(2026, 10, 13, 22, tzinfo=UTC)
    got = span_on(date(2026, 10, 13), TimeRange.parse(hours), STOCKHOLM)
    assert got == Span(start, start + timedelta(hours=length))


def test_range_that_the_clocks_skip_has_no_length():
    skipped = span_on(date(2026, 3, 29), TimeRange.parse("02:15-02:45"), STOCKHOLM)
    assert skipped.start == skipped.end


spans = st.tuples(st.integers(0, 30), st.integers(-3, 6)).map(
    lambda pair: Span(NOON + timedelta(hours=pair[0]), NOON + timedelta(hours=sum(pair)))
)


@given(st.lists(spans, max_size=8).map(sorted))
def test_joined_spans_cover_the_same_and_never_meet(given_spans):
    got = list(merge_spans(given_spans))
    for step in range(80):
        at = NOON + timedelta(minutes=30 * step)
        assert any(s.start <= at < s.end for s in got) is any(s.start <= at < s.end for s in given_spans)
    assert all(one.end < two.start for one, two in pairwise(got))
