"""Departures by GTFS and GTFS Realtime: what the timetable plans, and what the feed changes of it."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, SourceError
from kiosk.live.live_data import DepartureList, adapter
from kiosk.live.sources import timetable_store
from kiosk.live.sources.gtfs_realtime import read_trip_updates
from kiosk.live.sources.gtfs_timetable import read_timetable
from kiosk.live.sources.live_config import GtfsSource
from kiosk.live.sources.timetable_store import TimetableStore
from tests.live.transit import NOW, TABLES, call, feed, timetable, trip

CANCELED, ADDED = 3, 1
SKIPPED, NO_DATA = 1, 2
MINUTE = timedelta(minutes=1)
PLANNED = [("117", "Spånga", "11:04"), ("118", "Vällingby", "11:09"), ("117", "Spånga station", "11:34")]


@pytest.fixture
def planned(tmp_path):
    """Return what the timetable says of a stop on a day."""

    def read(stop="torget", day="2026-11-24", packed=None, **changed):
        path = tmp_path / "timetable.zip"
        path.write_bytes(timetable(**changed) if packed is None else packed)
        return read_timetable(json.dumps({"path": str(path), "stop": stop, "day": day}).encode())

    return read


def shown(listed, updates, now=NOW):
    found = json.loads(
        read_trip_updates(json.dumps({"now": now.isoformat()}).encode() + b"\n" + listed + b"\n" + updates)
    )
    adapter(DepartureList).validate_python({**found["data"], "as_of": found["as_of"]})
    return [(each["line"], each["destination"], each["time"][11:16]) for each in found["data"]["departures"]]


def test_the_timetable_alone(planned):
    assert shown(planned(), feed()) == PLANNED


def test_one_platform(planned):
    assert shown(planned("torget:1"), feed()) == [PLANNED[1]]


def test_where_a_trip_ends_nobody_gets_on(planned):
    assert shown(planned("vällingby"), feed()) == []
    assert shown(planned("spånga"), feed()) == []


@pytest.mark.parametrize(
    ("update", "departs"),
    [
        (trip("a", call(2, delay=300)), "11:09"),
        (trip("a", call(2, delay=-60)), "11:03"),
        (trip("a", call(2, time=NOW + 7 * MINUTE)), "11:07"),
        (trip("a", call(stop="torget:2", delay=120)), "11:06"),
        (trip("a", call(1, delay=180)), "11:07"),  # goes on
        (trip("a", call(1, delay=180), call(2, delay=60)), "11:05"),
        (trip("a", call(1, delay=180), call(3, delay=60)), "11:07"),
        (trip("a", call(1, delay=180), call(2, relationship=NO_DATA)), "11:04"),
        (trip("a", call(3, delay=600)), "11:04"),
        (trip("a", call(1, relationship=SKIPPED)), "11:04"),
        (trip("a", call(2, relationship=SKIPPED)), None),
        (trip("a", schedule_relationship=CANCELED), None),
        (trip("a", call(2, delay=300), start_date="20261124"), "11:09"),
        (trip("a", call(2, delay=300), start_date="20261123"), "11:04"),
        (trip("a", call(2, delay=99 * 3600)), None),
        (trip("a", call(2, time=NOW - 3 * MINUTE)), None),
    ],
)  # fmt: skip
def test_what_the_feed_says_of_a_trip(planned, update, departs):
    found = {line: time for line, _, time in reversed(shown(planned("torget:2"), feed(update, trip("b"))))}
    assert found["117"] == (departs or "11:34")


def test_what_has_left_and_what_is_far_is_left_out(planned):
    listed = planned()
    assert [time for _, _, time in shown(listed, feed(at=NOW + 6 * MINUTE), NOW + 6 * MINUTE)] == [
        "11:09",
        "11:34",
    ]
    early = NOW - timedelta(hours=3) + 5 * MINUTE
    assert [time for _, _, time in shown(listed, feed(at=early), early)] == ["11:04"]


def test_a_late_bus_is_still_to_come(planned):
    later = NOW + timedelta(hours=1)
    assert shown(planned(), feed(trip("a", call(2, delay=3600 + 600)), at=later), later) == [
        ("117", "Spånga", "12:14")
    ]


def test_the_days_of_a_service(planned):
    assert shown(planned(day="2026-11-28"), feed(at=NOW + timedelta(days=4)), NOW + timedelta(days=4)) == [
        ("118", "Vällingby", "11:10")
    ]
    exceptions = "service_id,date,exception_type\nweekdays,20261124,2\nsaturdays,20261124,1\n"
    assert shown(planned(calendar_dates=exceptions), feed()) == [("118", "Vällingby", "11:10")]
    only = "service_id,date,exception_type\nweekdays,20261124,1\n"
    assert shown(planned(calendar_dates=only, calendar=None), feed()) == PLANNED


def test_a_service_day_goes_on_after_midnight(planned):
    times = TABLES["stop_times.txt"].replace("12:", "24:")
    night = datetime(2026, 11, 24, 23, tzinfo=UTC)  # 0:00 on Wednesday
    for day in ("2026-11-24", "2026-11-25"):
        listed = planned(day=day, stop_times=times)
        assert shown(listed, feed(at=night), night)[:2] == [
            ("117", "Spånga", "23:04"),
            ("118", "Vällingby", "23:09"),
        ]


@pytest.mark.parametrize(
    ("day", "time"), [("2026-10-25", "11:04"), ("2026-10-24", "10:04"), ("2026-03-29", "10:04")]
)
def test_noon_is_noon_on_the_days_when_the_clocks_change(planned, day, time):
    calendar = TABLES["calendar.txt"].replace("1,1,1,1,1,0,0,20260801", "1,1,1,1,1,1,1,20260101")
    now = datetime.fromisoformat(f"{day}T{time}:00+00:00")
    assert shown(planned(day=day, calendar=calendar), feed(at=now), now)[0][2] == time


def test_trips_by_frequency_and_calls_without_a_time_are_left_out_and_told(planned):
    listed = planned(
        frequencies="trip_id,start_time,end_time,headway_secs\nc,06:00:00,22:00:00,600\n",
        stop_times=TABLES["stop_times.txt"].replace("12:34:00,12:34:00", ","),
    )
    assert shown(listed, feed()) == PLANNED[:1]
    assert json.loads(listed)["problems"] == ["1 calls have no time", "1 trips run by frequency"]


def test_the_sign_of_a_stop_goes_before_that_of_the_trip(planned):
    head = "trip_id,departure_time,stop_id,stop_sequence,stop_headsign"
    times = f"{head}\na,12:04:00,torget:2,1,Kyrkan\na,12:20:00,spånga,2,\n"
    assert shown(planned(stop_times=times), feed()) == [("117", "Kyrkan", "11:04")]


@pytest.mark.parametrize("bad", ["12:99:00", "12:34:99999999999", "-1:00:00", "100:00:00", "soon"])
def test_what_is_no_time_is_left_out(planned, bad):
    listed = planned(stop_times=TABLES["stop_times.txt"].replace("12:34:00,torget", f"{bad},torget"))
    assert shown(listed, feed()) == PLANNED[:2]
    assert json.loads(listed)["problems"] == ["1 calls have no time"]


def test_a_name_with_hidden_characters_takes_no_other_departure_away(planned):
    listed = planned(trips=TABLES["trips.txt"].replace("a,Spånga", "a,Spånga\u202e"))
    assert shown(listed, feed()) == PLANNED[1:]
    assert json.loads(listed)["problems"] == ["1 names have hidden characters"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"stop": "elsewhere"}, "no stop elsewhere"),
        ({"packed": b"PK\x03\x04 and no more"}, "not a zip"),
        ({"stop_times": None}, "no stop_times.txt"),
        ({"stop_times": "trip_id,stop_id\n"}, "no stop_sequence"),
        ({"stop_times": TABLES["stop_times.txt"].replace("torget:2,2", "torget:2,x")}, "invalid literal"),
        ({"agency": "agency_timezone\nMars/Olympus\n"}, "time zone: Mars"),
        ({"stops": b"stop_id\n\xff\xfe\n"}, "UTF-8"),
        ({"day": "2026-12-13"}, "ended on 20261212"),
    ],
)  # fmt: skip
def test_a_timetable_that_cannot_be_read(planned, changed, told):
    with pytest.raises(ValueError, match=told):
        planned(**changed)


@pytest.mark.parametrize(
    ("updates", "told"),
    [
        (b"<!DOCTYPE html>", "no GTFS Realtime feed"),
        (b"\x0a\xff", "no GTFS Realtime feed"),
        (feed(at=None), "does not give its time"),
        (feed(at=NOW - 11 * MINUTE), "not current"),
        (feed(at=NOW + 2 * MINUTE), "not current"),
        (feed(incrementality=1), "DIFFERENTIAL"),
        (feed(trip("x", call(1, stop="torget:1", delay=5))), "another edition"),
    ],
)
def test_a_feed_that_cannot_be_read(planned, updates, told):
    with pytest.raises(ValueError, match=told):
        shown(planned(), updates)


def test_a_trip_that_was_added_is_not_shown(planned):
    added = trip("x", call(1, stop="torget:1", time=NOW + MINUTE), schedule_relationship=ADDED)
    assert shown(planned(), feed(added)) == PLANNED


def test_its_age_is_that_of_the_feed(planned):
    made = NOW - 3 * MINUTE
    request = json.dumps({"now": NOW.isoformat()}).encode() + b"\n" + planned() + b"\n" + feed(at=made)
    assert json.loads(read_trip_updates(request))["as_of"] == made.isoformat()


class Web:
    """A web client that answers with a timetable, or fails."""

    def __init__(self):
        self.body, self.calls = timetable(), 0

    def request(self, _url):
        self.calls += 1
        if self.body is None:
            raise NoAnswer("silent")
        return self


DAY = date(2026, 11, 24)


def test_a_timetable_is_read_once_a_day_and_when_it_changes(tmp_path, monkeypatch):
    path, store, read = tmp_path / "t.zip", TimetableStore(tmp_path, "x", NOW), []
    path.write_bytes(timetable())
    run = timetable_store.isolated.run_named
    monkeypatch.setattr(
        timetable_store.isolated, "run_named", lambda *request: read.append(1) or run(*request)
    )
    first = store.departures(str(path), "torget", DAY, Web())
    assert len(json.loads(first)["departures"]) == 3
    assert store.departures(str(path), "torget", DAY, Web()) == first
    assert len(read) == 1
    store.departures(str(path), "torget", DAY + timedelta(days=1), Web())
    store.departures(str(path), "torget:1", DAY, Web())
    path.write_bytes(timetable(frequencies="trip_id\n"))
    store.departures(str(path), "torget:1", DAY, Web())
    assert len(read) == 4


def test_a_downloaded_timetable_stays_while_another_cannot_be_had(tmp_path):
    web, store = Web(), TimetableStore(tmp_path, "x", NOW)
    ask = "https://trafik.example/gtfs.zip", "torget", DAY, web
    web.body = None
    with pytest.raises(NoAnswer, match="the timetable: silent"):
        store.departures(*ask)
    web.body = timetable()
    store.departures(*ask)
    store.departures(*ask)
    assert web.calls == 2
    web.body = None
    later = TimetableStore(tmp_path, "x", NOW + timedelta(hours=13))
    later.departures(*ask)
    later.departures(*ask)
    assert web.calls == 3


def test_timetables_that_no_source_names_any_more_are_deleted(tmp_path):
    path = tmp_path / "t.zip"
    path.write_bytes(timetable())
    for days, name in ((0, "old"), (5, "one"), (8, "two")):
        now = NOW + timedelta(days=days)
        TimetableStore(tmp_path, name, now).departures(str(path), "torget", now.date(), Web())
    assert {each.name for each in tmp_path.iterdir()} == {"t.zip", "timetable-one.json", "timetable-two.json"}


def test_no_source_deletes_what_another_has_just_written(tmp_path, monkeypatch):
    """`sync_folder` stands for the moment at which a file can first be seen."""
    other = TimetableStore(tmp_path, "other", NOW)
    monkeypatch.setattr(timetable_store.system, "sync_folder", lambda _folder: other.prune())
    web = Web()
    web.body = timetable()
    TimetableStore(tmp_path, "x", NOW).departures("https://trafik.example/gtfs.zip", "torget", DAY, web)
    assert {each.name for each in tmp_path.iterdir()} == {"timetable-x.json", "timetable-x.zip"}


@pytest.mark.parametrize(("packed", "bad"), [(None, NoAnswer), (b"not a zip", BadAnswer)])
def test_a_timetable_that_is_not_there_or_broken_is_told(tmp_path, packed, bad):
    path = tmp_path / "t.zip"
    if packed:
        path.write_bytes(packed)
    with pytest.raises(SourceError) as told:
        TimetableStore(tmp_path, "x", NOW).departures(str(path), "torget", DAY, Web())
    assert isinstance(told.value, bad)


def test_a_timetable_of_endless_names_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(timetable_store.isolated, "run_named", lambda *_: b"x" * ((4 << 20) + 1))
    path = tmp_path / "t.zip"
    path.write_bytes(timetable())
    with pytest.raises(BadAnswer, match="more than 4 MiB"):
        TimetableStore(tmp_path, "x", NOW).departures(str(path), "torget", DAY, Web())


@pytest.mark.parametrize(
    "printed",
    ["http://trafik.example/gtfs.zip", "https://a:b@trafik.example/gtfs.zip", "", "ftp://x.example/y"],
)
def test_settings_that_are_refused(printed):
    with pytest.raises(ValueError, match="timetable"):
        GtfsSource(kind="gtfs", url="https://trafik.example/u.pb", timetable=printed, stop="torget")
