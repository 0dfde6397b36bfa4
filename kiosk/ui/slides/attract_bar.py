"""The bar below the slides: what can be done here in the slide's language, and whether the office is open.

The open sign and its hours need no words. The bar also has a word in each of the screen's languages in turn:
the language's name on a touchscreen and while the time is unknown, elsewhere "open" or "closed". Every
language appears within 20 seconds.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booking.opening_hours import open_state, today
from kiosk.feed.wall_time import Now
from kiosk.ui.phrases import Phrases, any_direction, phrases
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.open_sign import OpenSign, open_sign

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

ROUND_MS = 20_000
"""The time in which every language is shown once."""

LONGEST_TURN_MS = 5000
SEPARATOR = " · "
MAX_CHARACTERS, MAX_PORTRAIT = 34, 24
"""The maximum length of a line of words: beside the hours, or below them on a portrait screen."""


@QmlElement
class AttractBarModel(QObject):
    """The current texts of the bar."""

    changed = Signal()

    def __init__(self, clock: Callable[[], Now], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._context: ScreenContext | None = None
        self._place = 0
        self._language = "sv"
        self._invitation = self._state = self._words = ""
        self._sign = OpenSign()
        self._held = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def use(self, context: ScreenContext) -> None:
        """Use another generation."""
        if self._context is None or context.screen != self._context.screen:
            self._language = context.screen.turns[0]
        self._context = context
        self._refresh()
        self._timer.start()

    def stop(self) -> None:
        """Stop the timer."""
        self._timer.stop()

    def hold(self, *, held: bool) -> None:
        """Stop the words from changing, or let them go on (WCAG 2.2.2); the hours still follow the clock."""
        self._held = held

    @Slot(str, str)
    def speak(self, _slide: str, language: str) -> None:
        """Switch to the language of the slide that is now seen."""
        self._language = language
        self._refresh()

    @Slot()
    def _turn(self) -> None:
        self._place += not self._held
        self._refresh()

    def _refresh(self) -> None:
        if self._context is None:
            return
        context, say, now = self._context, phrases(self._language), self._clock()
        self._sign = open_sign(context, context.office_id, say, now)
        _, self._state = office_words(context, context.office_id, say, now)
        self._invitation = say.say("touch_here") if context.screen.touch else self._place_words(context)
        groups = self._groups(context)
        self._words = SEPARATOR.join(map(any_direction, groups[self._place % len(groups)]))
        self._timer.setInterval(min(LONGEST_TURN_MS, ROUND_MS // len(groups)))
        self.changed.emit()

    def _groups(self, context: ScreenContext) -> list[list[str]]:
        """Return the word of each language once, in groups that fit on a line."""
        screen, groups = context.screen, [list[str]()]
        is_portrait = screen.resolution.height > screen.resolution.width
        limit = MAX_PORTRAIT if is_portrait and not screen.touch else MAX_CHARACTERS - len(self._sign.day)
        languages = screen.languages if screen.touch else screen.turns
        for word in dict.fromkeys(self._word(context, language) for language in languages):
            if groups[-1] and len(SEPARATOR.join((*groups[-1], word))) > limit:
                groups.append([])
            groups[-1].append(word)
        return groups

    def _word(self, context: ScreenContext, language: str) -> str:
        if context.screen.touch or not self._sign.known:
            return context.feed.languages[language].name
        return phrases(language).say("open" if self._sign.open else "closed")

    def _place_words(self, context: ScreenContext) -> str:
        parts = (context.office.name, context.office.address)
        return " · ".join(any_direction(context.text(part, self._language)) for part in parts)

    @Property(str, notify=changed)
    def invitation(self) -> str:
        """What can be done here, or the name and address of the office."""
        return self._invitation

    @Property(str, notify=changed)
    def words(self) -> str:
        """A word in each of a few languages; all languages take turns."""
        return self._words

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language of the invitation."""
        return self._language

    @Property(bool, notify=changed)
    def rtl(self) -> bool:
        """Whether the invitation is read from right to left."""
        return self._context is not None and self._context.is_rtl(self._language)

    @Property(str, notify=changed)
    def place(self) -> str:
        """The name and address of the office, if the invitation does not give them."""
        return self._place_words(self._context) if self._context and self._context.screen.touch else ""

    @Property(bool, notify=changed)
    def officeOpen(self) -> bool:
        """Whether the office is open now."""
        return self._sign.open

    @Property(bool, notify=changed)
    def officeKnown(self) -> bool:
        """Whether the time is known, and with it whether the office is open."""
        return self._sign.known

    @Property(str, notify=changed)
    def officeHours(self) -> str:
        """The current or next hours in digits; empty while the time is unknown."""
        return self._sign.hours

    @Property(str, notify=changed)
    def officeDay(self) -> str:
        """The date of those hours in digits, if that is not today."""
        return self._sign.day

    @Property(str, notify=changed)
    def officeState(self) -> str:
        """Until when the office is open, or when it opens, in words; empty while the time is unknown."""
        return self._state


def office_words(
    context: ScreenContext, office_id: str, say: Phrases, now: Now, while_open: str = "open_until"
) -> tuple[bool, str]:
    """Return whether an office is open at `now`, and the words for it; `while_open` is the phrase if so.

    Without a trusted time, the words are empty.
    """
    if now is None:
        return False, ""
    office = context.feed.offices[office_id]
    state, day = open_state(office, context.feed.zone, now), today(office, context.feed.zone, now)
    if state.open and state.until:
        phrase = "short_until" if (while_open, day) == ("open_until", "short") else while_open
        return True, say.say(phrase, say.time(context.local(state.until)))
    if not state.opens:
        return False, say.say("closed")
    opens = context.local(state.opens)
    phrase = {"closed": "closed_today_opens", "holiday": "holiday_opens"}.get(day, "closed_opens")
    return False, say.say(phrase, say.short_day(opens.date(), context.local(now).date()), say.time(opens))
