"""The bar below the slides: an invitation in each language in turn, and whether the office is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booking.opening_hours import open_state, today
from kiosk.feed.wall_time import Now
from kiosk.ui.phrases import Phrases, any_direction, phrases
from kiosk.ui.screen_context import ScreenContext

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

TURN_MS = 4000


@QmlElement
class AttractBarModel(QObject):
    """What the bar says now."""

    changed = Signal()

    def __init__(self, clock: Callable[[], Now], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._context: ScreenContext | None = None
        self._place = 0
        self._language = "sv"
        self._invitation = self._state = ""
        self._open = False
        self._timer = QTimer(self, interval=TURN_MS)
        self._timer.timeout.connect(self._turn)

    def use(self, context: ScreenContext) -> None:
        """Speak for another generation."""
        self._context = context
        self._refresh()
        self._timer.start()

    def stop(self) -> None:
        """End the timer."""
        self._timer.stop()

    @Slot()
    def _turn(self) -> None:
        self._place += 1
        self._refresh()

    def _refresh(self) -> None:
        if self._context is None:
            return
        languages = self._context.screen.languages
        self._language = languages[self._place % len(languages)]
        say = phrases(self._language)
        self._invitation = self._invite(self._context, say)
        self._open, self._state = self._office(self._context, say)
        self.changed.emit()

    def _invite(self, context: ScreenContext, say: Phrases) -> str:
        return say.say("touch_here") if context.screen.touch else self._place_words(context)

    def _place_words(self, context: ScreenContext) -> str:
        parts = (context.office.name, context.office.address)
        return " · ".join(any_direction(context.text(part, self._language)) for part in parts)

    def _office(self, context: ScreenContext, say: Phrases) -> tuple[bool, str]:
        return office_words(context, context.office_id, say, self._clock())

    @Property(str, notify=changed)
    def invitation(self) -> str:
        """What one can do here, or where one is."""
        return self._invitation

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language of the words."""
        return self._language

    @Property(bool, notify=changed)
    def rtl(self) -> bool:
        """Whether they are read from right to left."""
        return self._context is not None and self._context.is_rtl(self._language)

    @Property(str, notify=changed)
    def place(self) -> str:
        """Where one is, if the invitation does not say so."""
        return self._place_words(self._context) if self._context and self._context.screen.touch else ""

    @Property(bool, notify=changed)
    def officeOpen(self) -> bool:
        """Whether the office is open now."""
        return self._open

    @Property(str, notify=changed)
    def officeState(self) -> str:
        """Until when it is open, or when it opens; nothing while the time is not known."""
        return self._state


def office_words(
    context: ScreenContext, office_id: str, say: Phrases, now: Now, while_open: str = "open_until"
) -> tuple[bool, str]:
    """Return whether an office is open at `now`, and the words for it; `while_open` is the phrase if so.

    Without a trusted time nothing is said.
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
