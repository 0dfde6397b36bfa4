"""The notices over the slides: one at a time, in each of the screen's languages in turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.feed.wall_time import Now
from kiosk.signage.notice_schedule import Notices
from kiosk.ui.screen_context import ScreenContext

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1000
TURN_LOOKS = 6
"""Seconds that a notice stays in one language: nothing scrolls, so all can read at their own pace."""


@QmlElement
class NoticeBarModel(QObject):
    """The notice that is shown now; usually none."""

    changed = Signal()

    def __init__(self, clock: Callable[[], Now], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._context: ScreenContext | None = None
        self._notices: Notices | None = None
        self._looks = 0
        self._held = False
        self._text, self._language = "", "sv"
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._turn)

    def use(self, context: ScreenContext) -> None:
        """Show the notices of another generation; without notices, the timer does not run."""
        if (
            self._context is None
            or context.feed is not self._context.feed
            or context.screen_id != self._context.screen_id
        ):
            self._notices = Notices(context.feed, context.screen_id)
        self._context = context
        self._look()
        self._timer.start() if context.feed.notices else self._timer.stop()

    def stop(self) -> None:
        """Stop the timer."""
        self._timer.stop()

    def hold(self, *, held: bool) -> None:
        """Stay in the current language, or continue (WCAG 2.2.2); notices still begin and end."""
        self._held = held

    @Slot()
    def _turn(self) -> None:
        self._looks += not self._held
        self._look()

    def _look(self) -> None:
        if self._context is None or self._notices is None:
            return
        running = self._notices.at(self._clock())
        languages = self._context.screen.turns
        turns = [(name, language) for name in running for language in languages]
        if not turns:
            self._say("", languages[0])
            return
        name, language = turns[self._looks // TURN_LOOKS % len(turns)]
        self._say(self._context.text(self._context.feed.notices[name].text, language), language)

    def _say(self, text: str, language: str) -> None:
        if (text, language) != (self._text, self._language):
            self._text, self._language = text, language
            self.changed.emit()

    @Property(str, notify=changed)
    def text(self) -> str:
        """The text; empty without a notice."""
        return self._text

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language of the text."""
        return self._language

    @Property(bool, notify=changed)
    def rtl(self) -> bool:
        """Whether the text is read from right to left."""
        return self._context is not None and self._context.is_rtl(self._language)
