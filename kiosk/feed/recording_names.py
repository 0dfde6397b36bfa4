"""Recordings that a machine has read, until a person does: drafts, known by the names of their files.

The name of a draft holds a fingerprint of the texts that it reads, so that a text that has changed since
makes it stale. A recording with any other name is one that a person has made; nothing is said of it.
"""

from __future__ import annotations

import re

from kiosk.feed.localized_text import SAME_FOR_ALL, Language, Text
from kiosk.feed.models import Topic
from kiosk.feed.translation_record import fingerprint

_DRAFT = re.compile(r"-draft-(?P<fingerprint>[0-9a-f]{12})\.ogg\Z")


def draft_name(part: str, language: str, texts: str) -> str:
    """Return the name in a feed of a draft that reads `texts`; `part` is the id of a topic, or `language`."""
    return f"media/{part}-{language}-draft-{fingerprint(texts)}.ogg"


def is_draft(name: str) -> bool:
    """Return whether a machine has read a recording."""
    return _DRAFT.search(name) is not None


def is_stale(name: str, texts: str | None) -> bool:
    """Return whether a draft reads other texts than `texts`; None are those that are not all translated."""
    found = _DRAFT.search(name)
    return found is not None and (texts is None or found["fingerprint"] != fingerprint(texts))


def topic_texts(topic: Topic, language: str) -> str | None:
    """Return what a recording of a topic reads of the feed, or None if a text lacks the language."""
    cost = (topic.cost,) if topic.cost else ()
    texts = [_in(text, language) for text in (topic.title, topic.summary, *topic.help, *topic.bring, *cost)]
    known = [each for each in texts if each is not None]
    return "\n".join((*known, f"{topic.takes or 0:g}")) if len(known) == len(texts) else None


def language_texts(language: Language) -> str:
    """Return what the recording of a language reads of the feed."""
    return language.name


def _in(text: Text, language: str) -> str | None:
    found = text.in_first((language,))
    return found.text if found.language in {language, SAME_FOR_ALL} else None
