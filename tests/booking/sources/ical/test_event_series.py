"""Series: rules, exceptions, added and replaced times, and what damage in one of them cannot do."""

import pytest

from kiosk.booking.sources.ical import event_series, rule_expansion
from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.booking.sources.ical.rule_expansion import local_times
from tests.booking.sources.ical.samples import DAY, STOCKHOLM, WINDOW, busy, calendar, event

LOCAL = ("DTSTART;TZID=Europe/Stockholm:20261013T100000", "DURATION:PT1H")
WHOLE = ("DTSTART;VALUE=DATE:20261013",)  # days that follow each other are one span
DAILY = "RRULE:FREQ=DAILY;COUNT=4"
FOUR = ["13", "14", "15", "16"]


def days(*lines, problems=()):
    return [span[0][:2] for span in busy(*lines, problems=problems)]


def starts(*lines, problems=()):
    return [span[0] for span in busy(*lines, problems=problems)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", ["13", "15", "20", "22"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=MO;COUNT=4", ["13", "18", "27", "01"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU;COUNT=4", ["13", "25", "27"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=1", ["13", "31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["13", "30"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["13", "30"]),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", ["13", "25"]),
        ("FREQ=YEARLY;BYWEEKNO=43", ["13", "20"]),
        ("FREQ=YEARLY;BYYEARDAY=-62", ["13", "31"]),
        ("FREQ=DAILY;BYMONTHDAY=-1,20", ["13", "20", "31"]),
        ("FREQ=DAILY;BYDAY=MO;COUNT=2", ["13", "19", "26"]),
        ("FREQ=DAILY;INTERVAL=3;UNTIL=20261020", ["13", "16", "19"]),
        ("FREQ=DAILY;COUNT=2;", ["13", "14"]),
        ("freq=daily;count=2", ["13", "14"]),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", ["13"]),
        ("FREQ=HOURLY;INTERVAL=2;BYHOUR=1", ["13"]),  # never, since it starts at an even hour
        ("X-LABEL=a;FREQ=DAILY;COUNT=2", ["13", "14"]),
    ],
)
def test_rule(rule, expected):
    assert days(*event(*LOCAL, f"RRULE:{rule}")) == expected


@pytest.mark.parametrize(
    ("rule", "expected", "problem"),
    [
        ("FREQ=DAILY;INTERVAL=0;COUNT=2", ["13", "14"], "INTERVAL='0'"),
        ("FREQ=WEEKLY;COUNT=few", ["13", "20", "27"], "COUNT='FEW'"),
        ("FREQ=WEEKLY;COUNT=0", ["13", "20", "27"], "COUNT='0'"),
        ("FREQ=WEEKLY;UNTIL=20260230", ["13", "20", "27"], "UNTIL='20260230'"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20261014", ["13", "20"], "COUNT and UNTIL are both given"),
        ("FREQ=WEEKLY;BYDAY=TU,XX;COUNT=2", ["13", "20"], "BYDAY='XX'"),
        ("FREQ=DAILY;BYMONTH=13;COUNT=2", ["13", "14"], "BYMONTH='13'"),
        ("FREQ=DAILY;BYMONTHDAY=0;COUNT=2", ["13", "14"], "BYMONTHDAY='0'"),
        ("FREQ=WEEKLY;BYMONTHDAY=20;COUNT=2", ["13", "20"], "BYMONTHDAY must not be used with WEEKLY"),
        ("FREQ=DAILY;BYWEEKNO=1;COUNT=2", ["13", "14"], "BYWEEKNO must not be used with DAILY"),
        ("FREQ=WEEKLY;BYDAY=1TU;COUNT=2", ["13", "20"], "a number that it must not have"),
        ("FREQ=WEEKLY;BYSETPOS=2;COUNT=2", ["13", "20"], "BYSETPOS is used alone"),
        ("FREQ=WEEKLY;WKST=XX;COUNT=2", ["13", "20"], "WKST='XX'"),
        ("FREQ=WEEKLY;SOON=1;COUNT=2", ["13", "20"], "'SOON' is unknown"),
        ("FREQ=WEEKLY;RSCALE=HEBREW", ["13"], "the calendar 'HEBREW' is unknown"),
        ("FREQ=WEEKLY;RSCALE=GREGORIAN;SKIP=FORWARD;COUNT=2", ["13", "20"], "SKIP is not supported"),
        ("COUNT=2", ["13"], "the frequency '' is unknown"),
    ],
)
def test_damaged_part_of_a_rule_never_frees_the_rest(rule, expected, problem):
    assert days(*event(*LOCAL, f"RRULE:{rule}"), problems=(problem,)) == expected


def test_end_that_is_written_twice_is_none():
    problems = ("COUNT is given twice", "it never ends")
    assert days(*event(*LOCAL, "RRULE:FREQ=WEEKLY;COUNT=1;COUNT=9"), problems=problems) == ["13", "20", "27"]


def test_two_rules_both_count():
    lines = (*LOCAL, "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=MONTHLY;BYMONTHDAY=15;COUNT=1")
    assert days(*event(*lines)) == ["13", "15", "20"]


@pytest.mark.parametrize(
    ("times", "exception", "left"),
    [
        (LOCAL, "EXDATE:20261014T080000Z", ["13", "15", "16"]),
        (LOCAL, "EXDATE;TZID=America/New_York:20261014T040000", ["13", "15", "16"]),
        (LOCAL, "EXDATE:20261014T100000", ["13", "15", "16"]),
        (LOCAL, "EXDATE;VALUE=DATE:20261014,20261016", ["13", "15"]),
        (LOCAL, "EXDATE;TZID=Europe/Stockholm:20261014T100000,\n 20261015T100000", ["13", "16"]),
        (LOCAL, "EXDATE;TZID=Europe/Stockholm:20261014T110000", FOUR),
        (WHOLE, "EXDATE:20261014T000000Z", ["13", "15"]),
        (WHOLE, "EXDATE;TZID=Europe/Stockholm:20261014T000000", ["13", "15"]),
        (WHOLE, "EXDATE;TZID=America/New_York:20261014T000000", ["13", "15"]),
        (DAY, "EXDATE:20261014T100000", ["13", "15", "16"]),
    ],
)
def test_exception_of_another_kind_or_zone(times, exception, left):
    assert days(*event(*times, DAILY, exception)) == left


@pytest.mark.parametrize(
    ("times", "exception", "left", "problem"),
    [
        (LOCAL, "EXDATE:tomorrow,20261014T080000Z", ["13", "15", "16"], "'tomorrow' is not a time"),
        (LOCAL, "EXDATE;TZID=Nowhere/Land:20261014T100000", FOUR, "may mean several times"),
        (WHOLE, "EXDATE:20261014T100000Z", ["13"], "may mean several times"),
        (LOCAL, "EXRULE:FREQ=DAILY;COUNT=many", FOUR, "it excludes nothing"),
    ],
)
def test_exception_in_doubt_frees_nothing(times, exception, left, problem):
    assert days(*event(*times, DAILY, exception), problems=(problem,)) == left


def test_date_that_is_another_day_at_the_office_frees_nothing():
    times = ("DTSTART:20261013T223000Z", "DURATION:PT1H")  # 00:30 on the 14th at the office
    assert days(*event(*times, DAILY, "EXDATE;VALUE=DATE:20261014")) == ["14", "15", "16", "17"]


def test_count_is_counted_before_exceptions():
    assert days(*event(*LOCAL, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261014")) == ["13", "15"]


def test_exceptions_are_for_series():
    assert days(*event(*DAY, "EXDATE:20261013T100000Z")) == ["13"]


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20261014T080000Z", "14"),
        ("20261014T075959Z", "13"),
        ("20261014T100000", "14"),
        ("20261014", "14"),
    ],
)
def test_end_of_a_local_series(until, last):
    assert days(*event(*LOCAL, f"RRULE:FREQ=DAILY;UNTIL={until}"))[-1] == last


@pytest.mark.parametrize(
    ("added", "expected", "problems"),
    [
        ("RDATE:20261020T080000Z", "20 10:00", ()),
        ("RDATE;TZID=America/New_York:20261020T040000", "20 10:00", ()),
        ("RDATE;VALUE=PERIOD:20261020T080000Z/PT2H", "20 10:00", ()),
        ("RDATE;VALUE=PERIOD:20261020T080000Z/20261020T100000Z", "20 10:00", ()),
        ("RDATE;VALUE=DATE:20261020", "20 10:00", ("RDATE is a date",)),
        ("RDATE:soon,20261020T080000Z", "20 10:00", ("RDATE='soon' is not a time",)),
        ("RDATE;VALUE=PERIOD:20261020T080000Z/", "20 10:00", ("to the end of its day",)),
    ],
)
def test_added_time(added, expected, problems):
    assert starts(*event(*LOCAL, added), problems=problems) == ["13 10:00", expected]


def test_added_period_has_its_own_length():
    assert busy(*event(*LOCAL, "RDATE;VALUE=PERIOD:20261020T080000Z/PT2H"))[1] == ("20 10:00", "20 12:00")


def test_exception_holds_for_an_added_time():
    assert days(*event(*LOCAL, "RDATE:20261020T080000Z", "EXDATE:20261020T080000Z")) == ["13"]


def replaced(time, *lines, uid="one"):
    return event(f"RECURRENCE-ID{time}", *lines, uid=uid)


MOVED = ("DTSTART;TZID=Europe/Stockholm:20261014T140000", "DURATION:PT1H")
AT = ";TZID=Europe/Stockholm:20261014T100000"


@pytest.mark.parametrize("time", [AT, ":20261014T080000Z", ";VALUE=DATE:20261014", ":20261014T100000"])
def test_replaced_time_is_named_in_another_kind_or_zone(time):
    got = starts(*event(*LOCAL, DAILY), *replaced(time, *MOVED))
    assert got == ["13 10:00", "14 14:00", "15 10:00", "16 10:00"]


@pytest.mark.parametrize("lines", [("STATUS:CANCELLED",), (*MOVED, "TRANSP:TRANSPARENT")])
def test_replaced_by_nothing(lines):
    assert days(*event(*LOCAL, DAILY), *replaced(AT, *lines)) == ["13", "15", "16"]


@pytest.mark.parametrize(
    ("time", "lines", "problem"),
    [
        (AT, ("DTSTART:soon",), "'soon' is not a time"),
        (AT, ("SEQUENCE:2",), "there is no DTSTART"),
        (":soon", ("STATUS:CANCELLED",), "RECURRENCE-ID='soon' is not a time"),
    ],
)
def test_damaged_replacement_frees_nothing(time, lines, problem):
    assert days(*event(*LOCAL, DAILY), *replaced(time, *lines), problems=(problem,)) == FOUR


def test_replacement_without_its_series_counts():
    assert starts(*replaced(AT, *MOVED)) == ["14 14:00"]


def test_replacement_stands_before_its_series_or_in_another_calendar():
    parted = (*replaced(AT, *MOVED), "END:VCALENDAR", "BEGIN:VCALENDAR", *event(*LOCAL, DAILY))
    assert starts(*parted) == ["13 10:00", "14 14:00", "15 10:00", "16 10:00"]


def test_cancelled_series_keeps_what_replaces_its_times():
    assert starts(*event(*LOCAL, DAILY, "STATUS:CANCELLED"), *replaced(AT, *MOVED)) == ["14 14:00"]


def test_replaced_time_of_two_series_of_one_uid_stays_busy():
    other = ("DTSTART;TZID=Europe/Stockholm:20261013T120000", "DURATION:PT1H", DAILY)
    lines = (*event(*LOCAL, DAILY), *event(*other), *replaced(AT, "STATUS:CANCELLED"))
    got = starts(*lines, problems=("a second event of the same UID",))
    assert "14 10:00" in got
    assert "14 12:00" in got


def test_exact_copy_of_a_series_is_not_a_second_one():
    lines = (*event(*LOCAL, DAILY), *event(*LOCAL, DAILY), *replaced(AT, "STATUS:CANCELLED"))
    assert days(*lines) == ["13", "15", "16"]


RANGE = f";RANGE=THISANDFUTURE{AT}"


def test_later_times_are_moved_too():
    got = busy(*event(*LOCAL, DAILY), *replaced(RANGE, MOVED[0], "DURATION:PT2H"))
    assert got == [("13 10:00", "13 11:00"), *((f"{day} 14:00", f"{day} 16:00") for day in (14, 15, 16))]


def test_later_times_keep_their_clock_time_over_the_change():
    series = ("DTSTART;TZID=Europe/Stockholm:20261013T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = replaced(";RANGE=THISANDFUTURE:20261020T080000Z", "DTSTART:20261021T110000Z", "DURATION:PT1H")
    assert starts(*event(*series), *moved) == ["13 10:00", "21 13:00", "28 13:00"]


def test_later_times_are_cancelled_too():
    assert days(*event(*LOCAL, DAILY), *replaced(RANGE, "STATUS:CANCELLED")) == ["13"]


def test_single_replacement_among_later_ones():
    third = replaced(";TZID=Europe/Stockholm:20261015T100000", "STATUS:CANCELLED")
    assert days(*event(*LOCAL, DAILY), *replaced(RANGE, *MOVED), *third) == ["13", "14", "16"]


@pytest.mark.parametrize(
    ("parameter", "lines", "problem"),
    [
        ("THISANDPRIOR", MOVED, "RANGE='THISANDPRIOR' is not supported"),
        ("THISANDFUTURE", WHOLE, "with dates and times"),
    ],
)
def test_range_that_is_not_supported_replaces_one_time(parameter, lines, problem):
    got = days(*event(*LOCAL, DAILY), *replaced(f";RANGE={parameter}{AT}", *lines), problems=(problem,))
    assert got[-2:] == ["15", "16"]


def test_replacement_that_repeats_counts_beside_its_series():
    lines = (*event(*LOCAL, DAILY), *replaced(AT, *MOVED, "RRULE:FREQ=DAILY;COUNT=2"))
    got = starts(*lines, problems=("repeats itself",))
    assert got == ["13 10:00", "14 14:00", "15 10:00", "15 14:00", "16 10:00"]


def test_far_future_and_far_past():
    assert days(*event("DTSTART:00010101T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"))
    assert days(*event("DTSTART:99991231T230000Z", "DURATION:P99999W", "RRULE:FREQ=DAILY"), *event(*DAY)) == [
        "13"
    ]
    assert days(*event("DTSTART:00010101T100000Z", "DTEND:99991231T235959Z", "RRULE:FREQ=YEARLY")) == ["12"]


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=SECONDLY;BYHOUR=10"])
def test_rule_of_more_times_than_can_be_listed_is_busy_throughout(rule):
    lines = ("DTSTART:20050101T000000Z", "DTEND:20050101T010000Z", f"RRULE:{rule}")
    assert busy(*event(*lines), problems=["line 8: RRULE: too many times"]) == [("12 02:00", "02 01:00")]


@pytest.mark.parametrize("rule", ["FREQ=MINUTELY", "FREQ=MINUTELY;INTERVAL=60"])
def test_rule_of_many_times_is_listed(rule):
    lines = ("DTSTART:20050101T000000Z", "DTEND:20050101T010000Z", f"RRULE:{rule}")
    assert busy(*event(*lines)) == [("12 02:00", "02 01:00")]


def test_all_rules_of_a_calendar_together_list_a_bounded_number_of_times(monkeypatch):
    listed = []

    def listing(*asked):
        times = local_times(*asked)
        listed.append(len(times))
        return times

    monkeypatch.setattr(event_series, "local_times", listing)
    minutes = ["RRULE:FREQ=MINUTELY;COUNT=100000"] * 50
    problems = ["too many times"] * 20 + ["more problems"]
    got = busy(*event("DTSTART:20260901T000000Z", "DURATION:PT0M", *minutes), problems=problems)
    assert got == [("12 02:00", "02 01:00")]
    assert sum(listed) <= event_series.MAX_LISTED + rule_expansion.MAX_TIMES


def test_availability_with_too_many_times_to_list_makes_nothing_free():
    """Taken without a gap, it would make free what is not."""
    lines = ("BEGIN:VAVAILABILITY", "UID:v", "BEGIN:AVAILABLE", "UID:a", "DTSTART:20050101T100000Z")
    rule = "RRULE:FREQ=SECONDLY;BYHOUR=10"
    found = read_busy(
        calendar(*lines, "DURATION:PT1S", rule, "END:AVAILABLE", "END:VAVAILABILITY"), STOCKHOLM, WINDOW
    )
    assert found.spans == (WINDOW,)
    assert "too many times" in found.problems[0]


def test_hourly_rule_keeps_to_the_clock_over_the_change():
    lines = ("DTSTART;TZID=Europe/Stockholm:20261025T010000", "DURATION:PT1H", "RRULE:FREQ=HOURLY;COUNT=4")
    assert busy(*event(*lines)) == [("25 01:00", "25 05:00")]
