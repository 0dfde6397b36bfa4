from datetime import UTC, datetime, timedelta

import pytest

from kiosk.fleet import topics
from kiosk.fleet.blackbox import CrashReport
from kiosk.fleet.status import MAX_BYTES, ScreenStatus, StatusError, read_status, troubles

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
WELL = ScreenStatus(
    screen="hall", at=NOW, started=NOW, version="1.0", generation="abc", shown="abc", clock_trusted=True
)


def told(**changes):
    online = changes.pop("online", True)
    crash = changes.pop("crash", None)
    return list(troubles(WELL.model_copy(update=changes), online=online, now=NOW, crash=crash))


def test_a_well_screen_has_no_trouble():
    assert told() == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"online": False}, "offline"),
        ({"at": NOW - timedelta(hours=1)}, "silent since 2026-11-24 08:12"),
        ({"mode": "safe"}, "safe mode"),
        ({"generation": ""}, "no content yet"),
        ({"problem": "no answer"}, "no answer"),
        ({"reached_at": NOW - timedelta(hours=1)}, "feed last reached"),
        ({"signed_until": NOW + timedelta(days=1)}, "signatures run out"),
        ({"rejected": 2}, "2 generations"),
        ({"clock_trusted": False}, "clock not trusted"),
        ({"printer_problem": "no paper"}, "printer: no paper"),
        ({"disk_free": 1000}, "disk"),
        ({"temperature_c": 91.2}, "91 °C"),
        ({"crash": CrashReport(at=NOW, version="1", generation="", fault="", lines=())}, "crashed"),
    ],
)
def test_each_trouble_has_its_words(change, word):
    assert len(told(**change)) == 1
    assert word in told(**change)[0]


def test_a_status_survives_the_wire():
    assert read_status(WELL.model_dump_json().encode()) == WELL


@pytest.mark.parametrize(
    "bad", [b"", b"{}", b"\xff", b"[" * 10_000, b" " * (MAX_BYTES + 1), WELL.model_dump_json().encode()[:-9]]
)
def test_what_is_no_status_is_refused(bad):
    with pytest.raises(StatusError):
        read_status(bad)


def test_a_later_version_may_say_more():
    assert read_status(WELL.model_dump_json().encode()[:-1] + b', "mood": "good"}') == WELL


def test_topics_come_apart_as_they_were_made():
    assert topics.parts(topics.of("hall", "status")) == ("hall", "status")
    assert topics.parts("infodisk/nudge") == ("", "")
