"""The facts from live data and opening hours that the conditions of slides depend on. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.booking.opening_hours import open_state
from kiosk.feed.alert_rules import AlertKind
from kiosk.feed.conditions import LiveFacts, Sky
from kiosk.feed.models import Feed
from kiosk.feed.wall_time import Now
from kiosk.live.active_alerts import active_alerts
from kiosk.live.freshness import fresh, valid_for, weather_at

if TYPE_CHECKING:
    from kiosk.live.live_data import LiveData

WEATHER_S = 10800.0
"""The maximum age in seconds of a forecast that no slide shows."""


def facts_at(feed: Feed, office: str, live: LiveData | None, age_at: Now, now: Now) -> LiveFacts:
    """Return what is known at `now` for the screens of an office; nothing without a trusted time."""
    if now is None:
        return LiveFacts()
    return LiveFacts(
        weather=_weather(feed, live, age_at, now),
        alerts=_alerts(feed, office, live, age_at, now),
        open=open_state(feed.offices[office], feed.zone, now).open,
    )


def _weather(feed: Feed, live: LiveData | None, age_at: Now, now: Now) -> Sky | None:
    """Return the weather from the first source with a fresh forecast for `now`."""
    valid = valid_for(feed)
    for name in sorted(live.weather) if live else ():
        forecast = fresh(live.weather, name, valid.get(name, WEATHER_S), age_at) if live else None
        current = forecast and now and weather_at(forecast, now)
        if current:
            return current.sky
    return None


def _alerts(
    feed: Feed, office: str, live: LiveData | None, age_at: Now, now: Now
) -> frozenset[AlertKind] | None:
    """Return the kinds of alerts in force, without exercises; None unless every source of alerts is fresh.

    Also None if no alert is known but a source could not be read in full.
    """
    known = live.alerts if live else {}
    current = [fresh(known, name, rule.valid_for, age_at) for name, rule in feed.alerts.items()]
    if not current or None in current:
        return None
    active = active_alerts(feed, office, live, age_at, now)
    kinds = frozenset(alert.kind for alert in active if not alert.exercise)
    return None if not kinds and any(alerts and alerts.incomplete for alerts in current) else kinds
