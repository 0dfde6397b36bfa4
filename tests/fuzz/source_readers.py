"""Readers of what calendars and booking systems answer."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from kiosk.booking.slots import SlotList, write_slots
from kiosk.booking.sources.ical.busy_time import read_busy, read_busy_objects
from kiosk.booking.sources.ical.caldav_answer import calendar_objects
from kiosk.booking.sources.source import SourceQuery
from kiosk.booking.sources.source_config import AnySource
from kiosk.booking.sources.source_errors import BadAnswer, SourceError
from kiosk.booking.sources.source_http import SourceResponse
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.wall_time import Span
from tests.fuzz.reader import Reader

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 10, 24, 6, tzinfo=UTC)
WINDOW = Span(NOW - timedelta(days=1), NOW + timedelta(days=20))
CASES = Path(__file__).resolve().parents[1] / "booking/sources/ical/cases"
SYSTEM = {"url": "https://book.example", "office": "torg", "topics": {"home": "7"}, "days": 1}


class _OneAnswer:
    """A server that answers every call with the same bytes, but for Nextcloud's page with its token."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def request(self, url: str, **_options) -> SourceResponse:
        is_page = "/appointment/" in url and not url.endswith("/slots")
        return SourceResponse(PAGE if is_page else self.body, "", False, 200)


def _calendar(data: bytes) -> None:
    busy = read_busy(data, STOCKHOLM, WINDOW, "anna@example.org")
    assert all(WINDOW.start <= span.start < span.end <= WINDOW.end for span in busy.spans)


def _caldav(data: bytes) -> None:
    read_busy_objects(calendar_objects(data), STOCKHOLM, WINDOW, "anna@example.org")


def _system(**config):
    source = TypeAdapter(AnySource).validate_python(SYSTEM | config)

    def read(data: bytes) -> None:
        query = SourceQuery(_OneAnswer(data), STOCKHOLM, WINDOW, NOW, StoredReading())
        found = source.read(query)
        write_slots(SlotList(generated_at=NOW, slots=found.free))

    return read


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


START = int(datetime(2026, 10, 24, 11, tzinfo=UTC).timestamp())


def _undamaged(data: bytes) -> bool:
    try:
        _calendar(data)
    except BadAnswer:
        return False
    return True


CALENDARS = tuple(filter(_undamaged, (path.read_bytes() for path in sorted(CASES.glob("*.ics")))))

CALDAV = (
    b'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response>'
    b"<d:href>/anna/one.ics</d:href><d:propstat><d:prop><c:calendar-data>"
    + CALENDARS[0]
    + b"</c:calendar-data>"
    b"</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
)
ZMS_DAY = {
    "date": "2026-10-24",
    "providerIDs": "10489",
    "offices": [{"officeId": "10489", "appointments": [START]}],
}
PAGE = (
    b'<head data-requesttoken="ab:cd"></head>'
    b'<input type="hidden" id="initial-state-calendar-config" value="eyJpZCI6IDd9">'
)
NEXTCLOUD = _json({"status": "success", "data": [{"start": START, "end": START + 900}]})

SOURCE_READERS = {
    "caldav": Reader(_caldav, (BadAnswer,), (CALDAV,)),
    "calcom": Reader(
        _system(kind="calcom"),
        (SourceError,),
        (_json({"status": "success", "data": {"2026-10-24": [{"start": "2026-10-24T13:00:00.000+02:00"}]}}),),
    ),
    "calendar": Reader(_calendar, (BadAnswer,), CALENDARS),
    "easyappointments": Reader(
        _system(kind="easyappointments", provider="1", token="x"),  # noqa: S106  # of nobody
        (SourceError,),
        (_json(["09:00", "10:30"]),),
    ),
    "nextcloud": Reader(_system(kind="nextcloud"), (SourceError,), (NEXTCLOUD,)),
    "zms": Reader(
        _system(kind="zms", office_id="10489"), (SourceError,), (_json({"availableDays": [ZMS_DAY]}),)
    ),
    "zms_days": Reader(
        _system(kind="zms", office_id="10489", form="days"),
        (SourceError,),
        (
            _json(
                {
                    "availableDays": [{"time": "2026-10-24", "providerIDs": "10489"}],
                    "offices": ZMS_DAY["offices"],
                }
            ),
        ),
    ),
}
