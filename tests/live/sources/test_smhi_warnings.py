"""SMHI's impact-based warnings in their present form, and in others."""

import json
from copy import deepcopy
from datetime import datetime, timedelta

import pytest

from kiosk.feed.alert_rules import AlertRule
from kiosk.live.active_alerts import may_interrupt
from kiosk.live.live_data import Alert, AlertList, adapter
from kiosk.live.sources.live_config import SmhiWarningsSource
from kiosk.live.sources.smhi_warnings import SENDER, read_warnings

ASKED = {
    "now": "2026-11-24T11:00:00+00:00",
    "areas": ["0180"],
    "offices": {"torg": [59.36, 17.84], "norr": [65.0, 21.0], "unknown": None},
}
RING = [[17.0, 59.0], [18.0, 59.0], [18.0, 60.0], [17.0, 60.0], [17.0, 59.0]]
NORTH = [[20, 64], [22, 64], [22, 66], [20, 66]]
AREA = {
    "id": 7,
    "approximateStart": "2026-11-24T10:00:00.000Z",
    "approximateEnd": "2026-11-24T20:00:00.000Z",
    "published": "2026-11-24T08:00:00.000Z",
    "normalProbability": True,
    "areaName": {"sv": "Stockholms län", "en": "Stockholm County"},
    "warningLevel": {"sv": "Orange", "en": "Orange", "code": "ORANGE"},
    "eventDescription": {"sv": "Mycket kraftigt snöfall", "en": "Heavy snow", "code": "SNOW"},
    "affectedAreas": [{"id": 1, "sv": "Stockholms län", "en": "Stockholm County"}],
    "descriptions": [
        {
            "title": {"sv": "Vad händer?", "code": "INCIDENT"},
            "text": {"sv": "30 cm snö. Res inte.", "en": "Snow."},
        },
    ],
    "area": {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [RING]}},
}
WARNING = {"id": 12, "event": {"sv": "Snöfall", "en": "Snow", "code": "SNOW"}, "warningAreas": [AREA]}


def read(*warnings, body=None, **asked):
    data = json.dumps(warnings).encode() if body is None else body
    found = json.loads(read_warnings(json.dumps(ASKED | asked).encode() + b"\n" + data))
    adapter(AlertList).validate_python({**found["data"], "as_of": ASKED["now"]})
    return found["data"]["alerts"], found["problems"]


def changed(**area):
    return WARNING | {"warningAreas": [AREA | area]}


def test_a_warning_in_its_own_words():
    assert read(WARNING) == (
        [
            {
                "identifier": "12-7",
                "sender": SENDER,
                "kind": "weather",
                "severity": "severe",
                "certainty": "likely",
                "exercise": False,
                "start": "2026-11-24T10:00:00+00:00",
                "end": "2026-11-24T20:00:00+00:00",
                "headline": "Orange varning från SMHI: Mycket kraftigt snöfall, Stockholms län",
                "words": "30 cm snö. Res inte.",
                "offices": ["torg", "unknown"],
            }
        ],
        [],
    )


@pytest.mark.parametrize(
    ("level", "probable", "interrupts"),
    [
        ("MESSAGE", True, False),
        ("YELLOW", True, False),
        ("ORANGE", True, True),
        ("RED", True, True),
        ("RED", False, False),
    ],
)
def test_orange_and_red_interrupt_where_the_feed_says_no_more(level, probable, interrupts):
    (found,), _ = read(changed(warningLevel={"sv": "Nivå", "code": level}, normalProbability=probable))
    alert = adapter(Alert).validate_python(found)
    assert may_interrupt(alert, AlertRule(senders=(SENDER,))) is interrupts


@pytest.mark.parametrize(
    ("area", "affected", "offices"),
    [
        (AREA["area"]["geometry"], [], ["torg"]),
        ({"type": "MultiPolygon", "coordinates": [[RING], [NORTH]]}, [], ["norr", "torg"]),
        ({"type": "FeatureCollection", "features": [AREA["area"]]}, [25], ["torg"]),
        ({"type": "GeometryCollection", "geometries": [AREA["area"]["geometry"]]}, [], ["torg"]),
        (None, [1], ["norr", "torg", "unknown"]),
        (None, [18], []),
        (None, [41, 180], []),  # of the sea
    ],
)  # fmt: skip
def test_where_it_holds(area, affected, offices):
    alerts, _ = read(changed(area=area, affectedAreas=[{"id": each} for each in affected]))
    assert [each["offices"] for each in alerts] == ([offices] if offices else [])


def test_each_area_of_a_warning_has_its_own_level_and_time():
    later = AREA | {
        "id": 8,
        "approximateStart": "2026-11-25T10:00:00Z",
        "approximateEnd": "2026-11-25T20:00:00Z",
    }
    over = AREA | {"id": 9, "approximateEnd": "2026-11-24T10:59:59Z"}
    alerts, _ = read(WARNING | {"warningAreas": [AREA, later, over]})
    assert sorted(each["identifier"] for each in alerts) == ["12-7", "12-8"]


def test_a_warning_without_an_end_lasts_while_it_is_listed():
    ends = set()
    for hours in (0, 1, 5):
        now = datetime.fromisoformat(ASKED["now"]) + timedelta(hours=hours)
        (found,), _ = read(changed(approximateEnd=None), now=now.isoformat())
        ends.add(found["end"])
        assert datetime.fromisoformat(found["end"]) > now + timedelta(hours=24)
    assert len(ends) == 1
    assert read() == ([], [])


@pytest.mark.parametrize(
    "change",
    [
        {"approximateStart": "soon"},
        {"approximateStart": "2026-11-24T10:00:00"},
        {"warningLevel": {"sv": "Lila", "code": "PURPLE"}},
        {"affectedAreas": None},
        {"affectedAreas": [{"id": "one"}]},
    ],
)
def test_one_that_cannot_be_read_is_told_and_hides_no_other(change):
    alerts, (problem,) = read(changed(**change), WARNING)
    assert len(alerts) == 1
    assert problem.startswith("a warning is left out: ")
    with pytest.raises(ValueError, match="changed its form"):
        read(changed(**change))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[1]",
        b'[{"id": 1}]',
        b'{"alerts": []}',
        b"<html>",
        b"[" * 100_000,
        b'[{"warningAreas": {}}]',
    ],
)
def test_anything_else_is_refused(body):
    with pytest.raises(ValueError, match=r"changed its form|not JSON"):
        read(body=body)


def test_hidden_characters_are_taken_out():
    warning = deepcopy(WARNING)
    warning["warningAreas"][0]["descriptions"][0]["text"]["sv"] = "Snö\u202e\u0007 faller"
    assert read(warning)[0][0]["words"] == "Snö faller"


def test_source_that_the_feed_does_not_name_is_told():
    with pytest.raises(ValueError, match="the feed does not name it"):
        read_warnings(json.dumps({"now": ASKED["now"]}).encode() + b"\n[]")


def test_its_address():
    source = SmhiWarningsSource(kind="smhi-warnings")
    assert source.url == "https://opendata-download-warnings.smhi.se/ibww/api/version/1/warning.json"


@pytest.mark.parametrize("end", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00"])
def test_a_warning_to_the_end_of_the_calendar_hides_no_other(end):
    start = "0001-01-01T00:00:00+14:00"
    alerts, problems = read(changed(approximateStart=start, approximateEnd=end, id=8), WARNING)
    assert ({each["identifier"] for each in alerts}, problems) == ({"12-7", "12-8"}, [])


@pytest.mark.parametrize("shape", [{}, {"coordinates": [["x"]]}, {"coordinates": [[["x", "y"]]]}])
def test_counties_count_where_the_polygons_cannot_be_read(shape):
    (alert,), problems = read(changed(area={"type": "Polygon", **shape}))
    assert alert["offices"] == ["norr", "torg", "unknown"]
    assert problems == ["12-7: its polygons cannot be read; its counties count instead"]
