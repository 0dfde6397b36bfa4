"""The sources of the demo have the form of the real ones, at any time of the day and year."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.cli import demo_sources
from kiosk.live.sources.cap_alerts import read_alerts
from kiosk.live.sources.event_calendar import read_events
from kiosk.live.sources.live_config import load_live_sources
from kiosk.live.sources.news_feed import read_news
from kiosk.live.sources.sl_departures import read_departures
from kiosk.live.sources.weather_json import read_smhi

MOMENTS = [
    datetime(2026, 11, 24, 11, 3, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 59, tzinfo=UTC),
    datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC),
    datetime(2028, 2, 28, 23, 0, tzinfo=UTC),
]


def read(reader, data, now, **more):
    asked = {
        "zone": "Europe/Stockholm",
        "now": now.isoformat(),
        "days": 7,
        "language": None,
        "areas": ["0180"],
        "offices": {"o": None},
    }
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    found = json.loads(reader(json.dumps(asked | more).encode() + b"\n" + body))
    assert found["problems"] == []
    return found["data"]


@pytest.mark.parametrize("now", MOMENTS)
def test_all_of_them_have_something_to_show(now):
    assert len(read(read_events, demo_sources.calendar().encode(), now)["events"]) >= 5
    assert len(read(read_smhi, demo_sources.forecast(now), now)["hours"]) > 20
    assert len(read(read_news, demo_sources.news(now).encode(), now)["items"]) == 7
    assert len(read(read_departures, demo_sources.departures(now), now)["departures"]) > 3


def test_the_exercise_begins_and_ends_and_is_one():
    started = MOMENTS[0]
    (alert,) = read(read_alerts, demo_sources.alerts(started), started)["alerts"]
    assert (alert["exercise"], alert["sender"], alert["kind"]) == (True, demo_sources.SENDER, "gas")
    over = started + demo_sources.EXERCISE_AFTER + demo_sources.EXERCISE_LASTS + timedelta(seconds=1)
    assert read(read_alerts, demo_sources.alerts(started), over)["alerts"] == []


def test_no_exercise_interrupts_the_scripted_visit():
    assert read(read_alerts, demo_sources.alerts(None), MOMENTS[0])["alerts"] == []


def test_the_file_of_the_sources(tmp_path):
    path = demo_sources.write_sources(tmp_path / "sources", "http://127.0.0.1:8000", MOMENTS[0], MOMENTS[0])
    assert set(load_live_sources(path).sources) == {"library", "news", "weather", "stop", "exercise"}
    assert {each.name for each in (tmp_path / "sources").iterdir()} == {
        "library.ics",
        "weather.json",
        "departures.json",
        "news.xml",
        "alerts.json",
    }
