"""Calendars as they come: what is busy in them, and what none of their faults can do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.booking.sources.ical.components import read_components
from kiosk.booking.sources.source_errors import BadAnswer
from tests.booking.sources.ical.samples import DAY, STOCKHOLM, WINDOW, busy, calendar, event


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (DAY, [("13 12:00", "13 13:00")]),
        (("DTSTART:20261013T100000", "DTEND:20261013T110000"), [("13 10:00", "13 11:00")]),
        (("DTSTART;TZID=America/New_York:20261013T100000", "DURATION:PT1H30M"), [("13 16:00", "13 17:30")]),
        (
            ("DTSTART;TZID=W. Europe Standard Time:20261013T100000", "DURATION:PT1H"),
            [("13 10:00", "13 11:00")],
        ),
        (("DTSTART;VALUE=DATE:20261013", "DTEND;VALUE=DATE:20261015"), [("13 00:00", "15 00:00")]),
        (("DTSTART;VALUE=DATE:20261025",), [("25 00:00", "26 00:00")]),
        (("DTSTART:20261013T100000Z",), []),
        ((*DAY, "STATUS:TENTATIVE"), [("13 12:00", "13 13:00")]),
        ((*DAY, "STATUS:CANCELLED"), []),
        ((*DAY, "TRANSP:TRANSPARENT"), []),
        ((*DAY, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), []),
        (("DTSTART:20261011T100000Z", "DTEND:20261012T010000Z"), [("12 02:00", "12 03:00")]),
    ],
)
def test_event_that_stands_alone(lines, expected):
    assert busy(*event(*lines)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261014T100000Z"), ["13 12:00", "15 12:00"]),
        (
            ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Europe/Stockholm:20261014T120000"),
            ["13 12:00", "15 12:00"],
        ),
        (("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261014"), ["13 12:00", "15 12:00"]),
        (("RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20261014T100000Z,20261015T100000Z"), ["13 12:00", "16 12:00"]),
        (("RDATE:20261020T080000Z",), ["13 12:00", "20 10:00"]),
        (("RRULE:FREQ=DAILY;COUNT=2", "STATUS:CANCELLED"), []),
        (("RRULE:FREQ=HOURLY;COUNT=3;INTERVAL=2",), ["13 12:00", "13 14:00", "13 16:00"]),
        (("RRULE:FREQ=HOURLY;INTERVAL=12;UNTIL=20261014T095959Z",), ["13 12:00", "14 00:00"]),
        (("RRULE:FREQ=HOURLY;BYHOUR=10;UNTIL=20261014T120000Z",), ["13 12:00", "14 12:00"]),
    ],
)
def test_event_that_comes_again(lines, expected):
    assert [span[0] for span in busy(*event(*DAY, *lines))] == expected


def test_series_keeps_its_clock_time_over_the_change():
    lines = ("DTSTART;TZID=Europe/Stockholm:20261024T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    assert busy(*event(*lines)) == [(f"{day} 10:00", f"{day} 11:00") for day in (24, 25, 26)]


def test_moved_and_cancelled_events_of_a_series():
    series = event(*DAY, "RRULE:FREQ=DAILY;COUNT=4")
    moved = event("RECURRENCE-ID:20261014T100000Z", "DTSTART:20261014T140000Z", "DTEND:20261014T150000Z")
    off = event("RECURRENCE-ID:20261015T100000Z", "DTSTART:20261015T100000Z", "STATUS:CANCELLED")
    got = busy(*series, *moved, *off)
    assert [span[0] for span in got] == ["13 12:00", "14 16:00", "16 12:00"]


def test_own_zone_of_a_file_is_used():
    zone = (
        "BEGIN:VTIMEZONE", "TZID:Torget", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0500", "TZOFFSETTO:+0500", "END:STANDARD", "END:VTIMEZONE",
    )  # fmt: skip
    assert busy(*zone, *event("DTSTART;TZID=Torget:20261013T150000", "DURATION:PT1H")) == [
        ("13 12:00", "13 13:00")
    ]


def test_free_busy_answers_say_no_names_and_need_none():
    answer = (
        "BEGIN:VFREEBUSY", "DTSTART:20261012T000000Z", "DTEND:20261102T000000Z",
        "FREEBUSY;FBTYPE=BUSY:20261013T110000Z/20261013T120000Z,20261014T110000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261015T110000Z/PT1H", "FREEBUSY:20261016T110000Z/PT1H",
        "FREEBUSY;FBTYPE=FREE:20261017T110000Z/PT1H", "END:VFREEBUSY",
    )  # fmt: skip
    assert [span[0] for span in busy(*answer)] == ["13 13:00", "14 13:00", "15 13:00", "16 13:00"]


def test_what_is_inside_an_event_is_not_the_event():
    alarm = ("BEGIN:VALARM", "DTSTART:20261020T100000Z", "DURATION:PT9H", "END:VALARM")
    assert busy(*event(*DAY, *alarm)) == [("13 12:00", "13 13:00")]


def test_names_are_dropped_and_folded_lines_unfolded():
    data = calendar(
        *event("DTSTART;TZID=Europe/Sto", " ckholm:20261013T100000", "DURATION:PT1H", "LOCATION:Home")
    )
    (found,) = read_components(data)
    assert set(found.properties) == {"UID", "DTSTART", "DURATION"}
    assert read_busy(data, STOCKHOLM, WINDOW).spans[0].start == datetime(2026, 10, 13, 8, tzinfo=UTC)


@pytest.mark.parametrize("rule", ["FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=60"])
def test_rules_of_every_minute_for_twenty_years_are_busy_all_the_time(rule):
    lines = ("DTSTART:20050101T000000Z", "DTEND:20050101T010000Z", f"RRULE:{rule}")
    assert read_busy(calendar(*event(*lines)), STOCKHOLM, WINDOW).spans == (WINDOW,)


def test_rule_of_minutes_leaves_what_is_between():
    lines = ("DTSTART:20050101T000000Z", "DTEND:20050101T001000Z", "RRULE:FREQ=MINUTELY;INTERVAL=15")
    spans = read_busy(calendar(*event(*lines)), STOCKHOLM, WINDOW).spans
    assert len(spans) == (WINDOW.end - WINDOW.start) // timedelta(minutes=15)
    assert all(span.end - span.start == timedelta(minutes=10) for span in spans)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a calendar"),
        (b"<html><title>Sign in</title></html>", "not a calendar"),
        (b"\x00\xff" * 1000, "not a calendar"),
        (calendar(*event(*DAY))[:-30], "cut off"),
        (calendar(*event(*DAY))[:-10], "damaged"),
    ],
)
def test_what_is_no_calendar_is_refused(data, message):
    with pytest.raises(BadAnswer, match=message):
        read_busy(data, STOCKHOLM, WINDOW)


junk = st.sampled_from([
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VFREEBUSY", "END:VFREEBUSY",
    "BEGIN:X", "DTSTART:20261013T100000Z", "DTSTART;TZID=:20261013", "DTEND:20261013T090000", "DURATION:-P1D",
    "DURATION:P", ":", "", "RRULE:FREQ=DAILY;COUNT=2", "RRULE:", "RDATE:,", "EXDATE;VALUE=DATE:20261013",
    "RECURRENCE-ID:x", "FREEBUSY:/", "UID:", "\u0000", "DTSTART", "END", "TZID:Europe/Stockholm",
])  # fmt: skip
values = st.sampled_from([
    "20261013T100000Z", "20261013", "20261013T100000", "00010101", "99991231T235959Z", "99991231T240000",
    "20261025T023000",
    "20270328T023000", "20261013T100000Z/PT1H", "20261013T100000Z/", "P1D", "-PT1H", "P999999999W",
    "PT999999999S", "x", "",
    "CANCELLED", "TRANSPARENT", "+0100", "+2359", "FREQ=DAILY;COUNT=3", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MINUTELY;INTERVAL=7;BYHOUR=9", "FREQ=SECONDLY", "FREQ=WEEKLY;UNTIL=99991231T235959Z",
    "FREQ=YEARLY;BYWEEKNO=53,-1",
    "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=1MO,FR", "FREQ=HOURLY;INTERVAL=999999999",
    "FREQ=DAILY;INTERVAL=999999999",
    "FREQ=YEARLY;INTERVAL=9999;COUNT=9", "FREQ=DAILY;COUNT=999999999;BYDAY=MO",
])  # fmt: skip
parameters = st.sampled_from([
    "", ";VALUE=DATE", ";VALUE=PERIOD", ";TZID=Europe/Stockholm", ";TZID=America/New_York", ";TZID=Own",
    ";TZID=?",
    ";RANGE=THISANDFUTURE", ";FBTYPE=FREE",
])  # fmt: skip
names = st.sampled_from(sorted(
    {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "STATUS",
    "TRANSP", "FREEBUSY"}
))  # fmt: skip
properties = st.builds("{}{}:{}".format, names, parameters, values)
kinds = st.sampled_from(["VEVENT", "VEVENT", "VFREEBUSY", "VAVAILABILITY"])
OWN_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-2359",
    "TZOFFSETTO:+2359",
    "RRULE:FREQ=MONTHLY;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


@given(st.lists(junk | st.text(max_size=20), max_size=12))
def test_no_lines_break_the_reader(lines):
    try:
        found = read_busy(calendar(*lines), STOCKHOLM, WINDOW)
    except BadAnswer:
        return
    assert all(WINDOW.start <= span.start < span.end <= WINDOW.end for span in found.spans)


@given(st.lists(st.tuples(kinds, st.lists(properties, max_size=6)), max_size=4))
def test_no_values_break_the_reader(components):
    lines = (
        line for kind, own in components for line in (f"BEGIN:{kind}", "UID:one", *own, f"END:{kind}")
    )  # fmt: skip
    found = read_busy(calendar(*OWN_ZONE, *lines), STOCKHOLM, WINDOW)
    assert all(WINDOW.start <= span.start < span.end <= WINDOW.end for span in found.spans)


@given(st.lists(properties, max_size=4))
def test_no_other_property_frees_an_event(lines):
    """But exceptions and replacements of its own time, and what says that it takes no time."""
    kept = [line for line in lines if not line.startswith(("EX", "RECUR", "STATUS", "TRANSP", "DT", "DUR"))]
    found = read_busy(calendar(*event(*DAY, *kept)), STOCKHOLM, WINDOW)
    assert any(
        span.start <= datetime(2026, 10, 13, 10, tzinfo=UTC)
        and span.end >= datetime(2026, 10, 13, 11, tzinfo=UTC)
        for span in found.spans
    )
