"""The state from which the pages of the desk are built: content, session and time."""

from __future__ import annotations

from kiosk.booking.slots import Slot
from kiosk.feed.models import Question, Topic
from kiosk.feed.wall_time import Now
from kiosk.frozen import frozen
from kiosk.ui import times_words
from kiosk.ui.phrases import Phrases, phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.visitor.session import Session


@frozen
class DeskState:
    """One visitor's session at one moment."""

    context: ScreenContext
    session: Session
    now: Now

    @property
    def language(self) -> str:
        """The visitor's language, or the screen's first."""
        return self.session.language or self.context.screen.languages[0]

    @property
    def say(self) -> Phrases:
        """The phrases of that language."""
        return phrases(self.language)

    @property
    def topic(self) -> Topic | None:
        """The topic that the visitor wants help with."""
        return self.context.feed.topics[self.session.topic] if self.session.topic else None

    @property
    def question(self) -> Question | None:
        """The second question, once it is asked."""
        asked = self.session.question
        return next((question for question in self.context.feed.questions if question.id == asked), None)

    def free_slots(self) -> tuple[Slot, ...]:
        """Return the free times for that topic, soonest first."""
        topic = self.session.topic
        return times_words.free_slots(self.context, topic, self.now) if topic else ()

    def free_slot(self, key: str) -> Slot | None:
        """Return the free time with the key of a row; None if it is no longer free."""
        return next((slot for slot in self.free_slots() if times_words.slot_key(slot) == key), None)
