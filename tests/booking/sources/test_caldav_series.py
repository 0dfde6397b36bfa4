"""Series on CalDAV servers: which of them touch the days offered is not left to the server."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter

from kiosk.booking.sources.source import SourceQuery
from kiosk.booking.sources.source_config import AnySource
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, Refused, TooOften
from kiosk.booking.sources.source_http import SourceClient
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.wall_time import Span
from tests.booking.sources.ical.samples import DAY, STOCKHOLM, calendar, event, local, multistatus
from tests.booking.sources.stub import Reply, serving

NOW = datetime(2026, 10, 12, 6, tzinfo=UTC)
WINDOW = Span(NOW - timedelta(days=1), NOW + timedelta(days=20))

MOVED = calendar(
    *event("DTSTART:20260907T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", uid="moved"),
    *event("RECURRENCE-ID:20260914T080000Z", "DTSTART:20261013T140000Z", "DURATION:PT1H", uid="moved"),
)
"""A series that ended in September, one of whose events was moved to October."""

ADDED = calendar(
    *event("DTSTART:20260907T080000Z", "DURATION:PT1H", "RDATE:20261014T140000Z", uid="added"),
)
SINGLE = calendar(*event(*DAY))
SINGLE_SPAN, MOVED_SPAN, ADDED_SPAN = (
    ("13 12:00", "13 13:00"),
    ("13 16:00", "13 17:00"),
    ("14 16:00", "14 17:00"),
)


def kind_of_query(asked):
    """Which of the queries this is."""
    for name in ("time-range", "RRULE", "RDATE"):
        if name.encode() in asked.body:
            return name
    return "all" if asked.method == "REPORT" else "owner"


class XandikosLike:
    """It leaves out of a range of time what its index does not place there."""

    def __init__(self, **refusing):
        self.refusing = refusing
        self.events = {
            "time-range": {"single.ics": SINGLE},
            "RRULE": {"moved.ics": MOVED},
            "RDATE": {"added.ics": ADDED},
            "all": {"single.ics": SINGLE, "moved.ics": MOVED, "added.ics": ADDED},
            "owner": {},
        }

    def __call__(self, asked):
        name = kind_of_query(asked)
        if name in self.refusing:
            return Reply(status=self.refusing[name])
        return Reply(multistatus(self.events[name]), 207)


def read(reply_to):
    with serving(reply_to) as server:
        source = TypeAdapter(AnySource).validate_python({"kind": "caldav", "url": server.url})
        web = SourceClient(source.limit)
        try:
            found = source.read(SourceQuery(web, STOCKHOLM, WINDOW, NOW, StoredReading()))
            assert web.calls <= source.calls
            return local(found.busy), [kind_of_query(each) for each in server.asked]
        finally:
            web.close()


def test_series_counts_where_one_of_its_events_was_moved_to():
    busy, asked = read(XandikosLike())
    assert busy == [SINGLE_SPAN, MOVED_SPAN, ADDED_SPAN]
    assert asked == ["time-range", "RRULE", "RDATE", "owner"]


@pytest.mark.parametrize("status", [400, 403, 409, 500, 501])
@pytest.mark.parametrize("name", ["RRULE", "RDATE"])
def test_server_that_cannot_tell_series_is_asked_for_all_events(name, status):
    busy, asked = read(XandikosLike(**{name: status}))
    assert busy == [SINGLE_SPAN, MOVED_SPAN, ADDED_SPAN]
    assert asked == ["time-range", "RRULE", "RDATE", "all", "owner"]


@pytest.mark.parametrize(
    ("refusing", "error"),
    [
        ({"time-range": 403}, Refused),
        ({"RRULE": 401}, Refused),
        ({"RRULE": 429}, TooOften),
        ({"RDATE": 503}, NoAnswer),
        ({"RRULE": 403, "all": 403}, Refused),
    ],
)
def test_series_that_are_not_known_fail_the_reading(refusing, error):
    with pytest.raises(error):
        read(XandikosLike(**refusing))


def test_answer_about_series_that_is_not_whole_fails_the_reading():
    def reply_to(asked):
        return Reply(b"<html/>", 207) if kind_of_query(asked) == "RRULE" else XandikosLike()(asked)

    with pytest.raises(BadAnswer, match="not a multistatus"):
        read(reply_to)


def test_event_that_is_in_two_answers_counts_once_and_one_that_has_changed_twice():
    server = XandikosLike()
    later = calendar(*event("DTSTART:20261015T100000Z", "DTEND:20261015T110000Z"))
    server.events["RRULE"] |= {"single.ics": later}
    server.events["RDATE"] |= {"single.ics": SINGLE, "moved.ics": MOVED}
    busy, _ = read(server)
    assert busy == [SINGLE_SPAN, MOVED_SPAN, ADDED_SPAN, ("15 12:00", "15 13:00")]
