"""Forecasts in the present form of their sources, and in others."""

import json

import pytest

from kiosk.live.live_data import Forecast, adapter
from kiosk.live.sources.weather_json import read_met, read_smhi

ASKED = {"now": "2026-11-24T11:20:00+00:00", "zone": "Europe/Stockholm"}


def smhi(*steps):
    return {
        "createdTime": "2026-11-24T10:40:00Z",
        "geometry": {"type": "Point", "coordinates": [17.84, 59.36]},
        "timeSeries": [{"time": time, "data": data} for time, data in steps],
    }


def met(*steps):
    series = [
        {
            "time": time,
            "data": {"instant": {"details": {"air_temperature": degrees, "wind_speed": 2.0}}}
            | ({"next_1_hours": {"summary": {"symbol_code": code}, "details": {}}} if code else {}),
        }
        for time, degrees, code in steps
    ]
    return {"type": "Feature", "properties": {"meta": {}, "timeseries": series}}


def read(reader, answer):
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    found = json.loads(reader(json.dumps(ASKED).encode() + b"\n" + body))
    adapter(Forecast).validate_python({**found["data"], "as_of": ASKED["now"]})
    return [(each["time"][5:16], each["temperature"], each["sky"]) for each in found["data"]["hours"]]


def test_smhi():
    answer = smhi(
        ("2026-11-24T10:00:00Z", {"air_temperature": 1, "symbol_code": 1}),
        ("2026-11-24T11:00:00Z", {"air_temperature": -1.5, "symbol_code": 26, "wind_speed": 3}),
        ("2026-11-24T12:00:00Z", {"air_temperature": 9999, "symbol_code": 1}),
        ("2026-11-24T13:00:00Z", {"air_temperature": 0, "symbol_code": 9999}),
        ("2026-11-24T14:00:00Z", {"air_temperature": 2}),
        ("2026-11-24T15:00:00Z", {"air_temperature": -999, "symbol_code": 1}),
        ("2026-11-24T16:00:00Z", {"air_temperature": float("nan"), "symbol_code": 1}),
        ("2026-11-27T11:00:00Z", {"air_temperature": 2, "symbol_code": 1}),
    )
    assert read(read_smhi, answer) == [("11-24T11:00", -1.5, "snow")]


def test_steps_of_minutes_do_not_crowd_the_later_hours_out():
    minutes = range(0, 48 * 60, 15)
    steps = (
        (f"2026-11-{24 + (12 * 60 + each) // 1440}T{(12 + each // 60) % 24:02}:{each % 60:02}:00Z", each)
        for each in minutes
    )
    found = read(
        read_smhi, smhi(*((time, {"air_temperature": each % 9, "symbol_code": 1}) for time, each in steps))
    )
    assert (found[0][0], found[-1][0], len(found)) == ("11-24T12:00", "11-26T11:00", 48)


@pytest.mark.parametrize(
    ("code", "sky"),
    [(1, "clear"), (2, "clear"), (3, "partly"), (5, "cloudy"), (6, "cloudy"), (7, "fog"), (8, "rain"),
     (11, "thunder"), (12, "sleet"), (15, "snow"), (18, "rain"), (21, "thunder"), (24, "sleet")],
)  # fmt: skip
def test_symbols_of_smhi(code, sky):
    answer = smhi(("2026-11-24T12:00:00Z", {"air_temperature": 1, "symbol_code": code}))
    assert read(read_smhi, answer)[0][2] == sky


@pytest.mark.parametrize(
    ("code", "sky"),
    [
        ("clearsky_night", "clear"),
        ("fair_day", "clear"),
        ("partlycloudy_day", "partly"),
        ("cloudy", "cloudy"),
        ("fog", "fog"),
        ("lightrainshowers_day", "rain"),
        ("heavysleet", "sleet"),
        ("snowshowers_night", "snow"),
        ("heavysnowandthunder", "thunder"),
    ],
)
def test_symbols_of_met(code, sky):
    assert read(read_met, met(("2026-11-24T12:00:00Z", 1.0, code)))[0][2] == sky


def test_steps_of_met_without_a_symbol_are_left_out():
    answer = met(("2026-11-24T12:00:00Z", 1.0, "fog"), ("2026-11-24T13:00:00Z", 1.0, ""))
    assert read(read_met, answer) == [("11-24T12:00", 1.0, "fog")]


@pytest.mark.parametrize("reader", [read_smhi, read_met])
@pytest.mark.parametrize(
    "answer",
    [
        b"<html>",
        b"[" * 100_000,
        [],
        {},
        {"timeSeries": [], "properties": {"timeseries": []}},
        {"properties": []},
        {"timeSeries": [{"validTime": "2026-11-24T12:00:00Z", "parameters": []}]},
        {"timeSeries": [None, 3, {"time": "0001-01-01T00:00:00Z", "data": {}}]},
        b" " * (9 << 20),
    ],
)
def test_another_form_is_reported(reader, answer):
    with pytest.raises(ValueError, match=r"."):
        read(reader, answer)


@pytest.mark.parametrize("value", ["1e999", "-1e999", "NaN", "Infinity"])
@pytest.mark.parametrize("key", ["air_temperature", "symbol_code"])
def test_an_hour_whose_number_is_none_costs_no_other_hour(key, value):
    first, second = ({"air_temperature": 1.5, "symbol_code": 3} for _ in range(2))
    answer = smhi(("2026-11-24T11:00:00Z", first), ("2026-11-24T12:00:00Z", second))
    assert len(read(read_smhi, answer)) == 2
    first[key] = 12345
    text = json.dumps(answer).replace("12345", value)
    request = json.dumps({"now": "2026-11-24T10:30:00+00:00"}).encode() + b"\n" + text.encode()
    assert len(json.loads(read_smhi(request))["data"]["hours"]) == 1
