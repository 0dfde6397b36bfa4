"""Slide conditions that can never be met, and alerts that can never concern an office.

Unknown facts meet no condition, so a slide that depends on them is silently never shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks.check_subject import Subject
from kiosk.feed.live_slides import WeatherSlide
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import Problem, warning


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each condition without the data it needs, and each rule that misses an office."""
    feed = subject.feed
    has_weather = any(isinstance(slide, WeatherSlide) for slide in feed.slides.values())
    for name, slide in feed.slides.items():
        if slide.when.alert is not None and not feed.alerts:
            message = tr("never shown: 'alert' is unknown while 'feed.yaml' has no 'alerts'")
            yield warning(subject.at("slides", name, "when", "alert", key=True), message)
        if slide.when.weather and not has_weather:
            message = tr("never shown: the weather is unknown while no slide of the kind 'weather' shows it")
            yield warning(subject.at("slides", name, "when", "weather", key=True), message)
    yield from _unreached_offices(subject)


def _unreached_offices(subject: Subject) -> Iterator[Problem]:
    without_position = [name for name, office in subject.feed.offices.items() if office.position is None]
    for name, rule in subject.feed.alerts.items():
        if without_position and not rule.areas:
            message = tr(
                "no alert of '{name}' concerns '{office}': give it a 'position', or the rule 'areas'",
                name=name,
                office=without_position[0],
            )
            yield warning(subject.within("feed.yaml", "alerts", name, key=True), message)
