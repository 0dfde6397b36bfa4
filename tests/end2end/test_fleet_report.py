"""`kiosk report --fleet`: a real screen hands its figures to a real mosquitto, where an admin reads them."""

import json
from datetime import UTC, datetime

import pytest

from kiosk.cli.demo import SCREEN
from kiosk.fleet import mqtt_topics
from kiosk.fleet.fleet_figures import collect_figures
from kiosk.fleet.mqtt import MqttClient, MqttMessage
from kiosk.fleet.screen_status import ScreenStatus, write_status
from kiosk.usage.usage_store import CountedEvent, hour_of
from tests.end2end.broker import broker
from tests.end2end.fleet_station import admins_file, reporting_station, run_beside
from tests.ui.conftest import turn_until

PATIENCE_S = 30
DECEMBER = datetime(2026, 12, 2, 11, tzinfo=UTC)
SOME = ScreenStatus(screen="hall", at=DECEMBER, started=DECEMBER, version="1")


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    with broker(tmp_path_factory.mktemp("broker"), ("admin", "hall", "window", SCREEN)) as running:
        yield running


@pytest.fixture
def station(qapp, real, site, tmp_path, monkeypatch):
    """A screen that knows of the visits of November, on the second of December."""
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)

    def prepare(made):
        made.kiosk.now = lambda: DECEMBER
        made.counter.add(
            {
                **visits(datetime(2026, 11, 24, 9, tzinfo=UTC), 7),
                **visits(datetime(2026, 11, 25, 9, tzinfo=UTC), 3),
                **visits(DECEMBER, 9),
            }
        )

    with reporting_station(real, site, tmp_path / "state", prepare) as made:
        yield made


def visits(moment, number):
    hour = hour_of(moment)
    return {
        CountedEvent(hour, "times unknown", "housing"): number,
        CountedEvent(hour, "running", "screen"): 3600,
    }


def said(real, user, *messages):
    """What a device says, confirmed by the broker."""
    line = MqttClient(real.access(user), user, (), lambda _message: None)
    line.open()
    assert line.wait_until_up(PATIENCE_S)
    for topic, payload in messages:
        assert line.send_surely(MqttMessage(topic, payload, retain=True))
    line.close()


def report(real, path, *words):
    where = ("--fleet", "--broker", admins_file(real, "admin"))
    return run_beside("report", *where, "--from", "2026-11-01", "--to", "2026-11-30", "-o", path, *words)


def test_a_screen_hands_out_finished_periods_and_nothing_below_five(real, station, tmp_path):
    for _ in range(2):
        station.figures.settle()  # one month at a time
    turn_until(lambda: station.reporter.figures._unsent._sent.keys() == {"2026-11", "2026-12"})
    topic = mqtt_topics.of("window", "status")
    said(real, "window", (topic, write_status(SOME)))
    said(real, "hall", (mqtt_topics.figures("hall", "2026-11"), b"nonsense"))
    found = {}

    def is_there():
        found.update(collect_figures(real.access("admin"), ["2026-11"]).documents)
        return (SCREEN, "2026-11") in found

    assert is_there() or is_there()
    done = report(real, tmp_path / "november.json")
    told = json.loads((tmp_path / "november.json").read_text(encoding="utf-8"))
    figures = [each for each in told["figures"] if each["kind"] == "times unknown"]
    assert [(each["screen"], each["first"], each["last"], each["number"]) for each in figures] == [
        (SCREEN, "2026-11-24", "2026-11-24", 7)
    ]
    assert "window" in told["screens_without_figures"]
    assert {"2026-11-23", "2026-11-26"} <= set(told["days_without_figures"][SCREEN])
    assert "2026-11-25" not in told["days_without_figures"][SCREEN]
    assert "left out: hall, 2026-11: it is not compressed as expected" in done.stderr
    assert "no figures came from" in done.stderr
    assert done.exit_code == 1


def test_a_broker_keeps_more_than_it_queues(real):
    """At QoS 1, mosquitto drops whatever exceeds `max_queued_messages`, and months would be missing."""
    months = [f"{year}-{number:02}" for year in range(2000, 2013) for number in range(1, 13)]
    said(real, "hall", *((mqtt_topics.figures("hall", month), b"x" * 1000) for month in months))
    found = collect_figures(real.access("admin"), ["+"])
    assert {month for screen, month in found.documents if screen == "hall"} >= set(months)


def test_a_device_hands_out_its_own_figures_only(real):
    said(
        real,
        "hall",
        (mqtt_topics.figures("window", "2026-11"), b"false"),
        (mqtt_topics.figures("hall", "2026-10"), b"true"),
    )
    found = collect_figures(real.access("admin"), ["2026-10", "2026-11"]).documents
    assert found["hall", "2026-10"] == b"true"
    assert ("window", "2026-11") not in found
    assert collect_figures(real.access("window"), ["+"]).documents == {}
