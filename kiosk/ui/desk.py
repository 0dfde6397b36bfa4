"""The desk for QML: the visitor's session, and what the page they are on says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui import desk_words
from kiosk.ui.bar import office_words
from kiosk.ui.phrases import phrases
from kiosk.ui.rows import Rows
from kiosk.ui.ticket_image import Part
from kiosk.ui.ticket_words import ticket_parts
from kiosk.ui.world import World
from kiosk.visitor import session as visit
from kiosk.visitor.session import Limits, Page, Session

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 20_000
"""Free times pass while they are looked at."""


@QmlElement
class Desk(QObject):
    """Turns touches into events of the session, and the session into words."""

    changed = Signal()
    languageChanged = Signal(str)
    visitorCame = Signal()
    visitorLeft = Signal()

    def __init__(
        self, clock: Callable[[], datetime], monotonic: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._monotonic = clock, monotonic
        self._world: World | None = None
        self._pending: World | None = None
        self._session = Session()
        self._spoken = ""
        self._ticket = desk_words.Ticket()
        self._languages = Rows(desk_words.LanguageRow, self)
        self._topics = Rows(desk_words.TopicRow, self)
        self._helps = Rows(desk_words.LineRow, self)
        self._brings = Rows(desk_words.LineRow, self)
        self._offices = Rows(desk_words.OfficeTimes, self)
        self._facts = Rows(desk_words.FactRow, self)
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

    def _send(self, event: visit.Event) -> None:
        """Let the session turn, and tell QML if it did."""
        if self._world is None:
            return
        before = self._session
        limits = Limits(idle_s=self._world.feed.idle_after)
        self._session = visit.advance(before, event, self._monotonic(), limits)
        self._wait_until(visit.next_deadline(self._session, limits))
        if self._session is not before:
            self._turned(before)

    def _wait_until(self, deadline: float | None) -> None:
        if deadline is None:
            self.stop()
        else:
            self._deadline.start(max(0, round((deadline - self._monotonic()) * 1000)) + 1)
            self._refresh.start()

    def _turned(self, before: Session) -> None:
        left = self._session.page is Page.ATTRACT and before.page is not Page.ATTRACT
        if left:
            self._take_pending()
        self._reword()
        if left:
            self.visitorLeft.emit()
        elif before.page is Page.ATTRACT and self._session.page is not Page.ATTRACT:
            self.visitorCame.emit()

    def _tick(self) -> None:
        self._send(visit.Tick())

    def _reword(self) -> None:
        """Say the page anew, in the visitor's language and at this moment."""
        if self._world is None:
            return
        world, language, topic, now = self._world, self._language(), self._session.topic, self._clock()
        self._languages.replace(desk_words.language_rows(world))
        self._topics.replace(desk_words.topic_rows(world, language))
        told = world.feed.topics[topic] if topic else None
        self._helps.replace(_lines(world.text(line, language) for line in told.help) if told else ())
        self._brings.replace(_lines(world.text(line, language) for line in told.bring) if told else ())
        self._offices.replace(desk_words.office_times(world, topic, language, now) if topic else ())
        self._ticket = self._make_ticket(world, language)
        self._facts.replace(self._ticket.facts)
        if language != self._spoken:
            self._spoken = language
            self.languageChanged.emit(language)
        self.changed.emit()

    def _make_ticket(self, world: World, language: str) -> desk_words.Ticket:
        stay = self._session
        if stay.topic is None or stay.office is None:
            return desk_words.Ticket()
        return desk_words.ticket(world, stay.topic, stay.office, stay.slot, language)

    def slip(self) -> tuple[Part, ...]:
        """Return the ticket as it is printed; nothing before there is one."""
        if self._world is None or not self._ticket.link:
            return ()
        language = self._language()
        return ticket_parts(self._ticket, language, rtl=self._world.is_rtl(language))

    def _language(self) -> str:
        fallback = self._world.screen.languages[0] if self._world else "sv"
        return self._session.language or fallback

    @Property(str, notify=changed)
    def page(self) -> str:
        """Where the visitor is, a value of `Page`."""
        return self._session.page.value

    @Property(bool, notify=changed)
    def warned(self) -> bool:
        """Whether the visitor is being asked if they are still there."""
        return self._session.warned

    @Property(int, constant=True)
    def warningSeconds(self) -> int:
        """How long the question stands before the session ends."""
        return int(Limits().warning_s)

    @Property(str, notify=changed)
    def language(self) -> str:
        """The visitor's language, or the screen's first."""
        return self._language()

    @Property(str, notify=changed)
    def languageName(self) -> str:
        """The language, named in itself."""
        return self._world.feed.languages[self._language()].name if self._world else ""

    @Property(bool, notify=changed)
    def rtl(self) -> bool:
        """Whether the desk is read from right to left."""
        return self._world is not None and self._world.is_rtl(self._language())

    @Property(QObject, constant=True)
    def languages(self) -> QObject:
        """Rows of `LanguageRow`."""
        return self._languages

    @Property(QObject, constant=True)
    def topics(self) -> QObject:
        """Rows of `TopicRow`."""
        return self._topics

    @Property(QObject, constant=True)
    def helps(self) -> QObject:
        """What help there is, rows of `LineRow`."""
        return self._helps

    @Property(QObject, constant=True)
    def brings(self) -> QObject:
        """What to bring, rows of `LineRow`."""
        return self._brings

    @Property(QObject, constant=True)
    def offices(self) -> QObject:
        """Where and when, rows of `OfficeTimes`."""
        return self._offices

    @Property(QObject, constant=True)
    def facts(self) -> QObject:
        """The ticket in words, rows of `FactRow`."""
        return self._facts

    @Property(str, notify=changed)
    def topicTitle(self) -> str:
        """The chosen topic."""
        return self._topic_text("title")

    @Property(str, notify=changed)
    def topicSummary(self) -> str:
        """The chosen topic in one sentence."""
        return self._topic_text("summary")

    @Property(str, notify=changed)
    def topicCost(self) -> str:
        """What it costs."""
        return self._topic_text("cost")

    @Property(str, notify=changed)
    def topicIcon(self) -> str:
        """The chosen topic's pictogram."""
        topic = self._session.topic
        return self._world.feed.topics[topic].icon if self._world and topic else ""

    def _topic_text(self, name: str) -> str:
        topic = self._session.topic
        if self._world is None or topic is None:
            return ""
        return self._world.text(getattr(self._world.feed.topics[topic], name), self._language())

    @Property(str, notify=changed)
    def freshness(self) -> str:
        """How sure the free times are."""
        topic = self._session.topic
        if self._world is None or topic is None:
            return ""
        return desk_words.freshness_words(self._world, topic, self._language(), self._clock())

    @Property(str, notify=changed)
    def person(self) -> str:
        """Whether there is someone at the desk here to talk to."""
        if self._world is None:
            return ""
        say = phrases(self._language())
        return office_words(self._world, self._world.office_id, say, self._clock(), "staff_until")[1]

    @Property(bool, notify=changed)
    def hasTime(self) -> bool:
        """Whether the ticket is for a time, and not only for an office."""
        return self._session.slot is not None

    @Property(QUrl, notify=changed)
    def ticketQr(self) -> QUrl:
        """The booking link as a code."""
        return self._ticket.qr

    @Property(str, notify=changed)
    def ticketPhone(self) -> str:
        """The number to book by, or nothing."""
        return self._ticket.phone

    @Property(str, notify=changed)
    def ticketEmail(self) -> str:
        """The address to book by, or nothing."""
        return self._ticket.email

    @Property(str, notify=changed)
    def staffWords(self) -> str:
        """The visitor's wish in the language of the desk."""
        return self._ticket.staff_words

    @Property(str, notify=changed)
    def ticketCode(self) -> str:
        """What the desk reads out to be sure of the time."""
        return self._ticket.code

    @Property(str, constant=True)
    def staffLanguage(self) -> str:
        """The language of the desk."""
        return desk_words.STAFF_LANGUAGE

    @Slot()
    def touch(self) -> None:
        """Take any touch as a sign of life, or as the beginning of a session."""
        self._send(visit.Touched())

    @Slot()
    def askLanguage(self) -> None:
        """Go to the languages without losing the place."""
        self._send(visit.AskedLanguage())

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Speak `code` from here on."""
        self._send(visit.ChoseLanguage(code))

    @Slot(str)
    def chooseTopic(self, topic: str) -> None:
        """Tell about a topic."""
        self._send(visit.ChoseTopic(topic))

    @Slot()
    def askTimes(self) -> None:
        """Show when one can come."""
        self._send(visit.AskedTimes())

    @Slot(str)
    def chooseSlot(self, key: str) -> None:
        """Make a ticket for a time that is still free; one that has passed changes nothing."""
        if self._world is None or self._session.topic is None:
            return
        slots = desk_words.free_slots(self._world, self._session.topic, self._clock())
        chosen = next((slot for slot in slots if desk_words.slot_key(slot) == key), None)
        if chosen:
            self._send(visit.ChoseSlot(chosen))

    @Slot(str)
    def chooseOffice(self, office: str) -> None:
        """Make a ticket for an office, the time to be agreed."""
        self._send(visit.ChoseOffice(office))

    @Slot()
    def back(self) -> None:
        """Go one page back."""
        self._send(visit.Back())

    @Slot()
    def home(self) -> None:
        """End the session at once."""
        self._send(visit.Home())

    @Slot()
    def stay(self) -> None:
        """Answer the question: still here."""
        self._send(visit.Stay())


def _lines(texts: Iterable[str]) -> tuple[desk_words.LineRow, ...]:
    return tuple(map(desk_words.LineRow, texts))
