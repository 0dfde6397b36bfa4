"""Departures of SL in their present form, and in others."""

import json

import pytest

from kiosk.live.live_data import DepartureList, adapter
from kiosk.live.sources.live_config import SlSource, SmhiSource
from kiosk.live.sources.sl_departures import read_departures

ASKED = {"now": "2026-11-24T11:00:00+00:00", "zone": "Europe/Stockholm"}


def departure(expected, line="117", destination="Vällingby", state="EXPECTED", **more):
    return {
        "destination": destination,
        "direction_code": 2,
        "state": state,
        "scheduled": "2026-11-24T12:00:00",
        "expected": expected,
        "display": "4 min",
        "line": {"id": 117, "designation": line, "transport_mode": "BUS"},
        "deviations": [],
    } | more


def read(*departures, answer=None, **asked):
    body = json.dumps(
        answer if answer is not None else {"departures": departures, "stop_deviations": []}
    ).encode()
    found = json.loads(read_departures(json.dumps(ASKED | asked).encode() + b"\n" + body))
    adapter(DepartureList).validate_python({**found["data"], "as_of": ASKED["now"]})
    return [(each["line"], each["time"][11:16]) for each in found["data"]["departures"]], found["problems"]


def test_the_soonest_first_by_local_time():
    later, sooner = departure("2026-11-24T12:09:00"), departure("2026-11-24T12:04:00", line="118")
    assert read(later, sooner) == ([("118", "11:04"), ("117", "11:09")], [])


@pytest.mark.parametrize(
    ("now", "expected", "at"),
    [
        ("00:10", "02:30", "00:30"),  # summer time, as it is now
        ("00:50", "02:10", "01:10"),  # after the clocks were put back
        ("01:10", "02:30", "01:30"),
        ("01:50", "03:05", "02:05"),
    ],
)
def test_a_time_that_comes_twice_is_the_nearer_one(now, expected, at):
    (found,), _ = read(departure(f"2026-10-25T{expected}:00"), now=f"2026-10-25T{now}:00+00:00")
    assert found == ("117", at)


def test_the_scheduled_time_stands_in():
    assert read(departure(None))[0] == [("117", "11:00")]


@pytest.mark.parametrize("state", ["CANCELLED", "DEPARTED", "PASSED", "NOTCALLED", "REPLACED"])
def test_what_nobody_gets_on_is_left_out(state):
    assert read(departure("2026-11-24T12:04:00", state=state)) == ([], [])


def test_past_and_far_ones_are_left_out():
    assert read(departure("2026-11-24T11:58:00"), departure("2026-11-24T15:01:00")) == ([], [])


def test_one_that_cannot_be_read_is_reported():
    assert read(departure("soon"), departure("2026-11-24T12:04:00")) == (
        [("117", "11:04")],
        ["1 departures cannot be read"],
    )


@pytest.mark.parametrize(
    "answer",
    [[], {}, {"departures": {}}, {"departures": [1, None]}, {"ResponseData": {"Buses": []}}, "x"],
)
def test_another_form_is_reported(answer):
    with pytest.raises(ValueError, match="changed its form"):
        read(answer=answer)


def test_addresses_follow_from_stop_and_position():
    assert (
        SlSource(kind="sl", site=9110).url == "https://transport.integration.sl.se/v1/sites/9110/departures"
    )
    smhi = SmhiSource.model_validate({"kind": "smhi", "position": "59.3668, 17.8436"})
    assert smhi.url.endswith("/snow1g/version/1/geotype/point/lon/17.8436/lat/59.3668/data.json")
