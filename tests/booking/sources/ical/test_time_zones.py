"""What a TZID stands for: names, definitions in the calendar, and the two against each other."""

from datetime import UTC, datetime

import pytest

from kiosk.booking.sources.ical.time_zones import iana_zone, named_zone
from tests.booking.sources.ical.samples import busy, event

AT_TEN = "20261013T100000"


def standard(start, before, after, *more):
    lines = (f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", *more)
    return ("BEGIN:STANDARD", *lines, "END:STANDARD")


def zone(name, *parts):
    return ("BEGIN:VTIMEZONE", f"TZID:{name}", *parts, "END:VTIMEZONE")


def at_ten(name):
    return event(f'DTSTART;TZID="{name}":{AT_TEN}', "DURATION:PT1H")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("Europe/Stockholm", "10"),
        ("europe/stockholm", "10"),
        ("/mozilla.org/20050126_1/Europe/London", "11"),
        ("/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "15"),
        ("W. Europe Standard Time", "10"),
        ("Eastern Standard Time", "16"),
        ("eastern standard time", "16"),
        ("UTC", "12"),
        ("GMT+2", "10"),
        ("UTC-05:00", "17"),
        ("Etc/GMT+5", "17"),
    ],
)
def test_name_is_known(name, start):
    assert busy(*at_ten(name))[0][0] == f"13 {start}:00"


@pytest.mark.parametrize("name", ["Nowhere/Land", "../UTC", "Europe", "UTC+99", "", "é"])
def test_unknown_name_is_the_offices_and_is_reported(name):
    assert busy(*at_ten(name), problems=("is unknown; it is read as the office's",)) == [
        ("13 10:00", "13 11:00")
    ]


def test_own_zone_of_a_calendar():
    own = zone("Torget", *standard("19700101T000000", "+0500", "+0500"))
    assert busy(*own, *event(f"DTSTART;TZID=Torget:{AT_TEN}", "DURATION:PT1H")) == [("13 07:00", "13 08:00")]


def test_own_zone_with_clock_changes():
    parts = (
        *standard("16010101T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
        "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT",
    )  # fmt: skip
    lines = ("DTSTART;TZID=Mine:20261024T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2")
    expected = [("24 10:00", "24 11:00"), ("25 10:00", "25 11:00")]
    assert busy(*zone("Mine", *parts), *event(*lines)) == expected
    twice = ("DTSTART;TZID=Mine:20261025T023000", "DURATION:PT30M")
    assert busy(*zone("Mine", *parts), *event(*twice)) == [("25 02:30", "25 03:00")]


def test_own_zone_with_its_changes_listed():
    listed = standard("20260101T000000", "+0300", "+0400", "RDATE:20261013T090000")
    before = standard("20260601T000000", "+0400", "+0300")
    assert busy(*zone("Mine", *listed, *before), *at_ten("Mine")) == [("13 08:00", "13 09:00")]


def test_definition_that_agrees_with_its_name_is_no_problem():
    parts = standard("20251026T030000", "+0200", "+0100"), standard("20260329T020000", "+0100", "+0200")
    ends = standard("20261025T030000", "+0200", "+0100")
    assert busy(*zone("Europe/Stockholm", *parts[0], *parts[1], *ends), *at_ten("Europe/Stockholm"))


def test_definition_that_contradicts_its_name_counts_as_both():
    own = zone("Europe/Stockholm", *standard("19700101T000000", "+0100", "+0100"))
    got = busy(*own, *at_ten("Europe/Stockholm"), problems=("has several meanings; all count",))
    assert got == [("13 10:00", "13 12:00")]


def test_exception_frees_nothing_that_one_of_two_meanings_keeps():
    own = zone("Europe/Stockholm", *standard("19700101T000000", "+0500", "+0500"))
    lines = (f"DTSTART;TZID=Europe/Stockholm:{AT_TEN}", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2")
    got = busy(*own, *event(*lines, "EXDATE:20261014T080000Z"), problems=("several meanings",))
    assert got == [("13 07:00", "13 08:00"), ("13 10:00", "13 11:00"), ("14 07:00", "14 08:00")]


@pytest.mark.parametrize(
    "parts",
    [
        (),
        standard("soon", "+0100", "+0100"),
        standard("19700101T000000", "", "+0100"),
        standard("19700101T000000", "+0100", "+9900"),
    ],
)
def test_damaged_definition_is_none(parts):
    own = zone("Mine", *parts)
    assert busy(*own, *at_ten("Mine"), problems=("'Mine' is unknown",)) == [("13 10:00", "13 11:00")]
    assert busy(*zone("Europe/London", *parts), *at_ten("Europe/London")) == [("13 11:00", "13 12:00")]


def test_zones_hold_at_the_ends_of_the_calendar():
    zone = named_zone("America/New_York")
    assert zone.instant(datetime.max) == datetime.max.replace(tzinfo=UTC)  # noqa: DTZ901  # a local time
    assert zone.wall(datetime.min.replace(tzinfo=UTC)) == datetime.min  # noqa: DTZ901  # as above


def test_names_of_the_system_that_are_not_places():
    assert iana_zone("right/UTC") is iana_zone("posixrules") is None
