"""Slides with more words than can be read in passing, on screens without touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.checks.check_subject import Subject, texts_of
from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Feed
from kiosk.feed.problems import Problem, warning
from kiosk.feed.slides import Slide
from kiosk.feed.targeting import playlists_for

MAX_WORDS = 12
"""The number of words that can be read from four metres in ten seconds."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each slide with more than 12 words in a language of a screen without touch."""
    for name, screens in _passive_screens(subject.feed).items():
        slide = subject.feed.slides[name]
        languages = {code: screen for screen in screens for code in subject.feed.screens[screen].turns}
        counts = {code: count(subject.feed, slide, code) for code in languages}
        language = max(counts, key=lambda code: counts[code])
        if counts[language] > MAX_WORDS:
            message = tr(
                "{count} words in {language}, too many to read in passing on {screen}: {most} at most",
                count=counts[language],
                language=language,
                screen=languages[language],
                most=MAX_WORDS,
            )
            key = next((key for key, _ in reversed(list(texts_of(slide)))), "kind")
            yield warning(subject.at("slides", name, key, language), message)


def count(feed: Feed, slide: Slide, language: str) -> int:
    """Return the number of words that a slide shows in a language on such a screen; numbers do not count.

    Boards such as hours and times count as none: people look something up in them. A topic slide shows the
    topic's title and its own text.
    """
    own = [text for _, text in texts_of(slide)]
    texts = [feed.topics[slide.topic].title, *own] if slide.kind == "topic" else own
    return (
        sum(_words(text, feed, language) for text in texts)
        if slide.kind not in {"hours", "now", "times", "events", "news", "departures", "clock"}
        else 0
    )


def _words(text: Text, feed: Feed, language: str) -> int:
    words = text.in_first(feed.chain(language)).text.split()
    return sum(any(letter.isalpha() for letter in word) for word in words)


def _passive_screens(feed: Feed) -> Mapping[str, list[str]]:
    """Return the screens without touch that show each slide."""
    by_slide: dict[str, list[str]] = {}
    for screen_id, screen in feed.screens.items():
        for playlist in () if screen.touch else playlists_for(feed, screen_id).values():
            for slide in playlist.slides:
                by_slide.setdefault(slide, []).append(screen_id)
    return by_slide
