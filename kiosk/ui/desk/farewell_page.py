"""The last page: a rating of the visit, then possibly one more question with ready answers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.feed.models import Question
from kiosk.frozen import frozen
from kiosk.ui.desk.desk_page import DeskPage, SessionHost
from kiosk.ui.desk.desk_state import DeskState
from kiosk.ui.rows import nested
from kiosk.visitor.events import Answered, Rated

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1


@frozen
class AnswerRow:
    """One ready answer; `tag` names its language if it is not the reader's."""

    answer: str
    title: str
    language: str
    tag: str
    chosen: bool


@frozen
class Rating:
    """The face that was touched, 5 being the best and 0 none yet; then the second question, if any."""

    face: int = 0
    question: str = ""
    question_language: str = ""
    question_tag: str = ""
    answered: bool = False
    answers: tuple[AnswerRow, ...] = nested(AnswerRow)


@QmlElement
class FarewellPageModel(DeskPage[Rating]):
    """The questions, and their answers."""

    def __init__(self, host: SessionHost, parent: QObject | None = None) -> None:
        super().__init__(Rating(), host, parent)

    def words(self, state: DeskState) -> Rating:
        """Return the questions, and the answers so far."""
        face, question = state.session.face or 0, state.question
        if question is None:
            return Rating(face)
        asked = state.context.localized(question.text, state.language)
        return Rating(
            face=face,
            question=asked.text,
            question_language=asked.language,
            question_tag=state.context.tag(asked.language, state.language),
            answered=state.session.answer is not None,
            answers=tuple(_answers(state, question)),
        )

    @Slot(int)
    def rate(self, face: int) -> None:
        """Rate the visit; 5 is the best."""
        self._host.send(Rated(face))

    @Slot(str)
    def answer(self, answer: str) -> None:
        """Give one of the ready answers."""
        self._host.send(Answered(answer))


def _answers(state: DeskState, question: Question) -> Iterator[AnswerRow]:
    for answer in question.answers:
        text = state.context.localized(answer.text, state.language)
        tag = state.context.tag(text.language, state.language)
        yield AnswerRow(answer.id, text.text, text.language, tag, answer.id == state.session.answer)
