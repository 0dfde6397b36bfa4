"""Slides whose dwell time is too short to read them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from kiosk.checks.check_subject import Subject, texts_of
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem, warning
from kiosk.feed.slides import Slide

MIN_S = 8.0
NOTICE_S = 3.0
CHARACTER_S = 0.12
LIST_S = 20.0
"""For lists such as hours, generated when shown: people look something up instead of reading all of it."""

WHEN_CHARACTERS = 40
"""The length of the next free time, with which a topic slide ends."""


def seconds_to_read(characters: int) -> float:
    """Return how long a text must be shown: 3 s to notice it and 0.12 s per character, at least 8 s.

    The rate is that of slow readers in a foreign script (IReST, Trauzettel-Klosinski and Dietz 2012;
    Brysbaert 2019).
    """
    return max(MIN_S, NOTICE_S + CHARACTER_S * characters)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each slide whose dwell time is too short in one of its languages."""
    for name, slide in subject.feed.slides.items():
        languages = subject.languages_of.get(name, tuple(subject.feed.languages))
        needed, language = max((_needed(subject.feed, slide, code), code) for code in languages)
        if needed > slide.dwell:
            message = tr(
                "shown for {dwell:g} s, which is too short to read in {language}: {needed} s",
                dwell=slide.dwell,
                language=language,
                needed=ceil(needed),
            )
            yield warning(subject.at("slides", name, "dwell"), message)


def _needed(feed: Feed, slide: Slide, language: str) -> float:
    if slide.kind in {"now", "clock", "countdown", "queue", "weather"}:
        return MIN_S
    if slide.kind in {"hours", "times", "events", "news"}:
        return LIST_S
    return seconds_to_read(_characters(feed, slide, language))


def _characters(feed: Feed, slide: Slide, language: str) -> int:
    chain = feed.chain(language)
    texts = [text for _, text in texts_of(slide)]
    count = 0
    if slide.kind == "topic":
        topic = feed.topics[slide.topic]
        texts += [topic.title] if slide.text else [topic.title, topic.summary]
        count = WHEN_CHARACTERS
    return count + sum(len(text.in_first(chain).text) for text in texts)
