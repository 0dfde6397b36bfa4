"""The topic page, which asks what the visitor wants help with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.desk.topic_rows import TopicRow, topic_row
from kiosk.ui.rows import nested
from kiosk.visitor.events import AskedSearch, ChoseTopic

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

CHOICES_PER_PAGE = 8


@frozen
class TopicChoices:
    """The screen's topics in order."""

    topics: tuple[TopicRow, ...] = nested(TopicRow)
    many: bool = False
    """Whether there are more topics than fit on a page, so that a search is useful."""

    pointed: str = ""
    """The topic that was touched to hear it."""


@QmlElement
class TopicPageModel(DeskPage[TopicChoices]):
    """The choice of a topic."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(TopicChoices(), host, parent)

    def words(self, state: DeskState) -> TopicChoices:
        """Return the topics of the screen."""
        names = state.context.topics
        rows = tuple(topic_row(state.context, name, state.language) for name in names)
        return TopicChoices(rows, len(rows) > CHOICES_PER_PAGE, state.session.pointed or "")

    @Slot(str)
    def choose(self, topic: str) -> None:
        """Open the page of a topic, or read its name aloud first."""
        self._host.send(ChoseTopic(topic))

    @Slot()
    def search(self) -> None:
        """Open the search page."""
        self._host.send(AskedSearch())
