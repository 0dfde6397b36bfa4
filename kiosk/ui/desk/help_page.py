"""The page of one topic: what help there is, what to bring, what it costs and how long it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.feed.localized_text import Text
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.topic_rows import topic_row
from kiosk.ui.rows import nested

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class LineRow:
    """One line of a list; `tag` names its language where that is not the reader's."""

    text: str
    language: str
    tag: str


@dataclass(frozen=True)
class HelpText:
    """One topic; each tag names a language that is not the reader's."""

    title: str = ""
    title_language: str = ""
    tag: str = ""
    summary: str = ""
    summary_language: str = ""
    icon: str = ""

    cost: str = ""
    cost_language: str = ""
    cost_tag: str = ""
    duration: str = ""
    helps: tuple[LineRow, ...] = nested(LineRow)
    brings: tuple[LineRow, ...] = nested(LineRow)


@QmlElement
class HelpPageModel(DeskPage[HelpText]):
    """The topic that the visitor has chosen."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(HelpText(), host, parent)

    def words(self, state: DeskState) -> HelpText:
        """Return what is said of the topic."""
        topic, name = state.topic, state.session.topic
        if topic is None or name is None:
            return HelpText()
        row = topic_row(state.context, name, state.language)
        cost = state.context.localized(topic.cost, state.language)
        return HelpText(
            title=row.title,
            title_language=row.language,
            tag=row.tag or row.note_tag,
            summary=row.summary,
            summary_language=row.note_language,
            icon=row.pictogram,
            cost=cost.text,
            cost_language=cost.language,
            cost_tag=state.context.tag(cost.language, state.language),
            duration=state.say.minutes(round(topic.takes / 60)) if topic.takes else "",
            helps=_lines(state, topic.help),
            brings=_lines(state, topic.bring),
        )


def _lines(state: DeskState, texts: Iterable[Text]) -> tuple[LineRow, ...]:
    found = (state.context.localized(text, state.language) for text in texts)
    return tuple(
        LineRow(each.text, each.language, state.context.tag(each.language, state.language)) for each in found
    )
