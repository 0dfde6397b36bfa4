"""Which alerts interrupt a screen, by the rules of its feed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.feed.alert_rules import CERTAINTIES, SEVERITIES, AlertRule
from kiosk.feed.models import Feed
from kiosk.feed.wall_time import Now, utc
from kiosk.live.freshness import fresh

if TYPE_CHECKING:
    from kiosk.live.live_data import Alert, LiveData


def active_alerts(feed: Feed, office: str, live: LiveData | None, age_at: Now, now: Now) -> tuple[Alert, ...]:
    """Return the alerts in force at `now` that interrupt the screens of an office, most severe first.

    `age_at` is the time at which to judge the age of the sources; it is more reliable if the clock is behind.
    Without a trusted time there are no alerts, since neither their end nor their age is known.
    """
    return _sorted(
        alert for alert, rule in _in_force(feed, office, live, age_at, now) if may_interrupt(alert, rule)
    )


def weather_warnings(
    feed: Feed, office: str, live: LiveData | None, age_at: Now, now: Now
) -> tuple[Alert, ...]:
    """Return the weather warnings that are in force but do not interrupt the slides, most severe first.

    They are at least moderate, such as yellow ones, from a sender that the feed lists, and not exercises.
    """
    return _sorted(
        alert
        for alert, rule in _in_force(feed, office, live, age_at, now)
        if alert.kind == "weather"
        and alert.sender in rule.senders
        and not alert.exercise
        and _level(SEVERITIES, alert.severity) >= SEVERITIES.index("moderate")
        and not may_interrupt(alert, rule)
    )


def _in_force(
    feed: Feed, office: str, live: LiveData | None, age_at: Now, now: Now
) -> Iterator[tuple[Alert, AlertRule]]:
    """Yield the alerts in force that concern an office, each with the rule of its source."""
    if live is None or now is None or age_at is None:
        return
    moment = max(utc(now), utc(age_at))
    for source, rule in feed.alerts.items():
        current = fresh(live.alerts, source, rule.valid_for, age_at)
        for alert in current.alerts if current else ():
            if alert.start <= moment < alert.end and office in alert.offices:
                yield alert, rule


def _sorted(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    unique = {(alert.sender, alert.identifier, alert.headline): alert for alert in alerts}
    return tuple(sorted(unique.values(), key=_rank))


def may_interrupt(alert: Alert, rule: AlertRule) -> bool:
    """Return whether the feed lets an alert of this sender, severity and certainty interrupt."""
    return (
        alert.sender in rule.senders
        and (rule.exercises or not alert.exercise)
        and _level(SEVERITIES, alert.severity) >= _level(SEVERITIES, rule.severity)
        and _level(CERTAINTIES, alert.certainty) >= _level(CERTAINTIES, rule.certainty)
    )


def _level(scale: tuple[str, ...], value: str | None) -> int:
    return scale.index(value) if value in scale else -1


def _rank(alert: Alert) -> tuple[bool, int, float, str]:
    return alert.exercise, -_level(SEVERITIES, alert.severity), -alert.start.timestamp(), alert.identifier


def alert_contexts(feed: Feed) -> Mapping[str, Mapping[str, Any]]:
    """Return, for each source of alerts, its areas and the positions of the offices, as JSON values."""
    offices = {
        name: office.position and [office.position.latitude, office.position.longitude]
        for name, office in feed.offices.items()
    }
    return {name: {"areas": list(rule.areas), "offices": offices} for name, rule in feed.alerts.items()}
