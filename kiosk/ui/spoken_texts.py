"""The text to read for a recording: the texts of a page in order, with the product's phrases between them."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.feed.localized_text import Language
from kiosk.feed.models import Topic
from kiosk.ui.phrases import phrases

_ENDS = ".!?:;…،؛؟።፣"
_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


def topic_speech(topic: Topic, language: str) -> str:
    """Return the text to read for a topic whose texts are all in `language`, one line per sentence."""
    say, chain = phrases(language), (language,)
    bring = [say.say("bring") + ":", *(text.in_first(chain).text for text in topic.bring)]
    return _lines(
        [
            topic.title.in_first(chain).text,
            topic.summary.in_first(chain).text,
            *(text.in_first(chain).text for text in topic.help),
            *(bring if topic.bring else ()),
            *([topic.cost.in_first(chain).text] if topic.cost else ()),
            *([say.minutes(round(topic.takes / 60))] if topic.takes else ()),
        ]
    )


def language_speech(code: str, language: Language) -> str:
    """Return a language's own name, and its invitation to choose it."""
    return _lines([language.name, phrases(code).say("choose_language")])


def _lines(sentences: Iterable[str]) -> str:
    visible = (sentence.translate(_INVISIBLE).strip() for sentence in sentences)
    return "\n".join(line if line.endswith(tuple(_ENDS)) else f"{line}." for line in visible) + "\n"
