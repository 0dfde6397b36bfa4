"""Free/busy lists and published availability."""

import pytest

from tests.booking.sources.ical.samples import DAY, busy, event

COVERED = ("DTSTART:20261001T000000Z", "DTEND:20261201T000000Z")
NOON = [("13 12:00", "13 13:00")]


def listing(*lines, covered=COVERED):
    return ("BEGIN:VFREEBUSY", *covered, *lines, "END:VFREEBUSY")


@pytest.mark.parametrize(
    "line",
    [
        "FREEBUSY:20261013T100000Z/PT1H",
        "FREEBUSY:20261013T100000Z/20261013T110000Z",
        "FREEBUSY;FBTYPE=BUSY:20261013T100000Z/PT60M",
        "FREEBUSY;FBTYPE=busy-unavailable:20261013T100000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261013T100000Z/PT1H",
        "FREEBUSY;FBTYPE=X-LUNCH:20261013T100000Z/PT1H",
        'FREEBUSY;FBTYPE="FREE","BUSY":20261013T100000Z/PT1H',
        "FREEBUSY;FBTYPE=FREE,BUSY:20261013T100000Z/PT1H",
        "FREEBUSY:20261013T100000Z/PT30M, 20261013T103000Z/PT30M",
        "FREEBUSY:20261013T100000Z/PT1H,",
        "FREEBUSY;TZID=Europe/Stockholm:20261013T120000/PT1H",
        "FREEBUSY:20261013T120000/PT1H",
    ],
)
def test_busy_period(line):
    assert busy(*listing(line)) == NOON


@pytest.mark.parametrize("kind", ["FREE", '"FREE"', "free", "FREE,FREE"])
def test_free_period(kind):
    assert busy(*listing(f"FREEBUSY;FBTYPE={kind}:20261013T100000Z/PT1H")) == []


@pytest.mark.parametrize(
    ("period", "expected", "problem"),
    [
        ("20261013T100000Z/", [("13 12:00", "14 02:00")], "to the end of its day"),
        ("20261013T100000Z", [("13 12:00", "14 02:00")], "to the end of its day"),
        ("20261013T100000Z/soon", [("13 12:00", "14 02:00")], "to the end of its day"),
        ("junk", [], "has no start"),
        ("20261013T100000Z/PT1H,junk", NOON, "has no start"),
        ("20261013T100000Z/-PT1H", [], "ends before it begins"),
    ],
)
def test_what_is_known_of_a_damaged_period_counts(period, expected, problem):
    assert busy(*listing(f"FREEBUSY:{period}"), problems=(problem,)) == expected


def test_period_of_a_day_lasts_until_the_same_clock_time():
    assert busy(*listing("FREEBUSY;TZID=Europe/Stockholm:20261024T120000/P1D")) == [("24 12:00", "25 12:00")]


def test_what_no_list_covers_is_not_known_to_be_free():
    first = listing(covered=("DTSTART:20261001T000000Z", "DTEND:20261020T000000Z"))
    second = listing(covered=("DTSTART:20261021T000000Z", "DTEND:20261025T000000Z"))
    assert busy(*first, *second) == [("20 02:00", "21 02:00"), ("25 02:00", "02 01:00")]


def test_list_without_a_range_covers_all():
    assert busy(*listing("FREEBUSY:20261013T100000Z/PT1H", covered=())) == NOON


def available(*lines):
    return ("BEGIN:AVAILABLE", "UID:free", *lines, "END:AVAILABLE")


def availability(*lines):
    return ("BEGIN:VAVAILABILITY", "UID:hours", *lines, "END:VAVAILABILITY")


RANGE = ("DTSTART;TZID=Europe/Stockholm:20261013T000000", "DTEND;TZID=Europe/Stockholm:20261015T000000")
WORK = ("DTSTART;TZID=Europe/Stockholm:20261013T090000", "DTEND;TZID=Europe/Stockholm:20261013T170000")


def test_only_what_is_available_is_free():
    got = busy(*availability(*RANGE, *available(*WORK, "RRULE:FREQ=DAILY")))
    assert got == [("13 00:00", "13 09:00"), ("13 17:00", "14 09:00"), ("14 17:00", "15 00:00")]


def test_events_take_from_what_is_available():
    got = busy(*availability(*RANGE, *available(*WORK)), *event(*DAY))
    assert got[:2] == [("13 00:00", "13 09:00"), ("13 12:00", "13 13:00")]


def test_availability_without_an_end_or_a_start():
    assert busy(*availability(RANGE[0])) == [("13 00:00", "02 01:00")]
    assert busy(*availability(RANGE[0], "DURATION:P2D")) == [("13 00:00", "15 00:00")]
    assert busy(*availability(*available(*WORK))) == [("12 02:00", "13 09:00"), ("13 17:00", "02 01:00")]


def test_exception_of_what_is_available_is_busy():
    work = available(*WORK, "RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Stockholm:20261014T090000")
    assert busy(*availability(*RANGE, *work)) == [("13 00:00", "13 09:00"), ("13 17:00", "15 00:00")]


@pytest.mark.parametrize(
    "damage",
    [
        ("RRULE:FREQ=SOMETIMES",),
        ("RRULE:FREQ=DAILY;COUNT=few",),
        ("RRULE:FREQ=DAILY", "EXDATE:soon"),
        ("RDATE:soon",),
        ("DURATION:soon",),
    ],
)
def test_damaged_part_makes_nothing_available(damage):
    lines = availability(*RANGE, *available(*WORK, *damage))
    problems = 2 if damage == ("DURATION:soon",) else 1
    assert busy(*lines, problems=("",) * problems) == [("13 00:00", "15 00:00")]


def test_higher_priority_overrules_a_lower_one():
    high = availability("PRIORITY:1", *RANGE, *available(*WORK))
    low = availability("PRIORITY:9", "DTSTART;TZID=Europe/Stockholm:20261001T000000")
    undefined = availability("PRIORITY:0", "DTSTART;TZID=Europe/Stockholm:20261001T000000")
    for lower in (low, undefined):
        for order in ((high, lower), (lower, high)):
            got = busy(*order[0], *order[1])
            assert got == [("12 02:00", "13 09:00"), ("13 17:00", "02 01:00")]


def test_equal_priorities_are_both_busy():
    one, other = availability(*RANGE, *available(*WORK)), availability(*RANGE)
    assert busy(*one, *other) == [("13 00:00", "15 00:00")]
