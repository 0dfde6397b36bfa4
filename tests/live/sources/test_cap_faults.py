"""CAP messages with a fault in one part: the rest counts, and the fault is reported."""

import json

import pytest

from kiosk.live.sources.cap_alerts import read_alerts

NOW = "2026-11-24T11:00:00+00:00"
OFFICES = {"torg": [59.36, 17.84], "norr": [65.0, 21.0], "unknown": None}
AROUND_TORG = "59,17 59,18 60,18 60,17 59,17"
AROUND_NORR = "64,20 64,22 66,22 66,20 64,20"
SENDER = "vma@sr.example"


def message(identifier="A1", kind="Alert", references="", infos=None, **info):
    return {
        "identifier": identifier,
        "sender": SENDER,
        "sent": "2026-11-24T11:50:00+01:00",
        "status": "Actual",
        "msgType": kind,
        "scope": "Public",
        "references": references,
        "info": infos or [one_info(**info)],
    }


def one_info(language="sv-SE", headline="Rök", **more):
    given = {"language": language, "severity": "Severe", "certainty": "Observed", "headline": headline}
    return given | {"area": [area(codes=["0180"])]} | more


def area(codes=(), **shapes):
    return {"areaDesc": "", "geocode": [{"valueName": "x", "value": each} for each in codes], **shapes}


def read(*messages, areas=("0180",)):
    asked = json.dumps({"now": NOW, "areas": areas, "offices": OFFICES})
    answer = json.loads(read_alerts(asked.encode() + b"\n" + json.dumps({"alerts": messages}).encode()))
    assert answer["data"].get("incomplete", False) == bool(answer["problems"])
    return {each["identifier"]: each["offices"] for each in answer["data"]["alerts"]}, answer["problems"]


BROKEN_POLYGONS = [
    "59,17 59,18 60",
    "59;17 59;18 60;18",
    "x",
    "95,17 59,18 60,18",
    "59,17 59,18 59,17",
    "59,17,0 59,18,0",
]


@pytest.mark.parametrize("broken", BROKEN_POLYGONS)
def test_a_broken_polygon_leaves_the_rest_of_the_area(broken):
    shown, (problem,) = read(message(area=[area(["0180"], polygon=broken)]))
    assert shown == {"A1": sorted(OFFICES)}
    assert problem.startswith("A1: a polygon is left out: ")
    assert read(message(area=[area(polygon=[AROUND_TORG, broken])]))[0] == {"A1": ["torg"]}


@pytest.mark.parametrize(
    "broken", ["59.36,17.84", "59.36,17.84 -1", "59.36,17.84 inf", "59.36,17.84 5km", "5", "59.36,17.84 1 2"]
)
def test_a_broken_circle_leaves_the_rest_of_the_area(broken):
    shown, (problem,) = read(message(area=[area(circle=["65,21 5", broken])]))
    assert shown == {"A1": ["norr"]}
    assert problem.startswith("A1: a circle is left out: ")


@pytest.mark.parametrize(
    "shape", [{"polygon": "59, 17  59 ,18\n60,18 60,17"}, {"circle": " 59.36, 17.84   5 "}]
)
def test_spaces_and_open_polygons_are_no_fault(shape):
    assert read(message(area=[area(**shape)])) == ({"A1": ["torg"]}, [])


@pytest.mark.parametrize("codes", [[" 0180\n"], ["0114 0180"], ["0114,0180"], ["01; 14"], ["", "0180"]])
def test_several_codes_in_one(codes):
    assert read(message(area=[area(codes)])) == ({"A1": sorted(OFFICES)}, [])


def test_a_code_with_a_space_in_it_is_not_taken_for_two():
    """01 is the county, and 0180 the municipality in it."""
    shown, (problem,) = read(message(area=[area(["01 99", "1480"])]))
    assert shown == {}
    assert problem == "A1: a geocode is left out, since it may be one code or several: '01 99'"


def test_a_message_that_nowhere_says_where_in_a_way_that_can_be_read_is_left_out():
    shown, problems = read(message(area=[area(polygon="x")]), message("A2"))
    assert shown == {"A2": sorted(OFFICES)}
    assert problems == ["message 1 is left out: a polygon is left out: not a point: 'x'"]


def test_an_empty_element_is_none():
    assert read(message(area=[area(polygon="", circle=" ", codes=["0180"])])) == ({"A1": sorted(OFFICES)}, [])


def test_words_with_a_fault_in_their_area_hold_where_those_of_another_language_do():
    swedish = one_info(area=[area(polygon=[AROUND_NORR, "x"])])
    english = one_info("en", "Smoke", area=[area(polygon=[AROUND_NORR, AROUND_TORG])])
    shown, problems = read(message(infos=[english, swedish]))
    assert (shown, len(problems)) == ({"A1": ["norr", "torg"]}, 1)
    other = one_info(area=[area(polygon=AROUND_TORG)])
    assert read(message(infos=[swedish, other]))[0] == {"A1": ["torg"]}


def test_an_update_replaces_an_alert_only_where_it_is_known_to_hold():
    alert = message(area=[area(polygon=[AROUND_TORG, AROUND_NORR])])
    references = f"{SENDER},A1,2026-11-24T11:50:00+01:00"
    update = message("A2", "Update", references, area=[area(polygon=[AROUND_NORR, "x"])])
    assert read(alert, update)[0] == {"A1": ["torg"], "A2": ["norr"]}
    whole = message("A2", "Update", references, area=[area(polygon=[AROUND_NORR])])
    assert read(alert, whole)[0] == {"A2": ["norr"]}
    end = message("A3", "Cancel", f"{SENDER},A2,x", area=[area(polygon="x")])
    assert read(alert, update, end) == ({}, [])


def test_an_update_of_which_no_area_can_be_read_leaves_the_alert():
    update = message("A2", "Update", f"{SENDER},A1,x", area=[area(polygon="x")])
    shown, (problem,) = read(message(), update)
    assert shown == {"A1": sorted(OFFICES)}
    assert "message 2 is left out" in problem


@pytest.mark.parametrize(
    "references",
    [f"  {SENDER},A1,x ", f"{SENDER}, A1 , x", f"other@x.example,B,x\n\t{SENDER},A1,x", f"{SENDER},A1", "A1"],
)
def test_references_however_they_are_spaced(references):
    assert read(message(), message("A3", "Cancel", references)) == ({}, [])


@pytest.mark.parametrize(
    ("expires", "end", "problem"),
    [
        (None, "2026-11-25T10:50:00+00:00", None),
        ("", "2026-11-25T10:50:00+00:00", None),
        ("soon", "2026-11-25T10:50:00+00:00", "A1: expires is not a time: 'soon'; it counts for a day"),
        ("2026-11-24T24:00:00+01:00", "2026-11-24T23:00:00+00:00", None),
        ("2026-11-24t23:00:00z", "2026-11-24T23:00:00+00:00", None),
        ("2026-11-24T18:00:00-05:00", "2026-11-24T23:00:00+00:00", None),
        ("2026-11-24T23:00:00-00:00", "2026-11-24T23:00:00+00:00", None),
        (
            "2026-11-24T18:00:00",
            "2026-11-24T18:00:00+00:00",
            "A1: expires has no offset from UTC, and is read as UTC: '2026-11-24T18:00:00'",
        ),
    ],
)
def test_until_when(expires, end, problem):
    answer = json.loads(
        read_alerts(
            json.dumps({"now": NOW, "areas": ["0180"], "offices": OFFICES}).encode()
            + b"\n"
            + json.dumps({"alerts": [message(expires=expires)]}).encode()
        )
    )
    assert [each["end"] for each in answer["data"]["alerts"]] == [end]
    assert answer["problems"] == ([problem] if problem else [])


def test_a_start_that_cannot_be_read_is_when_it_was_sent():
    shown, problems = read(message(effective="now"))
    assert shown == {"A1": sorted(OFFICES)}
    assert problems == ["A1: effective is not a time: 'now'; it counts from when it was sent"]


@pytest.mark.parametrize("key", ["status", "msgType", "scope"])
@pytest.mark.parametrize("word", ["", "Public Actual Alert"])
def test_what_kind_of_message_it_is_must_be_known(key, word):
    shown, (problem,) = read(message("A2") | {key: word}, message())
    assert shown == {"A1": sorted(OFFICES)}
    assert problem.startswith(f"message 1 is left out: {key.lower()} is none of ")


def test_faults_of_alerts_that_are_over_are_not_reported():
    over = message(expires="2026-11-24T10:00:00+00:00", area=[area(["0180"], polygon="x")])
    assert read(over) == ({}, [])


def test_an_alert_without_the_namespace_of_cap_is_read():
    fields = "".join(f"<{name}>{value}</{name}>" for name, value in message().items() if name != "info")
    where = "<area><geocode><value>0180</value></geocode></area>"
    body = f"<alerts><alert>{fields}<info><language>sv</language>{where}</info></alert></alerts>"
    asked = json.dumps({"now": NOW, "areas": ["0180"], "offices": OFFICES})
    (alert,) = json.loads(read_alerts(f"{asked}\n{body}".encode()))["data"]["alerts"]
    assert alert["identifier"] == "A1"
