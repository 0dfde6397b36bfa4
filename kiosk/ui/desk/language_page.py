"""The language page: each language's own name, and its invitation to choose it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.phrases import phrases
from kiosk.ui.rows import nested
from kiosk.visitor.events import ChoseLanguage

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class LanguageRow:
    """A language to choose."""

    code: str
    name: str
    prompt: str
    rtl: bool


@frozen
class LanguageChoices:
    """The screen's languages in order, but with that of the touched slide first."""

    languages: tuple[LanguageRow, ...] = nested(LanguageRow)


@QmlElement
class LanguagePageModel(DeskPage[LanguageChoices]):
    """The choice of a language."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(LanguageChoices(), host, parent)

    def words(self, state: DeskState) -> LanguageChoices:
        """Return the languages of the screen."""
        names, nearest = state.context.feed.languages, state.session.nearest
        return LanguageChoices(
            tuple(
                LanguageRow(
                    code, names[code].name, phrases(code).say("choose_language"), state.context.is_rtl(code)
                )
                for code in sorted(state.context.screen.languages, key=lambda code: code != nearest)
            )
        )

    @Slot(str)
    def choose(self, code: str) -> None:
        """Switch to the language `code`."""
        self._host.send(ChoseLanguage(code))
