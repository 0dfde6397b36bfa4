"""The desk for QML: turns touches into events of the visitor's session, and tells what came of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booking import slots as booking
from kiosk.feed.wall_time import Now
from kiosk.ui import days_words, times_words
from kiosk.ui.sheet import Sheet
from kiosk.ui.ticket_image import Part
from kiosk.ui.ticket_words import ticket_parts
from kiosk.ui.world import World
from kiosk.visitor import events
from kiosk.visitor.events import TEXT_SCALES, VOLUMES
from kiosk.visitor.session import Limits, Page
from kiosk.visitor.state_machine import Transition, advance

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 20_000
"""How often a page is worded anew at least: free times pass while they are looked at."""

MOST_MS = 2**31 - 1
"""The longest that Qt's timers can wait."""

ASK_EVERY_S = 3600.0
"""How it went is asked at most once an hour, so that nobody can fill the box."""


@QmlElement
class Desk(Sheet):
    """One visitor after the other; nothing of one is left for the next."""

    turned = Signal()
    languageChanged = Signal(str)
    visitorCame = Signal()
    visitorLeft = Signal()
    happened = Signal(str, str)
    """A kind and a value to be counted, see `kiosk.visitor.counts`."""

    def __init__(
        self, clock: Callable[[], Now], monotonic: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(clock, parent)
        self._monotonic = monotonic
        self._pending: World | None = None
        self._spoken = ""
        self._asked_at = float("-inf")
        self._leaves: dict[str, int] = {}
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._tick)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._reword)

    def use(self, world: World) -> None:
        """Serve from another generation: at once to nobody, or when the visitor of this one has left."""
        self._pending = world
        if self._session.page is Page.ATTRACT or self._same_choices(world):
            self._take_pending()

    def stop(self) -> None:
        """End all timers."""
        self._deadline.stop()
        self._refresh.stop()

    def _same_choices(self, world: World) -> bool:
        """Return whether only the free times are new, which a visitor should see."""
        return self._world is not None and world.feed is self._world.feed

    def _take_pending(self) -> None:
        if self._pending:
            self._world, self._pending = self._pending, None
            self._reword()

    def _limits(self, world: World) -> Limits:
        may_ask = self._monotonic() - self._asked_at >= ASK_EVERY_S
        return Limits(idle_s=world.feed.idle_after, may_ask=may_ask)

    def send(self, event: events.Event) -> None:
        """Take what a touch means: let the session turn, and tell QML if it did."""
        if self._world is None:
            return
        turn = advance(self._session, event, self._monotonic(), self._limits(self._world))
        self._session = turn.session
        self._wait_until(turn.deadline_s)
        if turn.session is not turn.before:
            self._turned(turn)

    def _wait_until(self, deadline: float | None) -> None:
        if deadline is None:
            self.stop()
        else:
            wait_ms = round((deadline - self._monotonic()) * 1000)
            self._deadline.start(min(max(0, wait_ms) + 1, MOST_MS))
            self._refresh.start(self._refresh_ms())

    def _refresh_ms(self) -> int:
        """Return when to word the page anew: soon after a time on it grows too old to be offered."""
        left_s = times_words.fresh_for_s(self._world, self._clock()) if self._world else inf
        return int(min(REFRESH_MS, left_s * 1000 + 50))

    def _turned(self, turn: Transition) -> None:
        try:
            if turn.left:
                self._leaves.clear()
                self._take_pending()
            if turn.changed:
                self._reword()
            self._count(turn)
        finally:  # the slides go on, whatever page cannot be said
            if turn.left:
                self.visitorLeft.emit()
            elif turn.came:
                self.visitorCame.emit()

    def _count(self, turn: Transition) -> None:
        for happening in turn.happened:
            self.happened.emit(*happening)
        if turn.reached is Page.FAREWELL:
            self._asked_at = self._monotonic()
        if turn.reached is Page.TIMES and not self._free():
            self.happened.emit("none free", self._session.topic)
        if turn.reached is Page.TICKET and self._ticket.link:
            self.happened.emit("qr", "shown")

    def slip(self) -> tuple[Part, ...]:
        """Return the ticket as it is printed; nothing before there is one."""
        if self._world is None or not self._ticket.facts:
            return ()
        language = self._language()
        return ticket_parts(self._ticket, language, rtl=self._world.is_rtl(language))

    @Slot()
    def _tick(self) -> None:
        self.send(events.Tick())

    @Slot()
    def _reword(self) -> None:
        """Say the page anew."""
        if self._world is None:
            return
        language = self._language()
        if language != self._spoken:
            self._spoken = language
            self.languageChanged.emit(language)
        self.say(self._world, self._session)
        if self._refresh.isActive():
            self._refresh.start(self._refresh_ms())
        self.turned.emit()

    @Property(str, notify=turned)
    def page(self) -> str:
        """What the visitor sees, a value of `Page`."""
        return self._session.shown.value

    @Property(bool, notify=turned)
    def warned(self) -> bool:
        """Whether the visitor is being asked if they are still there."""
        return self._session.warned

    @Property(int, constant=True)
    def warningSeconds(self) -> int:
        """How long the question stands before the session ends."""
        return int(Limits().warning_s)

    @Property(int, notify=turned)
    def face(self) -> int:
        """How it went, 5 the best; 0 before an answer."""
        return self._session.face or 0

    @Property(float, notify=turned)
    def textScale(self) -> float:
        """How much larger than usual the text is."""
        return TEXT_SCALES[self._session.ease.text_size]

    @Property(bool, notify=turned)
    def contrast(self) -> bool:
        """Whether colours are black, white and yellow."""
        return self._session.ease.contrast

    @Property(bool, notify=turned)
    def lower(self) -> bool:
        """Whether all that can be touched is to be low."""
        return self._session.ease.lower

    @Property(bool, notify=turned)
    def listening(self) -> bool:
        """Whether each page is read aloud."""
        return self._session.ease.listening

    @Property(float, notify=turned)
    def volume(self) -> float:
        """How loud, 0 to 1."""
        return VOLUMES[self._session.ease.volume]

    @Slot()
    def touch(self) -> None:
        """Take any touch as a sign of life, or as the beginning of a session."""
        self.send(events.Touched())

    @Slot()
    def askLanguage(self) -> None:
        """Go to the languages without losing the place."""
        self.send(events.AskedLanguage())

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Speak `code` from here on."""
        self.send(events.ChoseLanguage(code))

    @Slot()
    def askSearch(self) -> None:
        """Look for a topic by its letters."""
        self.send(events.AskedSearch())

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        """Add a letter to what is looked for, if it leads to anything."""
        if letter.casefold() in {row.letter for row in self._letters.rows}:
            self.send(events.Searched(self._session.query + letter.casefold()))

    @Slot()
    def eraseLetter(self) -> None:
        """Take the last letter away."""
        self.send(events.Searched(self._session.query[:-1]))

    @Slot()
    def askPerson(self) -> None:
        """Say where there is someone to talk to."""
        self.send(events.AskedPerson())

    @Slot(str)
    def chooseTopic(self, topic: str) -> None:
        """Tell about a topic."""
        self.send(events.ChoseTopic(topic))

    @Slot()
    def askTimes(self) -> None:
        """Show when one can come."""
        self.send(events.AskedTimes())

    @Slot(str)
    def askDays(self, office: str) -> None:
        """Show all days on which an office has a free time."""
        self._turn_back("days")
        self.send(events.AskedDays(office))

    @Slot(str)
    def chooseDay(self, key: str) -> None:
        """Show all times of a day."""
        day = days_words.day_of(key)
        if day:
            self._turn_back("day")
            self.send(events.ChoseDay(day))

    def _turn_back(self, page: str) -> None:
        """Begin a long page anew: it is another's days or times now."""
        self._leaves = {
            name: leaf for name, leaf in self._leaves.items() if name not in {page, f"{page}-part"}
        }

    @Slot(str)
    def chooseSlot(self, key: str) -> None:
        """Make a ticket for a time that is still free; one that has passed changes nothing."""
        chosen = next((slot for slot in self._free() if times_words.slot_key(slot) == key), None)
        if chosen:
            self.send(events.ChoseSlot(chosen))

    def _free(self) -> tuple[booking.Slot, ...]:
        if self._world is None or self._session.topic is None:
            return ()
        return times_words.free_slots(self._world, self._session.topic, self._clock())

    @Slot(str)
    def chooseOffice(self, office: str) -> None:
        """Make a ticket for an office, the time to be agreed."""
        self.send(events.ChoseOffice(office))

    @Slot()
    def chooseNoTime(self) -> None:
        """Make a ticket for the office whose days are shown, the time to be agreed."""
        if self._session.office:
            self.send(events.ChoseOffice(self._session.office))

    @Slot()
    def largerText(self) -> None:
        """Take the next text size; after the largest, the usual one."""
        size = (self._session.ease.text_size + 1) % len(TEXT_SCALES)
        self.send(events.Eased(replace(self._session.ease, text_size=size)))

    @Slot()
    def toggleContrast(self) -> None:
        """Change to strong colours, or back."""
        self.send(events.Eased(replace(self._session.ease, contrast=not self._session.ease.contrast)))

    @Slot()
    def toggleLower(self) -> None:
        """Move all that can be touched down, or up again."""
        self.send(events.Eased(replace(self._session.ease, lower=not self._session.ease.lower)))

    @Slot()
    def toggleListening(self) -> None:
        """Read each page aloud, or stop at once."""
        self.send(events.Eased(replace(self._session.ease, listening=not self._session.ease.listening)))

    @Slot(int)
    def changeVolume(self, steps: int) -> None:
        """Speak louder or, with negative steps, softer."""
        volume = min(max(0, self._session.ease.volume + steps), len(VOLUMES) - 1)
        self.send(events.Eased(replace(self._session.ease, volume=volume)))

    @Slot(int)
    def rate(self, face: int) -> None:
        """Say how it went, 5 the best."""
        self.send(events.Rated(face))

    @Slot()
    def back(self) -> None:
        """Go one page back."""
        self.send(events.Back())

    @Slot()
    def home(self) -> None:
        """End the session at once."""
        self.send(events.Home())

    @Slot()
    def stay(self) -> None:
        """Answer the question: still here."""
        self.send(events.Stay())

    def recording(self) -> Path | None:
        """Return the file in which a person reads the page that is shown; None if there is none."""
        if self._world is None or self._session.topic is None or self._session.shown is not Page.HELP:
            return None
        path = self._world.feed.topics[self._session.topic].speech.get(self._language())
        return self._world.media(path) if path else None

    @Slot(str, result=int)
    def leaf(self, page: str) -> int:
        """Return which part of a long page was open; the visitor comes back to it."""
        return self._leaves.get(page, 0)

    @Slot(str, int)
    def keepLeaf(self, page: str, leaf: int) -> None:
        """Remember which part of a long page is open."""
        self._leaves[page] = leaf
