import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.fleet import mqtt_topics
from kiosk.fleet.crash_report import CrashReport
from kiosk.fleet.screen_status import (
    MAX_BYTES,
    ScreenStatus,
    StatusError,
    read_status,
    troubles,
    write_status,
)

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
WELL = ScreenStatus(
    screen="hall", at=NOW, started=NOW, version="1.0", generation="abc", shown="abc", clock_trusted=True
)


def troubles_of(**changes):
    online = changes.pop("online", True)
    crash = changes.pop("crash", None)
    return list(troubles(replace(WELL, **changes), online=online, now=NOW, crash=crash))


def test_a_healthy_screen_has_no_troubles():
    assert troubles_of() == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"online": False}, "offline"),
        ({"at": NOW - timedelta(hours=1)}, "silent since 2026-11-24 08:12"),
        ({"mode": "safe"}, "safe mode"),
        ({"failed_upgrade": "9.9"}, "went back to 1.0: 9.9 did not come up"),
        ({"generation": ""}, "no content yet"),
        ({"problem": "no answer"}, "no answer"),
        ({"reached_at": NOW - timedelta(hours=1)}, "feed last reached"),
        ({"signed_until": NOW + timedelta(days=1)}, "signatures expire"),
        ({"admins_signed_until": NOW + timedelta(days=29)}, "the admins' signatures expire 2026-12-23 09:12"),
        (
            {"site_certificate_until": NOW + timedelta(days=29)},
            "the certificate of the site expires 2026-12-23",
        ),
        ({"broker_certificate_until": NOW + timedelta(days=29)}, "the certificate of the broker expires"),
        ({"rejected": 2}, "2 generations"),
        ({"left_out_media": ("media/a.png: decoding it ends its process",)}, "left out: media/a.png"),
        ({"clock_trusted": False}, "clock not trusted"),
        ({"printer_problem": "no paper"}, "printer: no paper"),
        ({"disk_free": 1000}, "disk"),
        ({"temperature_c": 91.2}, "91 °C"),
        ({"crash": CrashReport(at=NOW, version="1", generation="", fault="", lines=())}, "crashed"),
    ],
)
def test_each_trouble_is_described(change, word):
    assert len(troubles_of(**change)) == 1
    assert word in troubles_of(**change)[0]


def test_an_expiry_more_than_a_month_away_is_no_trouble():
    later = NOW + timedelta(days=30)
    ends = ("admins_signed_until", "site_certificate_until", "broker_certificate_until")
    assert troubles_of(**dict.fromkeys(ends, later)) == []


def test_an_old_crash_is_not_reported():
    crash = CrashReport(at=NOW + timedelta(days=400), version="1", generation="", fault="", lines=())
    assert troubles_of(crash=crash) == []


def test_a_fast_clock_is_reported_and_does_not_hide_silence():
    assert troubles_of(at=NOW + timedelta(hours=1)) == ["its clock is ahead: 2026-11-24 10:12"]


def test_a_status_survives_the_round_trip():
    assert read_status(write_status(WELL), "hall") == WELL


@pytest.mark.parametrize(
    "bad", [b"", b"{}", b"\xff", b"[" * 10_000, b" " * (MAX_BYTES + 1), write_status(WELL)[:-9]]
)
def test_an_invalid_status_is_refused(bad):
    with pytest.raises(StatusError):
        read_status(bad, "hall")


def test_unknown_keys_of_a_later_version_are_ignored():
    assert read_status(write_status(WELL)[:-1] + b', "mood": "good"}', "hall") == WELL


def test_topics_are_parsed_as_they_were_built():
    assert mqtt_topics.parts(mqtt_topics.of("hall", "status")) == ("hall", "status")
    assert mqtt_topics.parts("infodisk/nudge") == ("", "")


def hostile(**changes):
    """A message from a compromised device."""
    return json.dumps(json.loads(write_status(WELL)) | changes).encode()


@pytest.mark.parametrize(
    "change",
    [
        {"at": "0001-01-01T00:00:00Z"},
        {"at": "9999-12-31T23:59:59-12:00"},
        {"at": "2026-11-24T09:12:00"},
        {"signed_until": "9999-12-31T23:59:59Z"},
        {"memory_mb": 1e308},
        {"memory_mb": -1},
        {"temperature_c": 1e9},
        {"disk_free": 10**40},
        {"rejected": -1},
        {"rejected": 10**12},
        {"errors": ["x"] * 11},
        {"problem": "x" * 20_000},
        {"mode": "[bold]"},
        {"slide": None},
    ],
)
def test_an_implausible_value_is_refused(change):
    with pytest.raises(StatusError):
        read_status(hostile(**change), "hall")


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"1e999"])
def test_nan_and_infinity_are_refused(number):
    data = write_status(WELL).replace(b'"memory_mb":0.0', b'"memory_mb":' + number)
    assert number in data
    with pytest.raises(StatusError):
        read_status(data, "hall")


def test_texts_are_one_printable_line_of_bounded_length():
    status = read_status(hostile(problem="\x1b[2J\nroot \u202e" + "x" * 900, slide="a\tb"), "hall")
    assert status.problem.startswith(r"\x1b[2J\x0aroot \u202e")
    assert status.problem.isprintable()
    assert len(status.problem) <= 501
    assert status.slide == r"a\x09b"


def test_the_topic_identifies_the_screen():
    assert read_status(hostile(screen="door"), "hall").screen == "hall"
