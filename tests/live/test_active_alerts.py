"""Which alerts interrupt a screen: those that the feed believes, of its office, while they hold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.feed.alert_rules import AlertRule
from kiosk.live.active_alerts import active_alerts
from kiosk.live.live_data import Alert, AlertList, LiveData
from tests import feeds

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)
RULE = AlertRule(senders=("vma@sr.example",), areas=("0180",))
FEED = replace(feeds.feed(), alerts={"vma": RULE})
ALERT = Alert(
    identifier="A1",
    sender="vma@sr.example",
    kind="fire",
    severity="severe",
    certainty="observed",
    start=NOW - HOUR,
    end=NOW + HOUR,
    headline="Brand",
    words="Gå inomhus.",
    offices=("torg",),
)


def live(*alerts, source="vma", as_of=NOW):
    return LiveData(generated_at=NOW, alerts={source: AlertList(as_of=as_of, alerts=alerts)})


def shown(alert=ALERT, feed=FEED, now=NOW, office="torg", **more):
    return [each.identifier for each in active_alerts(feed, office, live(alert, **more), now, now)]


def test_alert_begins_and_ends_when_it_says():
    assert shown() == ["A1"]
    assert shown(replace(ALERT, start=NOW)) == ["A1"]
    assert shown(replace(ALERT, start=NOW + timedelta(seconds=1))) == []
    assert shown(replace(ALERT, end=NOW)) == []
    assert shown(now=None) == []


def test_alert_ends_in_time_though_the_clock_is_late():
    late, end = NOW - timedelta(seconds=50), NOW + timedelta(seconds=60)
    alert = replace(ALERT, start=NOW, end=end)
    assert [active_alerts(FEED, "torg", live(alert), at, late) != () for at in (NOW, end)] == [True, False]


@pytest.mark.parametrize(
    "change",
    [
        {"sender": "thief@evil.example"},
        {"severity": "moderate"},
        {"severity": None},
        {"certainty": "possible"},
        {"offices": ("shis",)},
        {"exercise": True},
    ],
)
def test_alert_that_the_feed_does_not_believe(change):
    assert shown(replace(ALERT, **change)) == []


def test_source_that_the_feed_does_not_name_and_old_answers():
    assert shown(source="other") == []
    assert shown(as_of=NOW - timedelta(seconds=601)) == []
    assert shown(as_of=NOW - timedelta(seconds=600)) == ["A1"]


def test_exercises_where_the_feed_wants_them():
    feed = replace(FEED, alerts={"vma": replace(RULE, exercises=True)})
    assert shown(replace(ALERT, exercise=True), feed=feed) == ["A1"]


def test_the_most_severe_first_and_exercises_last():
    feed = replace(FEED, alerts={"vma": replace(RULE, exercises=True)})
    alerts = (
        replace(ALERT, identifier="x", exercise=True, severity="extreme"),
        replace(ALERT, identifier="s"),
        replace(ALERT, identifier="e", severity="extreme"),
    )
    assert [each.identifier for each in active_alerts(feed, "torg", live(*alerts), NOW, NOW)] == [
        "e",
        "s",
        "x",
    ]
