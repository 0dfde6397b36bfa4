"""Calendars as tests write them."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

from kiosk.booking.sources.ical.busy_time import read_busy
from kiosk.feed.wall_time import Span

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WINDOW = Span(datetime(2026, 10, 12, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC))
DAY = "DTSTART:20261013T100000Z", "DTEND:20261013T110000Z"


def event(*lines, uid="one"):
    return ("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Anna Andersson", *lines, "END:VEVENT")


def calendar(*lines):
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", "")).encode()


def multistatus(objects):
    """What a CalDAV server answers to a calendar query, by the file names of its objects."""
    responses = (
        f"<D:response><D:href>/anna/{name}</D:href><D:propstat><D:prop><C:calendar-data>{escape(data.decode())}"
        "</C:calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        for name, data in objects.items()
    )
    names = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
    return f"<?xml version='1.0'?><D:multistatus {names}>{''.join(responses)}</D:multistatus>".encode()


def local(spans, form="%d %H:%M", zone=STOCKHOLM):
    """Return spans as local times without a year."""
    return [tuple(each.astimezone(zone).strftime(form) for each in span) for span in spans]


def busy(*lines, window=WINDOW, problems=(), owner=""):
    """When a calendar of these lines is busy; `problems` are parts of what is reported."""
    found = read_busy(calendar(*lines), STOCKHOLM, window, owner)
    assert len(found.problems) == len(problems), found.problems
    assert all(part in message for part, message in zip(problems, found.problems, strict=True)), (
        found.problems
    )
    return local(found.spans)
