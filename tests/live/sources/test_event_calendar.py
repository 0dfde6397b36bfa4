"""Events of a calendar as they stand on a wall: right, or not at all."""

import json

import pytest

from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.live.live_data import EventList, adapter
from kiosk.live.sources.event_calendar import read_events
from tests.booking.sources.ical.samples import calendar

ASKED = {"zone": "Europe/Stockholm", "now": "2026-10-13T09:00:00+00:00", "days": 14}


def event(title, *lines, uid="one"):
    return ("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT")


def read(*lines, **asked):
    return json.loads(read_events(json.dumps(ASKED | asked).encode() + b"\n" + calendar(*lines)))


def shown(*lines):
    found = read(*lines)
    assert found["problems"] == []
    return [(each["title"], each["start"][5:16]) for each in found["data"]["events"]]


def test_title_place_and_tags_as_they_are_meant():
    lines = event(
        r"Språk\, fika\; och mer",
        "DTSTART;TZID=Europe/Stockholm:20261014T180000",
        "DTEND;TZID=Europe/Stockholm:20261014T190000",
        r"LOCATION:Stora\nhörsalen",
        r"CATEGORIES:Vuxna,Svenska\, nivå 2",
    )
    (found,) = read(*lines)["data"]["events"]
    assert found == {
        "title": "Språk, fika; och mer",
        "start": "2026-10-14T16:00:00+00:00",
        "end": "2026-10-14T17:00:00+00:00",
        "all_day": False,
        "place": "Stora hörsalen",
        "tags": ["Vuxna", "Svenska, nivå 2"],
    }


def test_recurrence_over_the_change_of_the_clock_with_an_exception_and_a_moved_time():
    series = event(
        "Café",
        "DTSTART;TZID=Europe/Stockholm:20261014T180000",
        "DURATION:PT1H",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE;TZID=Europe/Stockholm:20261021T180000",
    )
    moved = event(
        "Café i parken",
        "RECURRENCE-ID;TZID=Europe/Stockholm:20261014T180000",
        "DTSTART;TZID=Europe/Stockholm:20261015T120000",
        "DURATION:PT1H",
    )
    found = json.loads(
        read_events(json.dumps(ASKED | {"days": 30}).encode() + b"\n" + calendar(*series, *moved))
    )
    assert [(each["title"], each["start"]) for each in found["data"]["events"]] == [
        ("Café i parken", "2026-10-15T10:00:00+00:00"),
        ("Café", "2026-10-28T17:00:00+00:00"),
    ]


def test_cancelled_events_are_not_shown_and_transparent_ones_are():
    when = "DTSTART:20261014T100000Z", "DTEND:20261014T110000Z"
    assert shown(*event("Inställt", *when, "STATUS:CANCELLED")) == []
    assert shown(*event("Öppet hus", *when, "TRANSP:TRANSPARENT")) == [("Öppet hus", "10-14T10:00")]


def test_whole_days_begin_at_midnight_of_the_feed():
    found = read(*event("Lov", "DTSTART;VALUE=DATE:20261026", "DTEND;VALUE=DATE:20261027"))
    (day,) = found["data"]["events"]
    assert (day["all_day"], day["start"], day["end"]) == (
        True,
        "2026-10-25T23:00:00+00:00",
        "2026-10-26T23:00:00+00:00",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:soon",),
        ("DTSTART:20261014T100000Z", "DTEND:20261013T100000Z"),
        ("DTSTART;TZID=Atlantis/Capital:20261014T100000", "DURATION:PT1H"),
        ("DTSTART:20261014T100000Z", "DURATION:PT1H", "RRULE:FREQ=SECONDLY"),
    ],
)
def test_event_with_a_doubtful_time_is_left_out_and_reported(lines):
    found = read(*event("Tveksam", *lines), *event("Säker", "DTSTART:20261014T100000Z", uid="two"))
    assert [each["title"] for each in found["data"]["events"]] == ["Säker"]
    assert len(found["problems"]) == 1


@pytest.mark.parametrize("title", ["a\u202eb", "", "  "])
def test_event_with_a_deceptive_or_no_title_is_left_out(title):
    found = read(*event(title, "DTSTART:20261014T100000Z"))
    assert (found["data"]["events"], len(found["problems"])) == ([], 1)


def test_ten_thousand_events_leave_the_earliest():
    lines = [
        line
        for number in range(10_000)
        for line in event(f"Nr {number}", f"DTSTART:202610{14 + number % 9}T100000Z", uid=str(number))
    ]
    found = read(*lines)
    assert len(found["data"]["events"]) == 100
    assert found["data"]["events"][-1]["start"].startswith("2026-10-14")
    assert "9900 later events are left out" in found["problems"]


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_ends_of_the_calendar(year):
    lines = event("Evigt", f"DTSTART:{year}0101T000000Z", f"DTEND:{year}1231T235959Z")
    assert read(*lines)["data"]["events"] == []


def test_an_answer_that_is_no_calendar():
    with pytest.raises(BadAnswer, match="not a calendar"):
        read_events(json.dumps(ASKED).encode() + b"\n<html>")


def test_what_is_read_is_what_the_model_takes():
    found = read(*event("x" * 500, "DTSTART:20261014T100000Z", f"LOCATION:{'y' * 500}"))
    model = adapter(EventList).validate_python({**found["data"], "as_of": ASKED["now"]})
    assert len(model.events[0].title) == 140


@pytest.mark.parametrize("written", ["PRIVATE", "confidential", "X-STAFF"])
def test_what_is_not_public_is_not_for_a_wall(written):
    when = ("DTSTART:20261014T160000Z", "DTEND:20261014T170000Z")
    weekly = event("Samtal med Anna", *when, "RRULE:FREQ=DAILY;COUNT=3", f"CLASS:{written}")
    moved = event("Samtal", "RECURRENCE-ID:20261015T160000Z", "DTSTART:20261015T180000Z", "DURATION:PT1H")
    public = event("Café", *when, "CLASS:PUBLIC", uid="two")
    assert shown(*weekly, *moved, *public) == [("Café", "10-14T16:00")]


@pytest.mark.parametrize(
    ("start", "end"), [("19981231", "20270101"), ("20260101", "23000101"), ("00010101", "99991231")]
)
def test_an_exhibition_over_the_ends_of_the_calendar_hides_no_other_event(start, end):
    long = event("Utställning", f"DTSTART;VALUE=DATE:{start}", f"DTEND;VALUE=DATE:{end}")
    cafe = event("Café", "DTSTART:20261014T160000Z", "DURATION:PT1H", uid="two")
    found = read(*long, *cafe)
    adapter(EventList).validate_python({**found["data"], "as_of": ASKED["now"]})
    assert [each["title"] for each in found["data"]["events"]] == ["Utställning", "Café"]
