"""When one event is busy: starts, ends, durations, and whether it counts."""

import pytest

from tests.booking.sources.ical.samples import DAY, busy, event

AUTUMN, SPRING = "20261025", "20270328"
ONE_DAY = [("13 00:00", "14 00:00")]
NOON = [("13 12:00", "13 13:00")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("DTSTART;VALUE=DATE:20261025", "DURATION:P1D"), [("25 00:00", "26 00:00")]),
        (("DTSTART;VALUE=DATE:20261025", "DURATION:PT24H"), [("25 00:00", "26 00:00")]),
        (("DTSTART;VALUE=DATE:20261024", "DURATION:P1W"), [("24 00:00", "31 00:00")]),
        (("DTSTART;VALUE=DATE:20261013", "DURATION:PT0S"), ONE_DAY),
        (("DTSTART:20261013",), ONE_DAY),  # without VALUE=DATE
        (("DTSTART;VALUE=DATE:2026-10-13",), ONE_DAY),
        (("DTSTART;VALUE=DATE-TIME;TZID=Europe/Stockholm:20261013T120000", "DURATION:PT1H"), NOON),
        (('DTSTART;X-A="B:C;D";TZID=Europe/Stockholm:20261013T120000', "DURATION:PT1H"), NOON),
        (("dtstart;tzid=Europe/Stockholm:20261013t120000", "duration:pt1h"), NOON),
        (("DTSTART;TZID=Europe/Stockholm:20261013T100000Z", "DURATION:+PT1H"), NOON),  # Z wins
        (("DTSTART:2026-10-13T12:00:00+02:00", "DURATION:PT1H"), NOON),
        (("DTSTART:20261013T100000.000Z", "DURATION:PT60M"), NOON),
        (("DTSTART;TZID=Europe/Stockholm:20261024T220000", "DURATION:PT8H"), [("24 22:00", "25 05:00")]),
        (("DTSTART;TZID=Europe/Stockholm:20261024T220000", "DURATION:P1D"), [("24 22:00", "25 22:00")]),
        (
            ("DTSTART;TZID=Europe/Stockholm:20261025T023000", "DTEND;TZID=Europe/Stockholm:20261025T024500"),
            [("25 02:30", "25 02:45")],  # either of the two: an hour and a quarter
        ),
        (("DTSTART;TZID=America/New_York:20261013T060000", "DTEND:20261013T110000Z"), NOON),
    ],
)
def test_start_and_end(lines, expected):
    assert busy(*event(*lines)) == expected


def test_time_that_is_shown_twice_counts_both_times():
    times = ("DTSTART;TZID=Europe/Stockholm:20261025T021500", "DTEND;TZID=Europe/Stockholm:20261025T023000")
    assert busy(*event(*times)) == [("25 02:15", "25 02:30")]


@pytest.mark.parametrize(
    ("lines", "expected", "problem"),
    [
        (
            ("DTSTART:20261013T100000Z", "DTEND:20261013T090000Z"),
            [("13 12:00", "14 02:00")],
            "is before DTSTART; it counts to the end of its day",
        ),
        (("DTSTART;VALUE=DATE:20261013", "DTEND;VALUE=DATE:20261012"), ONE_DAY, "is before DTSTART"),
        (("DTSTART:20261013T100000Z", "DURATION:soon"), [("13 12:00", "14 02:00")], "is not understood"),
        (("DTSTART:20261013T120000", "DTEND:20261332"), [("13 12:00", "14 00:00")], "is not understood"),
        (
            ("DTSTART:20261013T120000", "DTEND;VALUE=DATE:20261013"),
            [("13 12:00", "14 00:00")],
            "different kinds",
        ),
        (
            ("DTSTART;VALUE=DATE:20261013", "DTEND:20261013T130000"),
            [("13 00:00", "13 13:00")],
            "different kinds",
        ),
        (("DTSTART;VALUE=DATE:20261013T120000", "DURATION:PT1H"), NOON, "is not a date"),
        ((*DAY, "DURATION:PT3H"), [("13 12:00", "13 15:00")], "a second end"),
        (("DTSTART:20261013T100000Z", "DURATION:PT1H", "DTSTART:20261014T100000Z"), NOON, "a second DTSTART"),
        (
            ("DTSTART:20260230T100000Z", "DTEND:20261013T130000Z"),
            [("13 02:00", "13 15:00")],
            "start of the day",
        ),
        (("DTEND:20261013T130000",), [("13 00:00", "13 13:00")], "there is no DTSTART"),
        (("DTSTART:20260230T100000Z", "DURATION:PT1H"), [], "the event does not count"),
        (("DTSTART;TZID=Nowhere/Land:20261013T120000", "DURATION:PT1H"), NOON, "'Nowhere/Land' is unknown"),
        (('DTSTART;TZID="(UTC+01:00) Amsterdam":20261013T120000', "DURATION:PT1H"), NOON, "is unknown"),
        (("DTSTART;TZID=:20261013T120000", "DURATION:PT1H"), NOON, "'' is unknown"),
        (
            ('DTSTART;TZID="Europe/Stockholm:20261013T120000', "DTEND:20261013T110000Z"),
            [("13 02:00", "13 13:00")],
            "",
        ),
    ],
)
def test_what_is_known_of_a_damaged_event_counts(lines, expected, problem):
    found = busy(*event(*lines), problems=(problem,) if problem else ("", ""))
    assert found[:1] == expected[:1]


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ((), True),
        (("STATUS:TENTATIVE",), True),
        (("STATUS:CONFIRMED",), True),
        (("STATUS:cancelled",), False),
        (("STATUS;X-WHY=ill:CANCELLED",), False),
        (("STATUS:CANCELLED", "STATUS:CONFIRMED"), True),
        (("STATUS:CANCELED",), True),  # not a value of RFC 5545: not known to be off
        (("TRANSP:TRANSPARENT",), False),
        (("TRANSP:TRANSPARENT", "TRANSP:OPAQUE"), True),
        (("CLASS:PRIVATE",), True),
        (("X-MICROSOFT-CDO-BUSYSTATUS:FREE",), False),
        (("X-MICROSOFT-CDO-BUSYSTATUS:FREE", "TRANSP:TRANSPARENT"), False),
        (("X-MICROSOFT-CDO-BUSYSTATUS:FREE", "TRANSP:OPAQUE"), True),
        (("X-MICROSOFT-CDO-BUSYSTATUS:OOF", "TRANSP:TRANSPARENT"), True),
        (("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",), True),
        (("X-MICROSOFT-CDO-INTENDEDSTATUS:FREE",), True),
        (("ATTENDEE;PARTSTAT=DECLINED:mailto:omar@city.example",), True),
        (("ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@city.example",), True),
        (('ATTENDEE;CN="A: B";PARTSTAT=DECLINED:MAILTO:Anna@city.example',), False),
    ],
)
def test_event_counts(lines, counts):
    assert bool(busy(*event(*DAY, *lines), owner="mailto:anna@city.example")) == counts


def test_declined_counts_if_nobody_knows_whose_calendar_it_is():
    assert busy(*event(*DAY, "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@city.example")) == NOON


def test_text_that_looks_like_a_status_does_not_free_the_event():
    lines = ("DESCRIPTION:Yesterday", "Omar wrote", "STATUS:CANCELLED")
    assert busy(*event(*DAY, *lines), problems=("line 9: not a line of iCalendar",)) == NOON


def test_what_is_inside_an_event_is_not_the_event():
    alarm = ("BEGIN:VALARM", "DTSTART:20261020T100000Z", "DURATION:PT9H", "STATUS:CANCELLED", "END:VALARM")
    assert busy(*event(*DAY, *alarm)) == NOON


def test_task_and_journal_take_no_time():
    assert busy("BEGIN:VTODO", *DAY, "END:VTODO", "BEGIN:VJOURNAL", *DAY, "END:VJOURNAL") == []


def test_cancelling_method_holds_for_its_own_calendar():
    cancelled = ("METHOD:CANCEL", *event(*DAY), "END:VCALENDAR", "BEGIN:VCALENDAR")
    assert busy(*cancelled, *event("DTSTART:20261014T100000Z", "DURATION:PT1H", uid="two")) == [
        ("14 12:00", "14 13:00")
    ]
