"""Made-up counts of an office, to show what a report looks like; always the same."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from kiosk.feed.models import Feed
from kiosk.usage.period_figures import days_of
from kiosk.usage.play_time import RUNNING, SLIDE
from kiosk.usage.released_figures import Days
from kiosk.usage.usage_store import Cell

LANGUAGES = {"sv": 40, "ar": 18, "so": 14, "en": 12, "ti": 5, "uk": 4, "fa": 4, "pl": 3}
ELSEWHERE = {"sv": 15, "ar": 35, "so": 30}
"""The weights that differ at the first screen."""

NONE_FREE = {"housing": 0.45, "appeal": 0.25}
"""The probability that no time is free, by topic; `RARELY` for all others."""

RARELY = 0.06
OFF_ONE_DAY_IN = 40
SLIDES = 8


def made_up_counts(feed: Feed, period: Days) -> Iterator[Cell]:
    """Yield counts for the touchscreens of a feed."""
    chance = random.Random(20261101)  # noqa: S311  # reproducible sample data
    for place, (name, screen) in enumerate(sorted(feed.screens.items())):
        for day in days_of(period):
            if chance.randrange(OFF_ONE_DAY_IN):
                yield from _running(feed, name, day, chance)
                if screen.touch and day.weekday() < 5:  # noqa: PLR2004  # Monday to Friday
                    yield from _visits(feed, name, day, chance, place)


def _running(feed: Feed, name: str, day: date, chance: random.Random) -> Iterator[Cell]:
    for hour in range(7, 19):
        yield Cell(name, _at(day, hour), RUNNING, "screen", 3600)
        for slide in sorted(feed.slides)[:SLIDES]:
            yield Cell(name, _at(day, hour), SLIDE, slide, chance.randrange(200, 450))


def _visits(feed: Feed, name: str, day: date, chance: random.Random, place: int) -> Iterator[Cell]:
    topics = sorted(feed.topics)
    weights = LANGUAGES | (ELSEWHERE if place == 0 else {})
    known = [code for code in weights if code in feed.languages]
    counter: Counter[tuple[int, str, str]] = Counter()
    for _ in range(chance.randrange(18, 34)):
        hour, topic = chance.choice((9, 10, 10, 11, 13, 14, 14, 15)), chance.choice(topics)
        counter[hour, "visit", "begun"] += 1
        counter[hour, "language", chance.choices(known, [weights[code] for code in known])[0]] += 1
        counter[hour, "topic", topic] += 1
        if chance.random() < NONE_FREE.get(topic, RARELY):
            counter[hour, "none free", topic] += 1
        if chance.random() < 0.2:  # noqa: PLR2004  # one of five answers
            counter[hour, "face", chance.choice("5554443211")] += 1
            for question in feed.questions[:1]:
                counter[hour, "answer", f"{question.id}/{chance.choice(question.answers).id}"] += 1
    yield from (Cell(name, _at(day, hour), kind, value, n) for (hour, kind, value), n in counter.items())


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour - 1), UTC)
