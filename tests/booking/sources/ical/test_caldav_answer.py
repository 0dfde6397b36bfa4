"""Answers of CalDAV servers: every event, or an error."""

import pytest

from kiosk.booking.sources.ical.busy_time import read_busy_objects
from kiosk.booking.sources.ical.caldav_answer import calendar_objects, objects_of_all
from kiosk.booking.sources.source_errors import BadAnswer
from tests.booking.sources.ical.samples import DAY, STOCKHOLM, WINDOW, calendar, event, local, multistatus

EVENT = calendar(*event(*DAY))
NO_DATA = (
    "<D:response><D:href>/anna/</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status></D:response>"
)


def test_each_event_is_an_object_by_its_file_name():
    objects = calendar_objects(multistatus({"a%20b.ics": EVENT, "c.ics": EVENT}))
    assert list(objects) == ["a b.ics", "c.ics"]
    assert local(read_busy_objects(objects, STOCKHOLM, WINDOW).spans) == [("13 12:00", "13 13:00")]


def test_events_with_one_file_name_all_count():
    """An address may contain an encoded slash, as Exchange's ids do."""
    later = calendar(*event("DTSTART:20261014T100000Z", "DTEND:20261014T110000Z"))
    objects = calendar_objects(multistatus({"a%2Fx.ics": EVENT, "b%2Fx.ics": later}))
    assert list(objects) == ["x.ics", "1/x.ics"]
    busy = local(read_busy_objects(objects, STOCKHOLM, WINDOW).spans)
    assert busy == [("13 12:00", "13 13:00"), ("14 12:00", "14 13:00")]


def test_objects_of_several_answers_count_once_and_both_if_one_has_changed():
    moved = calendar(*event("DTSTART:20261014T100000Z", "DTEND:20261014T110000Z"))
    first, second = (
        multistatus({"a.ics": EVENT, "b.ics": EVENT}),
        multistatus({"a.ics": EVENT, "b.ics": moved}),
    )
    assert objects_of_all([first, multistatus({}), second]) == {
        "a.ics": EVENT.replace(b"\r\n", b"\n"),
        "b.ics": EVENT.replace(b"\r\n", b"\n"),
        "2//b.ics": moved.replace(b"\r\n", b"\n"),
    }


def test_no_events_are_an_answer():
    assert calendar_objects(multistatus({})) == {}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"<html/>", "not a multistatus"),
        (b"BEGIN:VCALENDAR", "not an answer of a CalDAV server"),
        (multistatus({"a.ics": EVENT})[:-30], "not an answer of a CalDAV server"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + multistatus({}), "document type"),
        (multistatus({"a.ics": b""}), r"does not send the event 'a\.ics'"),
        (multistatus({}).replace(b"</D:m", NO_DATA.encode() + b"</D:m"), "or not all events"),
    ],
)
def test_answer_that_is_not_whole_is_refused(body, message):
    with pytest.raises(BadAnswer, match=message):
        calendar_objects(body)


def test_damaged_event_refuses_the_calendar_and_is_named():
    objects = {"good.ics": EVENT, "bad.ics": EVENT[:-20]}
    with pytest.raises(BadAnswer, match=r"'bad\.ics': a damaged calendar: line 8"):
        read_busy_objects(objects, STOCKHOLM, WINDOW)


def test_zone_that_two_objects_define_differently_counts_as_both():
    def own(offset):
        zone = ("BEGIN:VTIMEZONE", "TZID:Torget", "BEGIN:STANDARD", "DTSTART:19700101T000000")
        ends = (f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE")
        return calendar(
            *zone, *ends, *event("DTSTART;TZID=Torget:20261013T150000", "DURATION:PT1H", uid=offset)
        )

    found = read_busy_objects({"a.ics": own("+0500"), "b.ics": own("+0600")}, STOCKHOLM, WINDOW)
    assert local(found.spans) == [("13 11:00", "13 13:00")]
    assert found.problems == ("the time zone 'Torget' has several meanings; all count",)
