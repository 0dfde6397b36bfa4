import itertools
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.feed.models import When
from kiosk.feed.recurrence import Recurrence
from tests import feeds


def days(rule, since, count=4):
    return [str(day) for day in islice(Recurrence.parse(rule).days(date.fromisoformat(since)), count)]


def test_rule_is_read_in_any_case_and_written_back():
    assert str(Recurrence.parse("rrule:freq=monthly;byday=1tu")) == "FREQ=MONTHLY;BYDAY=1TU"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=1TU", ["2026-01-06", "2026-02-03", "2026-03-03", "2026-04-07"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["2026-01-30", "2026-02-27"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29", "2032-02-29", "2036-02-29", "2040-02-29"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2", ["2026-12-28", "2032-12-27"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3", ["2026-01-11", "2026-01-12", "2026-01-25"]),
    ],
)
def test_rule_falls_on_its_days(rule, expected):
    assert days(rule, "2026-01-01") == expected


def test_rule_counts_from_its_first_day():
    assert days("FREQ=DAILY;INTERVAL=10;COUNT=2", "1999-12-31") == ["1999-12-31", "2000-01-10"]
    assert days("FREQ=YEARLY;COUNT=2", "9998-05-01") == ["9998-05-01", "9999-05-01"]


@pytest.mark.parametrize(
    "rule",
    [
        "", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9", "FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;INTERVAL=0",
        "BYDAY=MO", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;COUNT=99999", "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYSETPOS=0",
        "every tuesday", "FREQ=DAILY\nFREQ=DAILY",
    ],
)  # fmt: skip
def test_what_is_no_rule_of_days_is_refused(rule):
    with pytest.raises(ValidationError, match="expected a recurrence rule"):
        feeds.valid(When, {"since": "2026-01-01", "repeat": rule})


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ({"repeat": "FREQ=DAILY"}, "'since' beside 'repeat'"),
        ({"since": "2026-01-02", "until": "2026-01-01"}, "'until' on the day of 'since' or later"),
        ({"since": "2026-01-01", "repeat": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"}, "falls on a day"),
        (
            {"since": "2026-01-01", "until": "2026-01-05", "repeat": "FREQ=MONTHLY;BYDAY=1TU"},
            "falls on a day",
        ),
    ],
)
def test_what_never_comes_up_is_refused(when, message):
    with pytest.raises(ValidationError, match=message):
        feeds.valid(When, when)


FREQUENCIES = {
    "DAILY": ("", ";BYDAY=TU,SU", ";BYMONTH=2;BYMONTHDAY=29", ";BYMONTHDAY=-1"),
    "WEEKLY": ("", ";BYDAY=MO,SU", ";WKST=SU;BYDAY=SU,SA", ";BYDAY=MO,WE,FR;BYSETPOS=-1"),
    "MONTHLY": ("", ";BYDAY=-1FR", ";BYMONTHDAY=31", ";BYDAY=MO,TU;BYSETPOS=2"),
    "YEARLY": ("", ";BYWEEKNO=1,53;BYDAY=MO", ";BYYEARDAY=-1,60", ";BYMONTH=5;BYDAY=2SU", ";BYDAY=20MO"),
}


@given(
    rule=st.sampled_from([f"{each}{parts}" for each, more in FREQUENCIES.items() for parts in more]),
    interval=st.sampled_from([1, 2, 3, 5, 12, 18, 97]),
    since=st.dates(date(1880, 1, 1), date(2030, 1, 1))
    | st.just(date(1904, 2, 29))
    | st.just(date(2000, 1, 31)),
    years=st.integers(0, 160),
)
@settings(max_examples=150, deadline=None)
def test_days_from_a_later_day_on_are_the_same(rule, interval, since, years):
    frequency, _, parts = rule.partition(";")
    found = Recurrence(f"FREQ={frequency};INTERVAL={interval}{parts and ';' + parts}")
    first = since + timedelta(days=365 * years + 17)
    last = first + timedelta(days=4000)

    def between(days):
        later = itertools.dropwhile(lambda day: day < first, days)
        return [*itertools.takewhile(lambda day: day <= last, later)]

    assert between(found.days(since, first)) == between(found.days(since))


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY", "FREQ=YEARLY;BYDAY=1MO"]
)
@pytest.mark.parametrize("since", [date(1, 1, 1), date(4, 2, 29), date(1000, 1, 31), date(2020, 5, 5)])
def test_an_old_rule_costs_no_more_than_a_new_one(rule, since):
    """A million days before the first that is asked for would stop a screen for seconds."""
    today = date(2026, 11, 28)
    passed = itertools.takewhile(lambda day: day < today, Recurrence(rule).days(since, today))
    assert len([*passed]) <= 800


def test_a_rule_of_so_many_times_is_counted_from_its_first_day():
    found = Recurrence("FREQ=DAILY;COUNT=3").days(date(2026, 1, 1), date(2026, 1, 3))
    assert [*found] == [date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3)]
