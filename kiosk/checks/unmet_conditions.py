"""Conditions of slides that can never be met, and alerts that can never concern an office.

What is unknown meets no condition, so that a slide which waits for it is silently never shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.live_slides import WeatherSlide
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import Problem, warning


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each slide that no live data can bring on, and each office without alerts."""
    feed = subject.feed
    has_weather = any(isinstance(slide, WeatherSlide) for slide in feed.slides.values())
    for name, slide in feed.slides.items():
        if slide.when.alert is not None and not feed.alerts:
            message = tr("never shown: 'alert' is unknown while 'feed.yaml' has no 'alerts'")
            yield warning(subject.at("slides", name, "when", "alert", key=True), message)
        if slide.when.weather and not has_weather:
            message = tr("never shown: the weather is unknown while no slide of the kind 'weather' shows it")
            yield warning(subject.at("slides", name, "when", "weather", key=True), message)
    yield from _deaf_offices(subject)


def _deaf_offices(subject: Subject) -> Iterator[Problem]:
    placeless = [name for name, office in subject.feed.offices.items() if office.position is None]
    for name, rule in subject.feed.alerts.items():
        if placeless and not rule.areas:
            message = tr(
                "no alert of '{name}' concerns '{office}': give it a 'position', or the rule 'areas'",
                name=name,
                office=placeless[0],
            )
            yield warning(subject.within("feed.yaml", "alerts", name, key=True), message)
