"""What is so at a moment, by what is fresh."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.live.condition_facts import facts_at
from kiosk.live.live_data import Forecast, ForecastHour, LiveData
from tests.live.test_active_alerts import ALERT, FEED, NOW, RULE, live


def snow(as_of=NOW):
    hours = (ForecastHour(time=NOW, temperature=-2, sky="snow"),)
    return LiveData(generated_at=NOW, weather={"w": Forecast(as_of=as_of, hours=hours)})


def incomplete(data):
    """Return live data of sources of alerts that were not read in full."""
    return replace(data, alerts={name: replace(each, incomplete=True) for name, each in data.alerts.items()})


def at(data, now=NOW, feed=FEED):
    return facts_at(feed, "torg", data, now, now)


def test_weather_of_the_hour_from_a_fresh_forecast():
    assert at(snow()).weather == "snow"
    assert at(snow(), NOW + timedelta(hours=2)).weather == "snow"
    assert at(snow(), NOW + timedelta(hours=4)).weather is None
    assert at(snow(NOW - timedelta(hours=3, seconds=1))).weather is None
    assert at(None).weather is None


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (live(ALERT), {"fire"}),
        (live(), set()),
        (live(replace(ALERT, exercise=True)), set()),
        (live(ALERT, as_of=NOW - timedelta(minutes=11)), None),
        (None, None),
        (incomplete(live()), None),
        (incomplete(live(ALERT)), {"fire"}),
    ],
)
def test_alerts_are_known_only_while_their_source_is(data, kinds):
    feed = replace(FEED, alerts={"vma": replace(RULE, exercises=True)})
    assert at(data, feed=feed).alerts == kinds


def test_nothing_is_known_without_a_trusted_time_and_no_alerts_without_a_source():
    assert facts_at(FEED, "torg", live(ALERT), None, None) == facts_at(FEED, "torg", None, None, None)
    assert at(live(ALERT), feed=replace(FEED, alerts={})).alerts is None
