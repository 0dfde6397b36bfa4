"""The state of a queue in our JSON form."""

import json

import pytest

from kiosk.live.sources.queue_json import read_queue

NOW = "2026-11-24T11:00:00+00:00"


def read(answer):
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return json.loads(read_queue(json.dumps({"now": NOW}).encode() + b"\n" + body))["data"]


def test_the_whole_form():
    answer = {
        "at": "2026-11-24T12:00:30+01:00",
        "serving": [{"number": "A 12", "desk": "Lucka 1"}, 13],
        "waiting": 4,
        "wait_minutes": 11.6,
    }
    assert read(answer) == {
        "serving": [{"number": "A 12", "desk": "Lucka 1"}, {"number": "13", "desk": ""}],
        "waiting": 4,
        "wait_minutes": 12,
    }
    assert read({}) == {"serving": [], "waiting": None, "wait_minutes": None}


@pytest.mark.parametrize(
    "answer",
    [
        b"<html>",
        b"[" * 100_000,
        [],
        {"serving": "A 12"},
        {"serving": [{"desk": "1"}]},
        {"serving": [True]},
        {"serving": [{"number": "\u202e21"}]},
        {"waiting": -1},
        {"waiting": "many"},
        {"wait_minutes": float("inf")},
        {"at": "2026-11-24T10:49:00+00:00"},
        {"at": "soon"},
        {"at": "2026-11-24T11:00:00"},
        b" " * 70_000,
    ],
)
def test_anything_else_is_refused(answer):
    with pytest.raises(ValueError, match=r"."):
        read(answer)
