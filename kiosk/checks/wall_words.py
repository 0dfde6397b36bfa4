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

MOST_WORDS = 12
"""As many as can be read from four metres in ten seconds."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a warning for each slide with more than 12 words in a language of a screen without touch."""
    for name, screens in _passive(subject.feed).items():
        slide = subject.feed.slides[name]
        languages = {code: screen for screen in screens for code in subject.feed.screens[screen].turns}
        counts = {code: count(subject.feed, slide, code) for code in languages}
        language = max(counts, key=lambda code: counts[code])
        if counts[language] > MOST_WORDS:
            message = tr(
                "{count} words in {language}, too many to read in passing on {screen}: {most} at most",
                count=counts[language],
                language=language,
                screen=languages[language],
                most=MOST_WORDS,
            )
            key = next((key for key, _ in reversed(list(texts_of(slide)))), "kind")
            yield warning(subject.at("slides", name, key, language), message)


def count(feed: Feed, slide: Slide, language: str) -> int:
    """Return how many words a slide has in a language on such a screen; numbers are no words.

    Boards of hours and times are looked up, not read through. A topic shows its title, and the
    slide's own text.
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


def _passive(feed: Feed) -> Mapping[str, list[str]]:
    """Return the screens without touch that show each slide."""
    found: dict[str, list[str]] = {}
    for screen_id, screen in feed.screens.items():
        for playlist in () if screen.touch else playlists_for(feed, screen_id).values():
            for slide in playlist.slides:
                found.setdefault(slide, []).append(screen_id)
    return found
