"""Draft recordings, spoken by a machine until a person replaces them, and recognised by their file names.

The name of a draft contains a fingerprint of the texts that it reads, so that changing one of them makes it
stale. A recording with any other name was made by a person, and is not checked.
"""

from __future__ import annotations

import re

from kiosk.feed.localized_text import SAME_FOR_ALL, Language, Text
from kiosk.feed.models import Topic
from kiosk.feed.translation_record import fingerprint

_DRAFT = re.compile(r"-draft-(?P<fingerprint>[0-9a-f]{12})\.ogg\Z")


def draft_name(part: str, language: str, texts: str) -> str:
    """Return the path in a feed of a draft that reads `texts`; `part` is the id of a topic, or `language`."""
    return f"media/{part}-{language}-draft-{fingerprint(texts)}.ogg"


def is_draft(name: str) -> bool:
    """Return whether a recording was spoken by a machine."""
    return _DRAFT.search(name) is not None


def is_stale(name: str, texts: str | None) -> bool:
    """Return whether a draft reads texts other than `texts`; None means that not all are translated."""
    match = _DRAFT.search(name)
    return match is not None and (texts is None or match["fingerprint"] != fingerprint(texts))


def topic_texts(topic: Topic, language: str) -> str | None:
    """Return the texts that a recording of a topic reads, or None if one of them lacks the language."""
    cost = (topic.cost,) if topic.cost else ()
    texts = [_in(text, language) for text in (topic.title, topic.summary, *topic.help, *topic.bring, *cost)]
    known = [each for each in texts if each is not None]
    return "\n".join((*known, f"{topic.takes or 0:g}")) if len(known) == len(texts) else None


def language_texts(language: Language) -> str:
    """Return the text of the feed that the recording of a language reads."""
    return language.name


def _in(text: Text, language: str) -> str | None:
    localized = text.in_first((language,))
    return localized.text if localized.language in {language, SAME_FOR_ALL} else None
