"""Topics as rows to choose from."""

from __future__ import annotations

from kiosk.frozen import frozen
from kiosk.ui.screen_context import ScreenContext


@frozen
class TopicRow:
    """A topic to choose; the tags name the languages of title and summary if not the reader's."""

    topic: str
    title: str
    summary: str
    pictogram: str
    language: str
    tag: str
    note_language: str
    note_tag: str


def topic_row(context: ScreenContext, name: str, language: str) -> TopicRow:
    """Return the row of a topic for a reader of `language`."""
    topic = context.feed.topics[name]
    title, summary = context.localized(topic.title, language), context.localized(topic.summary, language)
    return TopicRow(
        topic=name,
        title=title.text,
        summary=summary.text,
        pictogram=topic.icon,
        language=title.language,
        tag=context.tag(title.language, language),
        note_language=summary.language,
        note_tag=context.tag(summary.language, language),
    )
