"""The booking systems by the shapes they really say, with what they say when they are not as expected."""

import base64
import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter

from kiosk.booking.sources.source import SourceQuery
from kiosk.booking.sources.source_config import AnySource
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, Refused, TooOften
from kiosk.booking.sources.source_http import SourceClient
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.wall_time import Span
from tests.booking.sources.stub import Reply, serving

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 10, 24, 6, tzinfo=UTC)
FIRST, SECOND = datetime(2026, 10, 24, 11, tzinfo=UTC), datetime(2026, 10, 25, 12, tzinfo=UTC)
EPOCHS = [int(FIRST.timestamp()), int(SECOND.timestamp())]


def json_of(value):
    return Reply(json.dumps(value).encode(), headers={"Content-Type": "application/json"})


def read(config, reply_to):
    """Read a booking system whose server `says` so; gives what was read and what was asked."""
    with serving(reply_to) as server:
        base = {"url": server.url, "office": "torg", "topics": {"home": "7"}, "days": 2}
        source = TypeAdapter(AnySource).validate_python(base | config)
        web = SourceClient(source.limit)
        try:
            window = Span(NOW - timedelta(days=1), NOW + timedelta(days=20))
            return source.read(SourceQuery(web, STOCKHOLM, window, NOW, StoredReading())), server.asked
        finally:
            web.close()


def starts(found):
    return [(slot.office, slot.topic, slot.start) for slot in found.free]


ZMS = {"kind": "zms", "office_id": "10489", "length": "15 min"}
DAYS = ("2026-10-24", "2026-10-25")
BY_DAY = dict(zip(DAYS, EPOCHS, strict=True))


def calendar_day(day, **changes):
    """What a ZMS answers for a day on which one time is free."""
    offices = [{"officeId": "10489", "appointments": [BY_DAY[day]]}]
    return {"date": day, "providerIDs": "10489", "offices": offices} | changes


def calendar(day, *available):
    bounds = dict.fromkeys(("startDate", "endDate", "slotsStartDate", "slotsEndDate"), day)
    return bounds | {"prevBookableDate": None, "nextBookableDate": None, "availableDays": list(available)}


@pytest.mark.parametrize("wrap", [lambda it: it, lambda it: {"meta": {"status": 200}, "data": it}])
def test_zms_is_asked_for_one_day_at_a_time(wrap):
    """Of a longer span it answers only the first bookable day."""

    def reply_to(asked):
        day = asked.params["startDate"]
        return json_of(wrap(calendar(day, calendar_day(day))))

    found, asked = read(ZMS, reply_to)
    assert starts(found) == [("torg", "home", FIRST), ("torg", "home", SECOND)]
    assert {slot.end - slot.start for slot in found.free} == {timedelta(minutes=15)}
    assert [(each.path, each.params) for each in asked] == [
        (
            "/available-calendar/",
            dict.fromkeys(("startDate", "endDate", "slotsStartDate", "slotsEndDate"), day)
            | {"officeIds": "10489", "serviceIds": "7", "serviceCounts": "1"},
        )
        for day in DAYS
    ]


def test_zms_without_a_free_time_says_so():
    found, _ = read(ZMS, lambda asked: json_of(calendar(asked.params["startDate"])))
    assert found.free == ()


@pytest.mark.parametrize(
    ("days", "problem"),
    [
        ([calendar_day(DAYS[1])], "with 2026-10-25, asked for 2026-10-24"),
        ([calendar_day(DAYS[0], offices=[])], "is bookable, but not when"),
        ([calendar_day(DAYS[0], providerIDs="10489,2")], "is bookable, but not when"),
        ([calendar_day(DAYS[0], providerIDs="2", offices=[{"officeId": 2, "appointments": []}])], "office 2"),
        ([calendar_day(DAYS[0], offices=[{"officeId": 10489, "appointments": EPOCHS[1:]}])], "on 2026-10-25"),
        ([calendar_day(DAYS[0], offices=[{"officeId": 10489}])], "appointments: Field required"),
        ([{"date": DAYS[0], "offices": []}], "providerIDs: Field required"),
        (None, "availableDays"),
        ({"0": calendar_day(DAYS[0])}, "availableDays"),
    ],
)  # fmt: skip
def test_calendar_of_zms_that_contradicts_itself_or_the_question_is_refused(days, problem):
    with pytest.raises(BadAnswer, match=problem):
        read(ZMS, lambda _asked: json_of({"availableDays": days}))


def older_zms(asked):
    if asked.path == "/available-days-by-office":
        return json_of({"availableDays": [{"time": day, "providerIDs": "10489"} for day in DAYS]})
    return json_of({"offices": [{"officeId": 10489, "appointments": [BY_DAY[asked.params["date"]]]}]})


def test_older_zms_is_asked_for_days_and_then_for_times():
    found, asked = read(ZMS | {"form": "days"}, older_zms)
    assert [slot.start for slot in found.free] == [FIRST, SECOND]
    office = {"officeId": "10489", "serviceId": "7", "serviceCount": "1"}
    assert [(each.path, each.params) for each in asked] == [
        ("/available-days-by-office", {"startDate": DAYS[0], "endDate": DAYS[1]} | office),
        *[("/available-appointments-by-office", {"date": day} | office) for day in DAYS],
    ]


def refused(status, *codes):
    errors = [{"errorCode": code, "statusCode": status, "errorType": "info"} for code in codes]
    return Reply(json.dumps({"errors": errors}).encode(), status)


@pytest.mark.parametrize("code", ["noAppointmentForThisDay", "noAppointmentForThisScope"])
def test_older_zms_has_404s_of_its_own_for_nothing_free(code):
    """The second if the office has no hours at all in this time."""
    found, asked = read(ZMS | {"form": "days"}, lambda _asked: refused(404, code))
    assert found.free == ()
    assert len(asked) == 1


def test_topic_of_an_older_zms_without_hours_leaves_the_other_topics_free():
    def reply_to(asked):
        return (
            refused(404, "noAppointmentForThisScope")
            if asked.params["serviceId"] == "8"
            else older_zms(asked)
        )

    topics = {"home": "7", "work": "8"}
    found, _ = read(ZMS | {"form": "days", "topics": topics}, reply_to)
    assert starts(found) == [("torg", "home", FIRST), ("torg", "home", SECOND)]


def test_day_of_an_older_zms_that_has_been_taken_meanwhile_has_no_times():
    def reply_to(asked):
        taken = asked.params.get("date") == DAYS[0]
        return json_of({"offices": []}) if taken else older_zms(asked)

    found, _ = read(ZMS | {"form": "days"}, reply_to)
    assert [slot.start for slot in found.free] == [SECOND]


def test_office_with_two_counters_has_each_day_and_time_of_an_older_zms_twice():
    def reply_to(asked):
        if "days" in asked.path:
            return json_of({"availableDays": [{"time": DAYS[0], "providerIDs": "10489,10489"}]})
        return json_of({"offices": [{"officeId": 10489, "appointments": [EPOCHS[0]] * 2}]})

    found, _ = read(ZMS | {"form": "days"}, reply_to)
    assert set(starts(found)) == {("torg", "home", FIRST)}


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b'{"errors": []}', b'{"errors": [{"errorCode": "officeNotFound"}]}', b"{}"]
)
def test_any_other_404_of_an_older_zms_is_a_refusal(body):
    with pytest.raises(Refused, match="404"):
        read(ZMS | {"form": "days"}, lambda _asked: Reply(body, 404))


def test_404_of_an_older_zms_with_another_reason_besides_is_a_refusal():
    both = refused(404, "noAppointmentForThisDay", "officeNotFound")
    with pytest.raises(Refused, match=r"\(404: noAppointmentForThisDay, officeNotFound\)"):
        read(ZMS | {"form": "days"}, lambda _asked: both)


@pytest.mark.parametrize("form", ["calendar", "days"])
@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "captchaMissing"),
        (400, "invalidLocationAndServiceCombination"),
        (400, "noAppointmentForThisDay"),
        (404, "scopeNotFound"),
    ],
)
def test_reason_of_a_refusal_of_zms_is_told(form, status, code):
    with pytest.raises(Refused, match=rf"^the server refuses \({status}: {code}\)$"):
        read(ZMS | {"form": form}, lambda _asked: refused(status, code))


@pytest.mark.parametrize("body", [b"<html>", b'{"errors": [{"errorCode": "\\u001b[2Jx"}]}'])
def test_refusal_of_zms_without_a_reason_tells_the_status(body):
    with pytest.raises(Refused, match=r"^the server refuses \(400\)$"):
        read(ZMS, lambda _asked: Reply(body, 400))


def test_zms_calendar_without_a_scope_is_a_refusal():
    """Here this reason is told of an office that cannot be booked at all."""
    with pytest.raises(Refused, match="noAppointmentForThisScope"):
        read(ZMS, lambda _asked: refused(404, "noAppointmentForThisScope"))


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("days", {"availableDays": [{"time": "2026-12-01", "providerIDs": ""}]}, "with 2026-12-01"),
        ("days", {"availableDays": [{"time": DAYS[0]}]}, "providerIDs: Field required"),
        ("days", {"availableDays": list(DAYS)}, "availableDays"),
        ("appointments", {"offices": [{"officeId": 2, "appointments": []}]}, "office 2, asked for 10489"),
        ("appointments", {"offices": [{"officeId": 10489}]}, "appointments: Field required"),
        ("appointments", {"appointmentTimestamps": [EPOCHS[0]]}, "offices: Field required"),
        ("appointments", {"offices": [{"officeId": 10489, "appointments": [EPOCHS[1]]}]}, "on 2026-10-25"),
    ],
)  # fmt: skip
def test_older_zms_that_is_not_understood_is_refused(path, value, problem):
    with pytest.raises(BadAnswer, match=problem):
        read(
            ZMS | {"form": "days"},
            lambda asked: json_of(value) if path in asked.path else older_zms(asked),
        )


EASY = {"kind": "easyappointments", "provider": "3", "token": "secret"}


def test_easyappointments_says_clock_times_of_its_provider():
    config = {"kind": "easyappointments", "provider": "3", "token": "secret", "timezone": "Europe/London"}
    found, asked = read(
        config, lambda asked: json_of(["12:00"] if asked.params["date"] == "2026-10-25" else [])
    )
    assert [slot.start for slot in found.free] == [SECOND]
    assert [each.params for each in asked] == [
        {"providerId": "3", "serviceId": "7", "date": day} for day in ("2026-10-24", "2026-10-25")
    ]
    assert {each.headers["Authorization"] for each in asked} == {"Bearer secret"}


@pytest.mark.parametrize(
    ("clock", "offered"), [("01:59", True), ("02:00", False), ("02:59", False), ("03:00", True)]
)
def test_time_of_easyappointments_that_clocks_show_twice_is_not_free(clock, offered):
    """Which of the two is meant is not known."""
    found, _ = read(EASY, lambda asked: json_of([clock] if asked.params["date"] == "2026-10-25" else []))
    assert [slot.start.astimezone(STOCKHOLM).strftime("%H:%M") for slot in found.free] == (
        [clock] if offered else []
    )


def test_calcom_says_starts_with_their_offset():
    days = {
        "2026-10-24": [{"start": "2026-10-24T13:00:00.000+02:00"}],
        "2026-10-25": [{"start": "2026-10-25T12:00:00Z"}],
    }
    found, asked = read({"kind": "calcom"}, lambda _asked: json_of({"status": "success", "data": days}))
    assert [slot.start for slot in found.free] == [FIRST, SECOND]
    assert asked[0].headers["cal-api-version"] == "2024-09-04"
    assert asked[0].params == {
        "eventTypeId": "7", "start": "2026-10-24", "end": "2026-10-26", "timeZone": "Europe/Stockholm"
    }  # fmt: skip


def nextcloud_page(config):
    """A public page, with the settings of the appointments in a hidden field."""
    hidden = base64.b64encode(json.dumps(config | {"length": 1200, "start": None}).encode()).decode()
    state = f'<input type="hidden" id="initial-state-calendar-config" value="{hidden}">' if config else ""
    head = '<head data-user="" data-requesttoken="abc+/&amp;=">'
    return f"<html>{head}</head><body><div>{state}</div></body></html>".encode()


PAGE = nextcloud_page({"id": 12, "token": "7"})


def nextcloud(asked):
    if not asked.path.endswith("/slots"):
        return Reply(PAGE, headers={"Set-Cookie": "oc_session=1; path=/"})
    if asked.headers.get("requesttoken") != "abc+/&=" or "oc_session=1" not in asked.headers.get(
        "Cookie", ""
    ):
        return Reply(status=412)
    start = EPOCHS[asked.params["dateSelected"] == "2026-10-25"]
    return json_of({"status": "success", "data": [{"start": start, "end": start + 1200}]})


def test_nextcloud_wants_the_cookie_and_token_of_its_page():
    found, asked = read({"kind": "nextcloud", "topics": {"home": "wxYz"}}, nextcloud)
    assert [(slot.start, slot.end - slot.start) for slot in found.free] == [
        (FIRST, timedelta(minutes=20)),
        (SECOND, timedelta(minutes=20)),
    ]
    assert [each.path for each in asked] == [
        "/apps/calendar/appointment/wxYz",
        *["/apps/calendar/appointment/wxYz/slots"] * 2,
    ]


def calendar_app(names, missing, page=PAGE):
    """A Nextcloud that answers times to these names of a page, and the status `missing` to others."""

    def reply_to(asked):
        name = asked.path.split("/")[4]
        if not asked.path.endswith("/slots"):
            return Reply(page)
        return nextcloud_times(asked) if name in names else Reply(b"Internal Server Error", missing)

    return reply_to


def nextcloud_times(asked):
    day = asked.params["dateSelected"]
    return json_of({"status": "success", "data": [nextcloud_time(BY_DAY[day])]})


def asked_names(asked):
    return [each.path.split("/")[4] for each in asked if each.path.endswith("/slots")]


@pytest.mark.parametrize("missing", [404, 500])
@pytest.mark.parametrize(
    ("token", "known", "names"),
    [
        ("wxYz", "wxYz", ["wxYz", "wxYz"]),
        ("wxYz", "12", ["wxYz", "12", "12"]),
        ("2xYz", "12", ["12", "12"]),
        ("2xYz", "2xYz", ["12", "2xYz", "2xYz"]),
    ],
)
def test_page_of_nextcloud_is_named_by_its_token_or_its_number(token, known, names, missing):
    """Calendar before 5.5.6 wants the number, and reads a token that starts with 2 as the number 2."""
    config = {"kind": "nextcloud", "topics": {"home": token}}
    found, asked = read(config, calendar_app([known], missing))
    assert [slot.start for slot in found.free] == [FIRST, SECOND]
    assert asked_names(asked) == names


def test_page_of_nextcloud_without_a_number_is_named_by_its_token():
    config = {"kind": "nextcloud", "topics": {"home": "2xYz"}}
    page = nextcloud_page({"token": "2xYz"})
    found, asked = read(config, calendar_app(["2xYz"], 500, page))
    assert [slot.start for slot in found.free] == [FIRST, SECOND]
    assert asked_names(asked) == ["2xYz", "2xYz"]


def test_nextcloud_of_any_version_is_told_the_day():
    """Calendar before 5.1 wants an instant of the day, later ones the date."""
    _, asked = read({"kind": "nextcloud"}, nextcloud)
    noons = [datetime(2026, 10, day, 12, tzinfo=STOCKHOLM) for day in (24, 25)]
    assert [each.params for each in asked[1:]] == [
        {"dateSelected": day, "startTime": str(int(noon.timestamp())), "timeZone": "Europe/Stockholm"}
        for day, noon in zip(DAYS, noons, strict=True)
    ]


def test_nextcloud_shows_a_page_without_settings_for_a_token_that_it_does_not_know():
    with pytest.raises(Refused, match="no appointment page with the token of the topic 'home'") as bad:
        read({"kind": "nextcloud"}, calendar_app([], 500, nextcloud_page({})))
    assert "7" not in str(bad.value)


def test_nextcloud_that_shows_a_page_but_no_times_is_in_trouble():
    with pytest.raises(NoAnswer, match="shows the page of the topic 'home', but not its times"):
        read({"kind": "nextcloud"}, calendar_app([], 500))


@pytest.mark.parametrize("settings", ["%%%", "bm90IGpzb24=", "W10=", "eyJpZCI6ICIxMiJ9", "eyJpZCI6IDB9"])
def test_page_of_nextcloud_with_unreadable_settings_is_refused(settings):
    page = f'<head data-requesttoken="x"><i id="initial-state-calendar-config" value="{settings}">'.encode()
    with pytest.raises(BadAnswer, match=r"appointment page"):
        read({"kind": "nextcloud"}, calendar_app(["7"], 500, page))


def test_day_of_nextcloud_that_fails_after_the_first_fails_the_reading():
    def reply_to(asked):
        wrong = asked.params.get("dateSelected") == DAYS[1]
        return Reply(b"", 500) if wrong else nextcloud(asked)

    with pytest.raises(NoAnswer, match="500"):
        read({"kind": "nextcloud"}, reply_to)


def nextcloud_with(data, status="success"):
    return lambda asked: (
        json_of({"status": status, "data": data}) if asked.path.endswith("/slots") else nextcloud(asked)
    )


def nextcloud_time(start, end=None):
    return {"start": start, "end": end or start + 1200}


@pytest.mark.parametrize("keys", [(0,), (2,), (0, 2, 11)])
def test_nextcloud_answers_an_object_once_a_time_is_taken(keys):
    data = {str(key): nextcloud_time(EPOCHS[0] + 1200 * key) for key in keys}
    found, _ = read({"kind": "nextcloud", "days": 1}, nextcloud_with(data))
    assert [slot.start for slot in found.free] == [FIRST + timedelta(minutes=20) * key for key in keys]


@pytest.mark.parametrize("data", [[], {}])
def test_nextcloud_without_a_free_time_says_so(data):
    assert read({"kind": "nextcloud"}, nextcloud_with(data))[0].free == ()


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ([nextcloud_time(EPOCHS[0], EPOCHS[0])], "success"),
        ([nextcloud_time(EPOCHS[1])], "success"),
        ({"error": nextcloud_time(EPOCHS[0])}, "success"),
        ({"start": EPOCHS[0], "end": EPOCHS[0] + 1200}, "success"),
        ([{"start": EPOCHS[0]}], "success"),
        ([nextcloud_time(str(EPOCHS[0]), EPOCHS[1])], "success"),
        (None, "success"),
        ([], "fail"),
        ("Slot time range must be in the future", "fail"),
    ],
)
def test_nextcloud_that_is_not_understood_is_refused(data, status):
    with pytest.raises(BadAnswer):
        read({"kind": "nextcloud", "days": 1}, nextcloud_with(data, status))


@pytest.mark.parametrize(
    "value",
    [
        {"data": {}},
        {"status": "error", "data": {}},
        {"status": "success"},
        {"status": "success", "data": []},
        {"status": "success", "data": {"2026-10-24": [{"time": "2026-10-24T13:00:00Z"}]}},
        {"status": "success", "data": {"soon": [{"start": "2026-10-24T13:00:00Z"}]}},
        {"status": "success", "data": {"2026-10-24": [{"start": "2026-10-24T13:00:00"}]}},
        {"status": "success", "data": {"2026-11-24": [{"start": "2026-11-24T13:00:00Z"}]}},
    ],
)
def test_calcom_that_is_not_understood_is_refused(value):
    with pytest.raises(BadAnswer):
        read({"kind": "calcom"}, lambda _asked: json_of(value))


def test_time_of_calcom_without_a_seat_left_is_not_free():
    times = [{"start": "2026-10-24T13:00:00+02:00", "seatsRemaining": left} for left in (0, -1)]
    answer = json_of({"status": "success", "data": {"2026-10-24": times}})
    assert read({"kind": "calcom"}, lambda _asked: answer)[0].free == ()


@pytest.mark.parametrize("value", [{"1": "09:00"}, None, {"success": False}, ["9:00"], [900], "09:00"])
def test_easyappointments_that_is_not_understood_is_refused(value):
    with pytest.raises(BadAnswer):
        read(EASY, lambda _asked: json_of(value))


def test_easyappointments_is_left_alone_for_its_two_minutes():
    """Its 429 does not say for how long."""
    with pytest.raises(TooOften) as bad:
        read(EASY, lambda _asked: Reply(status=429))
    assert bad.value.seconds == 120


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
        b'["0\\u0667:00"]',
        b'{"status": "success", "data": {"\\u0667": {"start": 0, "end": 1}}}',
        b"[" * 9999,
    ],
)
def test_what_is_not_what_they_say_is_refused(config, body):
    with pytest.raises(BadAnswer, match=r"^not "):
        read(config, lambda _asked: Reply(body))


@pytest.mark.parametrize("config", SYSTEMS, ids=lambda config: config["kind"] + config.get("form", ""))
def test_errors_and_limits_come_through(config):
    with pytest.raises(Refused):
        read(config, lambda _asked: Reply(status=403))
    with pytest.raises(TooOften):
        read(config, lambda _asked: Reply(status=429, headers={"Retry-After": "60"}))


@pytest.mark.parametrize("epoch", [-1, 99_999_999_999, "soon", None, 1.5, True, str(EPOCHS[0])])
def test_times_that_cannot_be_are_refused(epoch):
    days = [calendar_day(DAYS[0], offices=[{"officeId": "10489", "appointments": [epoch]}])]
    with pytest.raises(BadAnswer, match="appointments"):
        read(ZMS, lambda _asked: json_of({"availableDays": days}))


def test_times_of_another_century_are_refused_in_our_words():
    """Such a time is no slot, and no reason for its reader to break."""
    days = [calendar_day(DAYS[0], offices=[{"officeId": "10489", "appointments": [0]}])]
    with pytest.raises(BadAnswer, match=r"a time that cannot be: 1970"):
        read(ZMS, lambda _asked: json_of({"availableDays": days}))
    times = {"status": "success", "data": [{"start": 0, "end": 900}]}
    page = Reply(PAGE)
    with pytest.raises(BadAnswer, match=r"a time that cannot be: 1970"):
        read({"kind": "nextcloud"}, lambda asked: json_of(times) if asked.path.endswith("slots") else page)


@pytest.mark.parametrize(
    "start", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "1970-01-01T00:00Z"]
)
def test_times_at_the_ends_of_the_calendar_are_refused_in_our_words(start):
    answer = {"status": "success", "data": {"2026-10-24": [{"start": start}]}}
    with pytest.raises(BadAnswer, match="a time that cannot be"):
        read({"kind": "calcom"}, lambda _asked: json_of(answer))
