"""Calendars of others: a server may hide what is marked as private in them, and nobody would know."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter

from kiosk.booking.sources.ical.calendar_owner import Ownership, ownership
from kiosk.booking.sources.source import SourceQuery
from kiosk.booking.sources.source_config import AnySource
from kiosk.booking.sources.source_errors import TooOften
from kiosk.booking.sources.source_http import SourceClient
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.wall_time import Span
from tests.booking.sources.ical.samples import DAY, STOCKHOLM, calendar, event, multistatus
from tests.booking.sources.stub import Reply, serving

NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
FREE_BUSY = calendar("BEGIN:VFREEBUSY", "FREEBUSY:20261013T100000Z/PT1H", "END:VFREEBUSY")
EVENTS = multistatus({"a.ics": calendar(*event(*DAY))})


def told(owner, reader):
    """What a server answers about a calendar; without one of both, that property is missing."""
    found = "".join(
        f"<D:{name}><D:href>{href}</D:href></D:{name}>"
        for name, href in (("owner", owner), ("current-user-principal", reader))
        if href
    )
    properties = f"<D:propstat><D:prop>{found}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
    response = f"<D:response><D:href>/cal/anna/</D:href>{properties}</D:response>"
    return f'<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">{response}</D:multistatus>'.encode()


@pytest.mark.parametrize(
    ("owner", "reader", "is_shared"),
    [
        ("/principals/anna/", "/principals/kiosk/", True),
        ("/principals/anna/", "/principals/anna", False),
        ("https://cal.example/principals/anna/", "/principals/anna/", False),
        ("/principals/anna%40city.example/", "/principals/anna@city.example/", False),
        ("\n  /principals/anna/\n", "/principals/anna/", False),
    ],
)
def test_owner_and_reader_are_compared_by_their_paths(owner, reader, is_shared):
    found = ownership(told(owner, reader))
    assert found is not None
    assert found.is_shared is is_shared


@pytest.mark.parametrize(
    "body",
    [
        told("", "/principals/kiosk/"),
        told("/principals/anna/", ""),
        told("/", "/principals/kiosk/"),
        told("https://[x/", "/principals/kiosk/"),
        told("/a/", "/b/")[:-20],
        b"<!DOCTYPE a>" + told("/a/", "/b/"),
        told("/a/", "/b/") + b" " * 70_000,
        b"<html/>",
        b"",
    ],
)
def test_server_that_does_not_tell_the_owner_is_not_suspected(body):
    assert ownership(body) is None


def read(owner_reply, *, events=EVENTS, **config):
    def reply_to(asked):
        return owner_reply if asked.method == "PROPFIND" else Reply(events, 207)

    with serving(reply_to) as server:
        source = TypeAdapter(AnySource).validate_python({"kind": "caldav", "url": server.url} | config)
        web = SourceClient(source.limit)
        try:
            window = Span(NOW - timedelta(days=1), NOW + timedelta(days=20))
            return source.read(SourceQuery(web, STOCKHOLM, window, NOW, StoredReading())), server.asked
        finally:
            web.close()


OTHERS = Reply(told("/principals/anna/", "/principals/kiosk/"), 207)


@pytest.mark.parametrize(("report", "events"), [("events", EVENTS), ("free-busy", FREE_BUSY)])
def test_calendar_of_another_account_is_a_problem_and_still_counts(report, events):
    found, asked = read(OTHERS, report=report, events=events)
    assert len(found.busy) == 1
    (problem,) = found.problems
    assert "belongs to '/principals/anna'" in problem
    assert "such as '/principals/kiosk': read it as its owner, or say 'shared: true'" in problem
    *reports, about_the_owner = asked
    assert {each.method for each in reports} == {"REPORT"}
    assert (about_the_owner.method, about_the_owner.headers["Depth"]) == ("PROPFIND", "0")


def test_calendar_that_is_known_to_be_shared_is_no_problem():
    found, asked = read(OTHERS, shared=True)
    assert (len(found.busy), found.problems) == (1, ())
    assert {each.method for each in asked} == {"REPORT"}


@pytest.mark.parametrize(
    "reply",
    [
        Reply(told("/principals/anna/", "/principals/anna/"), 207),
        Reply(b"", 403),
        Reply(b"", 405),
        Reply(b"", 501),
    ],
)
def test_own_calendar_and_a_server_that_does_not_tell_are_no_problem(reply):
    assert read(reply)[0].problems == ()


def test_server_that_is_asked_too_often_about_the_owner_is_left_alone():
    with pytest.raises(TooOften):
        read(Reply(b"", 429))


def test_path_of_the_owner_cannot_break_the_line_that_tells_it():
    found, _ = read(Reply(told("/a%0Ab%1B[2J", "/principals/kiosk/"), 207))
    assert r"belongs to '/a\nb\x1b[2J'" in found.problems[0]


def test_ownership_says_whose_it_is():
    assert ownership(told("/anna/", "/kiosk/")) == Ownership("/anna", "/kiosk")
