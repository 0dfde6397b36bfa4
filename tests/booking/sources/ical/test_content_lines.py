"""How calendars are encoded, broken into lines and nested."""

import codecs

import pytest

from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.booking.sources.ical.content_lines import content_lines, parse_property
from kiosk.booking.sources.source_errors import BadAnswer
from tests.booking.sources.ical.samples import DAY, STOCKHOLM, WINDOW, busy, calendar, event, local

NOON = [("13 12:00", "13 13:00")]
DATA = calendar(*event(*DAY, "DESCRIPTION:Möte om bostäder"))


def read(data):
    found = read_busy(data, STOCKHOLM, WINDOW)
    assert found.problems == ()
    return local(found.spans)


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\r\n", b"\r\n\r\n", b"\r\n \r\n", b" \r\n"])
def test_line_ends(end):
    assert read(DATA.replace(b"\r\n", end)) == NOON


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + DATA,
        DATA.decode().encode("utf-16"),
        codecs.BOM_UTF16_BE + DATA.decode().encode("utf-16-be"),
        DATA.decode().encode("latin-1"),
        b"\r\n\r\n" + DATA + b"\r\n\0\0\x1a",
        DATA.lower(),
        DATA.rstrip(),
    ],
    ids=["utf-8-bom", "utf-16", "utf-16-be", "latin-1", "blank lines", "lower case", "no last line end"],
)
def test_encodings(data):
    assert read(data) == NOON


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r", b"\r\r\n"])
@pytest.mark.parametrize("space", [b" ", b"\t"])
def test_fold_after_every_byte(end, space):
    folded = end.join(
        (end + space).join(line[at : at + 1] for at in range(len(line))) for line in DATA.split(b"\r\n")
    )
    assert read(folded) == NOON


def test_fold_inside_a_character():
    lines = list(content_lines(b"SUMMARY:M" + b"\xc3\r\n \xb6te\r\nUID:1"))
    assert lines == [(1, "SUMMARY:Möte"), (3, "UID:1")]


def test_uids_that_cannot_be_decoded_stay_different():
    moved = event("RECURRENCE-ID:20261013T100000Z", "STATUS:CANCELLED", uid="\xe5")
    data = calendar(*event(*DAY, uid="\xe4"), *moved).decode().encode("latin-1")
    assert read(data) == NOON


def test_parameters_in_quotes():
    line = 'DTSTART;X-A="b;c:d,e";TZID="Europe/Stockholm";X-F=g:20261013T100000'
    found = parse_property(1, "DTSTART", line)
    assert (found.parameter("TZID"), found.parameter("X-A")) == ("Europe/Stockholm", "b;c:d,e")
    assert found.value == "20261013T100000"
    assert parse_property(1, "DTSTART", 'DTSTART;TZID="Europe:20261013T100000') is None


def test_several_calendars_in_one_stream():
    second = event("DTSTART:20261014T100000Z", "DURATION:PT1H", uid="two")
    assert read(calendar(*event(*DAY)) + calendar() + calendar(*second)) == [*NOON, ("14 12:00", "14 13:00")]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("BEGIN:VEVENT", *event(*DAY), "END:VEVENT"), "begins a VEVENT inside a VEVENT"),
        (("BEGIN:VTODO", *event(*DAY), "END:VTODO"), "begins a VEVENT inside a VTODO"),
        (("BEGIN:X-GROUP", *event(*DAY), "END:X-GROUP"), "begins a VEVENT inside a X-GROUP"),
        (("BEGIN:VCALENDAR", *event(*DAY), "END:VCALENDAR"), "begins a VCALENDAR inside a VCALENDAR"),
        (("END:VCALENDAR", "SUMMARY:Anna", "BEGIN:VCALENDAR"), "line 4 is outside"),
        (("END:VEVENT",), "ends a VEVENT, but the VCALENDAR of line 1 is open"),
        (("BEGIN:VALARM",), "ends a VCALENDAR, but the VALARM of line 3 is open"),
        ((*event(*DAY)[:-1], "DESCRIPTION:Lunch", "End: Friday", "END:VEVENT"), "ends a FRIDAY"),
        ((*event(*DAY)[:-1], "DESCRIPTION:Lunch", "Begin: Friday", "END:VEVENT"), "the FRIDAY of line"),
    ],
)
def test_structure_that_loses_events_is_refused(lines, message):
    with pytest.raises(BadAnswer, match=message):
        read_busy(calendar(*lines), STOCKHOLM, WINDOW)


def test_unknown_components_are_left_out():
    extra = ("BEGIN:X-THING", "BEGIN:X-PART", "DTSTART:soon", "END:X-PART", "END:X-THING")
    assert busy(*extra, *event(*DAY)) == NOON


def test_more_components_than_anybody_has_are_refused(monkeypatch):
    monkeypatch.setattr("kiosk.booking.sources.ical.components.MAX_COMPONENTS", 3)
    with pytest.raises(BadAnswer, match="more than 3 components"):
        read_busy(calendar(*event(*DAY) * 3), STOCKHOLM, WINDOW)


def test_long_list_of_problems_is_cut():
    found = read_busy(calendar(*event("DTSTART:soon") * 50), STOCKHOLM, WINDOW)
    assert found.problems[0] == "line 6: 'soon' is not a time; the event does not count"
    assert found.problems[-1] == "30 more problems"


def test_problems_are_printable():
    (problem,) = read_busy(calendar(*event("DTSTART:\x1b[2J\u202e" + "9" * 9000)), STOCKHOLM, WINDOW).problems
    assert problem.isascii()
    assert problem.isprintable()
    assert len(problem) <= 300
