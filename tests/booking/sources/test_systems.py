"""The booking systems by the shapes they really say, with what they say when they are not as expected."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter

from kiosk.booking.sources.config import AnySource
from kiosk.booking.sources.errors import BadAnswer, Refused, TooOften
from kiosk.booking.sources.memory import Remembered
from kiosk.booking.sources.source import Ask
from kiosk.booking.sources.web import Web
from kiosk.content.walltime import Span
from tests.booking.sources.stub import Said, serving

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 10, 24, 6, tzinfo=UTC)
FIRST, SECOND = datetime(2026, 10, 24, 11, tzinfo=UTC), datetime(2026, 10, 25, 12, tzinfo=UTC)
EPOCHS = [int(FIRST.timestamp()), int(SECOND.timestamp())]


def said(value):
    return Said(json.dumps(value).encode(), headers={"Content-Type": "application/json"})


def read(config, says):
    """Read a booking system whose server `says` so; gives what was read and what was asked."""
    with serving(says) as server:
        base = {"url": server.url, "office": "torg", "topics": {"home": "7"}, "days": 2}
        source = TypeAdapter(AnySource).validate_python(base | config)
        web = Web()
        try:
            window = Span(NOW - timedelta(days=1), NOW + timedelta(days=20))
            return source.read(Ask(web, STOCKHOLM, window, NOW, Remembered())), server.asked
        finally:
            web.close()


def starts(found):
    return [(slot.office, slot.topic, slot.start) for slot in found.free]


ZMS = {"kind": "zms", "office_id": "10489", "length": "15 min"}
CALENDAR = {
    "startDate": "2026-10-24", "endDate": "2026-10-25", "prevBookableDate": None, "nextBookableDate": None,
    "availableDays": [
        {"date": "2026-10-24", "providerIDs": "10489,2", "offices": [
            {"officeId": "10489", "appointments": EPOCHS[:1]},
            {"officeId": "2", "appointments": [EPOCHS[0] + 900]},
        ]},
        {"date": "2026-10-25", "providerIDs": "10489", "offices": [
            {"officeId": 10489, "appointments": EPOCHS[1:]},
        ]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("body", [CALENDAR, {"meta": {"status": 200}, "data": CALENDAR}])
def test_zms_says_its_calendar_with_and_without_an_envelope(body):
    found, asked = read(ZMS, lambda _asked: said(body))
    assert starts(found) == [("torg", "home", FIRST), ("torg", "home", SECOND)]
    assert {slot.end - slot.start for slot in found.free} == {timedelta(minutes=15)}
    assert [each.path for each in asked] == ["/available-calendar/"]
    assert asked[0].params == {
        "startDate": "2026-10-24", "endDate": "2026-10-25", "slotsStartDate": "2026-10-24",
        "slotsEndDate": "2026-10-25", "officeIds": "10489", "serviceIds": "7", "serviceCounts": "1",
    }  # fmt: skip


def test_older_zms_is_asked_for_days_and_then_for_times():
    def says(asked):
        if asked.path == "/available-days-by-office":
            days = ["2026-10-24", "2026-10-25", "2026-12-01"]
            return said({"availableDays": [{"time": day, "providerIDs": "10489"} for day in days]})
        epoch = EPOCHS[asked.params["date"] == "2026-10-25"]
        other = {"id": 2, "appointmentTimestamps": [1]}
        return said({"offices": [{"id": 10489, "appointmentTimestamps": [epoch]}, other]})

    found, asked = read(ZMS | {"form": "days"}, says)
    assert [slot.start for slot in found.free] == [FIRST, SECOND]
    assert [each.params.get("date") for each in asked] == [None, "2026-10-24", "2026-10-25"]


def test_easyappointments_says_clock_times_of_its_provider():
    config = {"kind": "easyappointments", "provider": "3", "token": "secret", "timezone": "Europe/London"}
    found, asked = read(config, lambda asked: said(["12:00"] if asked.params["date"] == "2026-10-25" else []))
    assert [slot.start for slot in found.free] == [SECOND]
    assert [each.params for each in asked] == [
        {"providerId": "3", "serviceId": "7", "date": day} for day in ("2026-10-24", "2026-10-25")
    ]
    assert {each.headers["Authorization"] for each in asked} == {"Bearer secret"}


def test_calcom_says_starts_with_their_offset():
    days = {
        "2026-10-24": [{"start": "2026-10-24T13:00:00.000+02:00"}],
        "2026-10-25": [{"start": "2026-10-25T12:00:00Z"}],
    }
    found, asked = read({"kind": "calcom"}, lambda _asked: said({"status": "success", "data": days}))
    assert [slot.start for slot in found.free] == [FIRST, SECOND]
    assert asked[0].headers["cal-api-version"] == "2024-09-04"
    assert asked[0].params == {
        "eventTypeId": "7", "start": "2026-10-24", "end": "2026-10-26", "timeZone": "Europe/Stockholm"
    }  # fmt: skip


PAGE = b'<html><head data-user="" data-requesttoken="abc+/&amp;="></head></html>'


def nextcloud(asked):
    if not asked.path.endswith("/slots"):
        return Said(PAGE, headers={"Set-Cookie": "oc_session=1; path=/"})
    if asked.headers.get("requesttoken") != "abc+/&=" or "oc_session=1" not in asked.headers.get(
        "Cookie", ""
    ):
        return Said(status=412)
    start = EPOCHS[asked.params["dateSelected"] == "2026-10-25"]
    return said(
        {"status": "success", "data": [{"start": start, "end": start + 1200}, {"start": start, "end": start}]}
    )


def test_nextcloud_wants_the_cookie_and_token_of_its_page():
    found, asked = read({"kind": "nextcloud"}, nextcloud)
    assert [(slot.start, slot.end - slot.start) for slot in found.free] == [
        (FIRST, timedelta(minutes=20)),
        (SECOND, timedelta(minutes=20)),
    ]
    assert [each.path for each in asked] == [
        "/apps/calendar/appointment/7",
        *["/apps/calendar/appointment/7/slots"] * 2,
    ]


SYSTEMS = [
    ZMS, ZMS | {"form": "days"}, {"kind": "calcom"}, {"kind": "nextcloud"},
    {"kind": "easyappointments", "provider": "3", "token": "secret"},
]  # fmt: skip


@pytest.mark.parametrize("config", SYSTEMS, ids=lambda config: config["kind"] + config.get("form", ""))
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Sign in</html>",
        b"[]]",
        b'{"data": 5}',
        b'{"availableDays": [{"time": "soon"}]}',
        b'["25:99"]',
        b"[" * 9999,
    ],
)
def test_what_is_not_what_they_say_is_refused(config, body):
    with pytest.raises(BadAnswer, match=r"^not "):
        read(config, lambda _asked: Said(body))


@pytest.mark.parametrize("config", SYSTEMS, ids=lambda config: config["kind"] + config.get("form", ""))
def test_errors_and_limits_come_through(config):
    with pytest.raises(Refused):
        read(config, lambda _asked: Said(status=403))
    with pytest.raises(TooOften):
        read(config, lambda _asked: Said(status=429, headers={"Retry-After": "60"}))


@pytest.mark.parametrize("epoch", [-1, 99_999_999_999, "soon", None, 1.5])
def test_times_that_cannot_be_are_refused(epoch):
    days = [{"date": "2026-10-24", "offices": [{"officeId": "10489", "appointments": [epoch]}]}]
    with pytest.raises(BadAnswer, match="appointments"):
        read(ZMS, lambda _asked: said({"availableDays": days}))
