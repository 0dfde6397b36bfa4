"""The page of a topic: what help there is, what to bring, what it costs and how long it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.feed.localized_text import Text
from kiosk.feed.models import Topic
from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.topic_rows import topic_row
from kiosk.ui.rows import nested
from kiosk.ui.times_words import topic_times

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class TopicFactRow:
    """One line about a topic; `tag` names its language if that is not the reader's."""

    kind: str
    """The kind of fact: bring, cost, duration or help."""

    leads: bool
    """Whether it is the first of its kind."""

    text: str
    language: str
    tag: str
    joined: str = ""
    """The cost and the duration on one line, for where space is scarce."""

    is_joined: bool = False
    """Whether that line includes this one."""


@frozen
class HelpText:
    """The texts about a topic; each tag names a language that is not the reader's."""

    title: str = ""
    title_language: str = ""
    tag: str = ""
    summary: str = ""
    summary_language: str = ""
    icon: str = ""
    facts: tuple[TopicFactRow, ...] = nested(TopicFactRow)
    sums_up: bool = False
    """Whether there is a list of help, which makes the summary redundant."""

    updated: str = ""
    """As of when the times for it are known; empty if there are none."""


@QmlElement
class HelpPageModel(DeskPage[HelpText]):
    """The topic that the visitor has chosen."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(HelpText(), host, parent)

    def words(self, state: DeskState) -> HelpText:
        """Return the texts about the topic."""
        topic, name = state.topic, state.session.topic
        if topic is None or name is None:
            return HelpText()
        row = topic_row(state.context, name, state.language)
        return HelpText(
            title=row.title,
            title_language=row.language,
            tag=row.tag or row.note_tag,
            summary=row.summary,
            summary_language=row.note_language,
            updated=topic_times(state.context, name, state.language, state.now).as_of,
            icon=row.pictogram,
            facts=tuple(_facts(state, topic)),
            sums_up=bool(topic.help),
        )


def _facts(state: DeskState, topic: Topic) -> Iterator[TopicFactRow]:
    yield from _lines(state, "bring", topic.bring)
    cost = list(_lines(state, "cost", [topic.cost] if topic.cost else []))
    duration = state.say.minutes(round(topic.takes / 60)) if topic.takes else ""
    joins = bool(duration and cost and not cost[0].tag)
    yield from (replace(row, joined=f"{row.text.rstrip('.')} · {duration}") if joins else row for row in cost)
    if duration:
        yield TopicFactRow("duration", True, duration, state.language, "", is_joined=joins)
    yield from _lines(state, "help", topic.help)


def _lines(state: DeskState, kind: str, texts: Iterable[Text]) -> Iterator[TopicFactRow]:
    for index, text in enumerate(texts):
        localized = state.context.localized(text, state.language)
        tag = state.context.tag(localized.language, state.language)
        yield TopicFactRow(kind, index == 0, localized.text, localized.language, tag)
