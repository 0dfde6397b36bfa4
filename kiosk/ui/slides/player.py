"""The sequence of slides: when each gives way, and the effects of a new feed, a takeover or a visitor."""

from __future__ import annotations

import logging
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.feed.printable import printable
from kiosk.feed.wall_time import Now
from kiosk.signage.rotation import Turn
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.slides.slide_card import SlideCard
from kiosk.ui.slides.slide_queue import SlideQueue

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1000
"""How often to check the schedule: a takeover is on within a second, even if the clock is changed."""

RETRY_MS = 20_000
"""When to try the next slide if this one was never seen; longer than the stage's own timeout."""

MAX_MS = 2**31 - 1
"""The longest interval of a Qt timer."""

LINGER_MS = 500
MAX_LINGERS = 60
"""The extra time for a slide that is being read out, and how many times it is granted at most."""

HOLD_MS = 180_000
"""When a slide continues that a visitor has stopped and left."""

MAX_REASON = 1000
"""The maximum length of the reason why there is no content, in characters."""

log = logging.getLogger(__name__)


@QmlElement
class Player(QObject):
    """Passes one card after another to the stage, which reports when each is actually seen."""

    cardChanged = Signal()
    waitingChanged = Signal()
    reasonChanged = Signal()
    heldChanged = Signal()
    stillChanged = Signal()
    seenChanged = Signal()  # the first slide is seen
    cardSeen = Signal(SlideCard)
    slideShown = Signal(str, str)  # slide id, language
    slideSetAside = Signal(str)  # slide id

    def __init__(self, clock: Callable[[], Now], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._queue: SlideQueue | None = None
        self._card: SlideCard | None = None
        self._seen: SlideCard | None = None
        self._card_context: ScreenContext | None = None
        self._seen_context: ScreenContext | None = None
        self._paused = self._held = False
        self._reason = ""
        self.lingers: Callable[[], bool] = lambda: False
        """Returns whether the visible slide is being read out, and stays until that has ended."""

        self._lingered = 0
        self._dwell = self._timer(self._give_way)
        self._hold = self._timer(self.toggleHold)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._reconsider)

    def _timer(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(act)
        return timer

    @Property(SlideCard, notify=cardChanged)
    def card(self) -> SlideCard | None:
        """The card to show next, or the one that is shown."""
        return self._card

    @Property(bool, notify=waitingChanged)
    def waiting(self) -> bool:
        """Whether there is no content at all yet."""
        return self._queue is None

    def explain(self, reason: str) -> None:
        """Show why there is no content, to whoever sets up the screen."""
        reason = "\n".join(printable(line) for line in reason.splitlines())[:MAX_REASON]
        if reason != self._reason:
            self._reason = reason
            self.reasonChanged.emit()

    @Property(str, notify=reasonChanged)
    def reason(self) -> str:
        """Why there is no content; shown in small print until there is some."""
        return self._reason

    @property
    def seen_turn(self) -> Turn | None:
        """The turn of the visible slide; None without a slide, and for the last resort."""
        return self._seen.turn if self._seen else None

    @property
    def seen(self) -> bool:
        """Whether a slide is visible."""
        return self._seen is not None

    @Property(bool, notify=heldChanged)
    def held(self) -> bool:
        """Whether a visitor has stopped all motion (WCAG 2.2.2)."""
        return self._held

    @Property(bool, notify=stillChanged)
    def still(self) -> bool:
        """Whether nothing may move or make a sound: a visitor has stopped it, or is at the desk on top."""
        return self._held or self._paused

    def use(self, context: ScreenContext) -> None:
        """Show `context` from the next slide on; at once if nothing is shown or a takeover begins or ends."""
        if self._queue is None:
            self._queue = SlideQueue(context)
            self.waitingChanged.emit()
            self._look.start()
            self.advance()
        else:
            self._queue.use(context)
            self._reconsider()

    @Slot()
    def pause(self) -> None:
        """Stay on this slide while a visitor uses the desk on top of it."""
        self._paused = True
        self._dwell.stop()
        self.stillChanged.emit()

    @Slot()
    def resume(self) -> None:
        """Continue with the next slide."""
        if self._paused:
            self._paused = False
            self._set_held(held=False)
            self.stillChanged.emit()
            self.advance()

    @Slot()
    def toggleHold(self) -> None:
        """Stop all motion, or let it continue."""
        self._set_held(held=not self._held)
        if self._held:
            self._dwell.stop()
            self._hold.start(HOLD_MS)
        elif not self._paused:
            self._dwell.start(self._dwell_ms())

    def _set_held(self, *, held: bool) -> None:
        self._hold.stop()
        if held != self._held:
            self._held = held
            self.heldChanged.emit()
            self.stillChanged.emit()

    @property
    def taken_over(self) -> bool:
        """Whether a takeover is on."""
        return self._queue is not None and self._queue.taken_over

    @property
    def slides(self) -> tuple[str, ...]:
        """The ids of the scheduled slides; none while a visitor uses the desk."""
        return self.scheduled_slides if not self._paused else ()

    @property
    def scheduled_slides(self) -> tuple[str, ...]:
        """The ids of the scheduled slides, also while a visitor uses the desk on top of them."""
        return self._queue.slides if self._queue else ()

    @property
    def seen_context(self) -> ScreenContext | None:
        """The context that the visible slide was made from; None before the first one."""
        return self._seen_context

    @Slot()
    def _give_way(self) -> None:
        """Continue with the next card, unless this one is still being read out."""
        if self._lingered < MAX_LINGERS and self.lingers():
            self._lingered += 1
            self._dwell.start(LINGER_MS)
        else:
            self.advance()

    @Slot()
    def advance(self) -> None:
        """Pass the next card to the stage."""
        if self._queue is None or self._paused:
            return
        self._dwell.start(RETRY_MS)
        self._queue.look(self._clock())
        try:
            content = self._queue.next_content(self._clock())
        except UnshowableError as bad:
            log.warning("%s", bad)
            self._set_aside()
            return
        except Exception:  # an unforeseen error in one slide must not stop the others
            log.exception("cannot create the content of a slide")
            self._set_aside()
            return
        self._card, self._card_context = SlideCard(content, self, self._queue.turn), self._queue.context
        self.cardChanged.emit()

    def stop(self) -> None:
        """Stop all timers."""
        for timer in (self._dwell, self._hold, self._look):
            timer.stop()

    @Slot(SlideCard)
    def shown(self, card: SlideCard) -> None:
        """Start the dwell time of `card`; called by the stage once the whole card is visible."""
        if self._queue is None or card is not self._card:
            return
        first = self._seen is None
        self._seen, self._seen_context = card, self._card_context
        self._dwell.stop()
        self._lingered = 0
        if first:
            self.seenChanged.emit()
        self.cardSeen.emit(card)
        if not self._paused and not self._held:
            self._dwell.start(self._dwell_ms())
        if self._queue.turn:
            self.slideShown.emit(self._queue.turn.slide, self._queue.turn.language)

    def _dwell_ms(self) -> int:
        return int(min(self._queue.dwell_s * 1000, MAX_MS)) if self._queue else 0

    @Slot(SlideCard)
    def ended(self, card: SlideCard) -> None:
        """Continue with the next card; called by the stage when the video on `card` has ended."""
        if card is self._card and not self._held:
            self.advance()

    @Slot(SlideCard)
    def failed(self, card: SlideCard) -> None:
        """Skip `card`, which the stage cannot draw; the card before it stays until another is drawn."""
        if card is self._card:
            self._set_aside()

    def _set_aside(self) -> None:
        """Skip the current slide, after several failures permanently; the last resort is retried later."""
        turn, is_aside = (self._queue.turn, self._queue.fail()) if self._queue else (None, False)
        if turn is None:
            return
        log.warning("slide %s cannot be drawn%s", turn.slide, ", and is set aside" if is_aside else "")
        if not self._paused:
            self._dwell.start(0)
        if is_aside:
            self.slideSetAside.emit(turn.slide)

    @Slot(SlideCard)
    def retire(self, card: SlideCard) -> None:
        """Delete `card`; called by the stage when nothing shows it any more."""
        if card is self._seen:
            self._seen = None
        card.deleteLater()

    @Slot()
    def _reconsider(self) -> None:
        """Check what is on now, and update the texts that follow the clock."""
        if self._queue is None:
            return
        now = self._clock()
        gives_way = self._queue.look(now)
        if gives_way:
            self._set_held(held=False)
            self.advance()
        if self._paused or not gives_way:
            for card in (self._seen, self._card):
                if card and shiboken6.isValid(card):
                    card.show(self._queue.content_now(card.value, card.turn, now))
