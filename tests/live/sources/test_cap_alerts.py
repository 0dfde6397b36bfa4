"""CAP as XML and as the JSON of the VMA API: what is read, and what is refused."""

import json

import pytest

from kiosk.feed.feed_size import MAX_PARTS
from kiosk.live.live_data import AlertList, adapter
from kiosk.live.sources.cap_alerts import read_alerts

ASKED = {
    "now": "2026-11-24T11:00:00+00:00",
    "zone": "Europe/Stockholm",
    "areas": ["0180"],
    "offices": {"torg": [59.36, 17.84]},
}
XML = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>A1</identifier><sender>vma@sr.example</sender><sent>2026-11-24T11:50:00+01:00</sent>
  <status>{status}</status><msgType>Alert</msgType><scope>Public</scope>
  <info><language>en-GB</language><category>Fire</category><event>Fire</event><urgency>Immediate</urgency>
    <severity>Severe</severity><certainty>Observed</certainty><headline>Smoke</headline>
    <area><areaDesc>Stockholm</areaDesc><geocode><valueName>Kommun</valueName><value>0180</value></geocode></area>
  </info>
  <info><language>sv-SE</language><category>Fire</category><event>Brand i industri</event>
    <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
    <expires>2026-11-24T18:00:00+01:00</expires><headline>Brand &amp; rök</headline>
    <description>Gå inomhus.
    Stäng fönster.</description><instruction>Lyssna på P4.</instruction>
    <area><areaDesc>Stockholm</areaDesc><polygon>59,17 59,18 60,18 60,17 59,17</polygon></area>
  </info>
</alert>"""
VMA = {
    "timestamp": "2026-11-24T12:00:00+01:00",
    "alerts": [
        {
            "identifier": "SRCAP1",
            "sender": "https://vma.example/api/v3",
            "sent": "2026-11-24T11:50:00+01:00",
            "status": "Actual",
            "msgType": "Alert",
            "scope": "Public",
            "info": [
                {
                    "language": "sv-SE",
                    "category": ["Safety"],
                    "event": "Utsläpp av gas",
                    "severity": "Severe",
                    "certainty": "Observed",
                    "expires": None,
                    "description": "Gå inomhus.",
                    "area": [{"areaDesc": "X", "geocode": [{"valueName": "Kommun", "value": "0180"}]}],
                }
            ],
        }
    ],
}


def read(body, **asked):
    data = body.encode() if isinstance(body, str) else body
    found = json.loads(read_alerts(json.dumps(ASKED | asked).encode() + b"\n" + data))
    adapter(AlertList).validate_python({**found["data"], "as_of": ASKED["now"]})
    return found["data"]["alerts"], found["problems"]


def test_the_swedish_words_of_an_alert_in_xml():
    (alert,), problems = read(XML.format(status="Actual"))
    assert problems == []
    assert alert == {
        "identifier": "A1",
        "sender": "vma@sr.example",
        "kind": "fire",
        "severity": "severe",
        "certainty": "observed",
        "exercise": False,
        "start": "2026-11-24T10:50:00+00:00",
        "end": "2026-11-24T17:00:00+00:00",
        "headline": "Brand & rök",
        "words": "Gå inomhus. Stäng fönster. Lyssna på P4.",
        "offices": ["torg"],
    }


def test_the_json_of_the_vma_api():
    (alert,), _ = read(json.dumps(VMA))
    assert (alert["kind"], alert["headline"], alert["end"]) == (
        "gas",
        "Utsläpp av gas",
        "2026-11-25T10:50:00+00:00",
    )


@pytest.mark.parametrize(("status", "shown"), [("Test", 0), ("System", 0), ("Draft", 0), ("Exercise", 1)])
def test_tests_are_never_shown_and_exercises_are_marked(status, shown):
    alerts, _ = read(XML.format(status=status))
    assert [each["exercise"] for each in alerts] == [True] * shown


def test_an_alert_may_concern_as_many_offices_as_a_feed_has():
    offices = {f"office-{number}": None for number in range(MAX_PARTS["offices"])}
    (alert,), _ = read(json.dumps(VMA), offices=offices)
    assert set(alert["offices"]) == set(offices)


def test_alerts_of_other_places_are_not_shown():
    assert read(XML.format(status="Actual"), offices={"torg": [62.0, 17.5]}) == ([], [])
    assert read(json.dumps(VMA), areas=["14"]) == ([], [])


def test_swedish_words_without_an_area_hold_where_those_of_the_other_language_do():
    swedish, _, _ = XML.partition("<area><areaDesc>Stockholm</areaDesc><polygon>")
    (alert,), _ = read(f"{swedish}</info></alert>".format(status="Actual"), offices={"torg": None})
    assert (alert["headline"], alert["offices"]) == ("Brand & rök", ["torg"])


@pytest.mark.parametrize(
    ("written", "read_as"), [("Very Likely", "likely"), ("LIKELY", "likely"), ("Sure", None)]
)
def test_certainty_of_earlier_versions_and_what_is_none(written, read_as):
    (alert,), _ = read(XML.format(status="Actual").replace("Observed", written))
    assert alert["certainty"] == read_as


def test_several_alerts_in_a_feed_and_one_that_cannot_be_read():
    one = XML.format(status="Actual").partition("?>")[2]
    broken = one.replace("2026-11-24T11:50:00+01:00", "soon").replace("A1", "A2")
    (alert,), problems = read(f"<feed>{broken}{one}</feed>")
    assert alert["identifier"] == "A1"
    assert problems == ["message 1 is left out: sent is not a time: 'soon'"]


def test_a_flood_of_lesser_alerts_and_exercises_takes_no_severe_one_away():
    (first,) = VMA["alerts"]
    info = first["info"][0]
    lesser = [
        first
        | {
            "identifier": f"{word}{number}",
            "sent": "2026-11-24T11:55:00+01:00",
            "status": status,
            "info": [more],
        }
        for word, status, more in (
            ("minor", "Actual", info | {"severity": "Minor"}),
            ("unknown", "Actual", info | {"severity": "Unknown"}),
            ("exercise", "Exercise", info | {"severity": "Extreme"}),
        )
        for number in range(30)
    ]
    alerts, problems = read(json.dumps({"alerts": [*lesser, first]}))
    assert alerts[0]["identifier"] == "SRCAP1"
    assert {each["severity"] for each in alerts[1:]} == {"minor"}
    assert problems == ["71 alerts are left out"]


@pytest.mark.parametrize(
    "change",
    [
        {"sent": "0001-01-01T00:00:00+14:00"},
        {"sent": "9999-12-31T23:00:00-10:00"},
        {"expires": "9999-12-31T23:59:59-14:00"},
        {"effective": "9999-12-31T23:59:59Z"},
        {"effective": "0001-01-01T00:00:00Z", "expires": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_times_at_the_ends_of_the_calendar_hide_no_other_alert(change):
    (first,) = VMA["alerts"]
    info = first["info"][0] | {"headline": "Nr 2"} | change
    other = first | {"identifier": "2", "info": [info]} | change
    alerts, problems = read(json.dumps({"alerts": [other, first]}))
    assert "SRCAP1" in {each["identifier"] for each in alerts}
    assert problems == []
    assert "9999" not in str(change.get("expires")) or len(alerts) == 2


def test_a_headline_in_which_nothing_can_be_seen_gives_way_to_the_event():
    (alert,), _ = read(XML.format(status="Actual").replace("Brand &amp; rök", "\u200b\u2060"))
    assert alert["headline"] == "Brand i industri"


def test_hidden_characters_take_no_alert_away():
    (alert,), _ = read(XML.format(status="Actual").replace("Brand &amp;", "Bra\u202end\u200b &amp;"))
    assert alert["headline"] == "Brand & rök"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b"<alert><identifier>1</identifier></alert>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>',
        b"\xff\xfe<\x00a\x00",
        b"[1]",
        b'{"alerts": "none"}',
        b"[" * 100_000,
        XML.format(status="Actual").encode()[:400],
        b" " * (9 << 20),
    ],
)
def test_anything_else_is_refused(body):
    with pytest.raises(ValueError, match=r"."):
        read(body)


def test_messages_of_which_none_can_be_read_are_no_answer():
    """Else what is known would be taken for over."""
    with pytest.raises(ValueError, match="none of its messages can be read; message 1 is left out: sent"):
        read(XML.format(status="Actual").replace("2026-11-24T11:50:00+01:00", "soon"))


def test_no_alert_is_an_answer_too():
    assert read(json.dumps({"alerts": []})) == ([], [])
    assert read("<feed/>") == ([], [])
