"""The page that finds a topic by its first letters."""

from __future__ import annotations

from PySide6.QtCore import QCollator, QLocale, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.topic_rows import TopicRow, topic_row
from kiosk.ui.rows import nested
from kiosk.ui.screen_context import ScreenContext
from kiosk.visitor.events import ChoseTopic, Searched
from kiosk.visitor.topic_search import matching_topics, next_letters

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class SearchResult:
    """The letters typed so far, the possible next ones in the language's order, and the topics found."""

    query: str = ""
    letters: str = ""
    """The next letters, one per line."""

    found: tuple[TopicRow, ...] = nested(TopicRow)


def searched_texts(context: ScreenContext, language: str) -> dict[str, tuple[str, ...]]:
    """Return the texts by which each topic can be found, its title first."""
    topics = {name: context.feed.topics[name] for name in context.topics}
    return {
        name: tuple(context.text(text, language) for text in (topic.title, topic.summary, *topic.help))
        for name, topic in topics.items()
    }


@QmlElement
class SearchPageModel(DeskPage[SearchResult]):
    """The search for a topic."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(SearchResult(), host, parent)

    def words(self, state: DeskState) -> SearchResult:
        """Return the result for the letters typed so far."""
        context, language, query = state.context, state.language, state.session.query
        texts = searched_texts(context, language)
        order = QCollator(QLocale(language))
        letters = sorted(next_letters(texts, query, language), key=order.sortKey)
        return SearchResult(
            query=query,
            letters="\n".join(letters),
            found=tuple(
                topic_row(context, name, language) for name in matching_topics(texts, query, language)
            ),
        )

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        """Add a letter to the query, if it leads to any topic."""
        if letter.casefold() in self.value.letters.splitlines():
            self._host.send(Searched(self.value.query + letter.casefold()))

    @Slot()
    def eraseLetter(self) -> None:
        """Remove the last letter."""
        self._host.send(Searched(self.value.query[:-1]))

    @Slot(str)
    def choose(self, topic: str) -> None:
        """Open the page of a topic."""
        self._host.send(ChoseTopic(topic))
