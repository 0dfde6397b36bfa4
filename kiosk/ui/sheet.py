"""What the visitor's page says, for QML: texts and rows in their language, at one moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QCollator, QLocale, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.feed.localized_text import Localized
from kiosk.feed.wall_time import Now
from kiosk.ui import days_words, desk_words, times_words
from kiosk.ui.bar import office_words
from kiosk.ui.card import Row
from kiosk.ui.facts import week
from kiosk.ui.phrases import any_direction, phrases
from kiosk.ui.rows import Rows
from kiosk.ui.ticket import Ticket, ticket
from kiosk.ui.world import World
from kiosk.visitor.session import Page, Session
from kiosk.visitor.speller import matches, next_letters

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

CHOICES_A_PAGE = 8


@QmlElement
class Sheet(QObject):
    """Words only; `Desk` decides when they change."""

    changed = Signal()

    def __init__(self, clock: Callable[[], Now], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._world: World | None = None
        self._session = Session()
        self._ticket = Ticket()
        self._languages = Rows(desk_words.LanguageRow, self)
        self._topics = Rows(desk_words.TopicRow, self)
        self._found = Rows(desk_words.TopicRow, self)
        self._helps = Rows(desk_words.LineRow, self)
        self._brings = Rows(desk_words.LineRow, self)
        self._offices = Rows(times_words.OfficeTimes, self)
        self._choices = Rows(times_words.SlotRow, self)
        self._facts = Rows(desk_words.FactRow, self)
        self._ways = Rows(desk_words.FactRow, self)
        self._person = Rows(desk_words.FactRow, self)
        self._hours = Rows(Row, self)
        self._letters = Rows(desk_words.LetterRow, self)
        self._pages: dict[Page, Callable[[World, str], None]] = {
            Page.LANGUAGE: self._say_languages,
            Page.TOPIC: self._say_topics,
            Page.SEARCH: self._say_search,
            Page.HELP: self._say_help,
            Page.TIMES: self._say_times,
            Page.PERSON: self._say_person,
        }

    def say(self, world: World, session: Session) -> None:
        """Say the page that is shown anew, in the visitor's language, at this moment; at the end, forget."""
        self._world, self._session = world, session
        if session.page is Page.ATTRACT:
            self._forget()
        say = self._pages.get(session.shown)
        if say:
            say(world, self._language())
        self._choices.replace(days_words.choices(world, session, self._language(), self._clock()))
        self._ticket = self._make_ticket(world, self._language())
        self._facts.replace(self._ticket.facts)
        self._ways.replace(self._ticket.ways)
        self.changed.emit()

    def _forget(self) -> None:
        for rows in (
            self._topics,
            self._found,
            self._letters,
            self._helps,
            self._brings,
            self._offices,
            self._person,
        ):
            rows.replace(())

    def _say_languages(self, world: World, _language: str) -> None:
        self._languages.replace(desk_words.language_rows(world))

    def _say_topics(self, world: World, language: str) -> None:
        self._topics.replace(desk_words.topic_rows(world, language))

    def _say_help(self, world: World, language: str) -> None:
        told = world.feed.topics[self._session.topic] if self._session.topic else None
        self._helps.replace(desk_words.line_rows(world, told.help if told else (), language))
        self._brings.replace(desk_words.line_rows(world, told.bring if told else (), language))

    def _say_times(self, world: World, language: str) -> None:
        topic = self._session.topic
        times = times_words.office_times(world, topic, language, self._clock()) if topic else ()
        self._offices.replace(times)

    def _say_person(self, world: World, language: str) -> None:
        now = self._clock()
        self._person.replace(desk_words.person_facts(world, language, now))
        self._hours.replace(week(world.office, phrases(language), world.today(now)))

    def _say_search(self, world: World, language: str) -> None:
        texts = desk_words.topic_texts(world, language)
        found = matches(texts, self._session.query)
        self._found.replace([desk_words.topic_row(world, name, language) for name in found])
        order = QCollator(QLocale(language))
        letters = sorted(next_letters(texts, self._session.query), key=order.sortKey)
        self._letters.replace([desk_words.LetterRow(letter) for letter in letters])

    def _make_ticket(self, world: World, language: str) -> Ticket:
        stay = self._session
        if stay.page is not Page.TICKET or stay.topic is None or stay.office is None:
            return Ticket()
        return ticket(world, stay.topic, stay.office, stay.slot, language, self._clock())

    def _language(self) -> str:
        fallback = self._world.screen.languages[0] if self._world else "sv"
        return self._session.language or fallback

    def visit(self) -> Session:
        """Return what is known of the visitor now."""
        return self._session

    def reader_language(self) -> str:
        """Return the visitor's language, or the screen's first."""
        return self._language()

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

    @Property(Rows, constant=True)
    def languages(self) -> Rows[Any]:
        """Rows of `LanguageRow`."""
        return self._languages

    @Property(Rows, constant=True)
    def topics(self) -> Rows[Any]:
        """Rows of `TopicRow`."""
        return self._topics

    @Property(bool, notify=changed)
    def manyTopics(self) -> bool:
        """Whether there are more topics than a page shows, so that one may want to search."""
        return len(self._topics.rows) > CHOICES_A_PAGE

    @Property(Rows, constant=True)
    def found(self) -> Rows[Any]:
        """The topics that the search finds, rows of `TopicRow`."""
        return self._found

    @Property(Rows, constant=True)
    def letters(self) -> Rows[Any]:
        """The letters that lead on from `query`, in the language's order; rows of `LetterRow`."""
        return self._letters

    @Property(str, notify=changed)
    def query(self) -> str:
        """What the visitor has written."""
        return self._session.query

    @Property(Rows, constant=True)
    def helps(self) -> Rows[Any]:
        """What help there is, rows of `LineRow`."""
        return self._helps

    @Property(Rows, constant=True)
    def brings(self) -> Rows[Any]:
        """What to bring, rows of `LineRow`."""
        return self._brings

    @Property(Rows, constant=True)
    def offices(self) -> Rows[Any]:
        """Where and when, rows of `OfficeTimes`."""
        return self._offices

    @Property(Rows, constant=True)
    def choices(self) -> Rows[Any]:
        """The days of an office, or the times of a day; rows of `SlotRow`."""
        return self._choices

    @Property(str, notify=changed)
    def choicesNote(self) -> str:
        """Where they are, and how sure."""
        if self._world is None:
            return ""
        return days_words.choices_note(self._world, self._session, self._language(), self._clock())

    @Property(bool, notify=changed)
    def choicesKnown(self) -> bool:
        """Whether it is known what there is to choose, so that no row means that nothing is free."""
        return self._world is None or days_words.are_choices_known(self._world, self._session, self._clock())

    @Property(Rows, constant=True)
    def facts(self) -> Rows[Any]:
        """The ticket in words, rows of `FactRow`."""
        return self._facts

    @Property(Rows, constant=True)
    def personFacts(self) -> Rows[Any]:
        """Where there is someone to talk to, rows of `FactRow`."""
        return self._person

    @Property(Rows, constant=True)
    def personHours(self) -> Rows[Any]:
        """When there is someone in the coming week, rows of `Row`."""
        return self._hours

    @Property(str, notify=changed)
    def hoursTitle(self) -> str:
        """What these hours are called."""
        return phrases(self._language()).say("opening_hours")

    def _topic(self) -> desk_words.TopicRow | None:
        if self._world is None or self._session.topic is None:
            return None
        return desk_words.topic_row(self._world, self._session.topic, self._language())

    @Property(str, notify=changed)
    def topicTitle(self) -> str:
        """The chosen topic."""
        topic = self._topic()
        return topic.title if topic else ""

    @Property(str, notify=changed)
    def topicLanguage(self) -> str:
        """The language its title is in."""
        topic = self._topic()
        return topic.language if topic else self._language()

    @Property(str, notify=changed)
    def topicTag(self) -> str:
        """The name of the language the topic is told in, if it is not the visitor's."""
        topic = self._topic()
        return (topic.tag or topic.note_tag) if topic else ""

    @Property(str, notify=changed)
    def topicSummary(self) -> str:
        """The chosen topic in one sentence."""
        topic = self._topic()
        return topic.summary if topic else ""

    @Property(str, notify=changed)
    def summaryLanguage(self) -> str:
        """The language of that sentence."""
        topic = self._topic()
        return topic.note_language if topic else self._language()

    @Property(str, notify=changed)
    def topicIcon(self) -> str:
        """The chosen topic's pictogram."""
        topic = self._topic()
        return topic.pictogram if topic else ""

    def _cost(self) -> Localized:
        if self._world is None or self._session.topic is None:
            return Localized("", self._language())
        return self._world.localized(self._world.feed.topics[self._session.topic].cost, self._language())

    @Property(str, notify=changed)
    def topicCost(self) -> str:
        """What it costs."""
        return self._cost().text

    @Property(str, notify=changed)
    def costLanguage(self) -> str:
        """The language in which that is told."""
        return self._cost().language

    @Property(str, notify=changed)
    def costTag(self) -> str:
        """The name of that language, if it is not the visitor's."""
        return self._world.tag(self._cost().language, self._language()) if self._world else ""

    @Property(str, notify=changed)
    def topicTakes(self) -> str:
        """How long it takes."""
        topic = self._session.topic
        return desk_words.takes_words(self._world, topic, self._language()) if self._world and topic else ""

    @Property(str, notify=changed)
    def freshness(self) -> str:
        """How sure the free times are."""
        topic = self._session.topic
        if self._world is None or topic is None:
            return ""
        return times_words.freshness_words(self._world, topic, self._language(), self._clock())

    @Property(str, notify=changed)
    def officeName(self) -> str:
        """The office here."""
        return self._world.text(self._world.office.name, self._language()) if self._world else ""

    @Property(str, notify=changed)
    def officeState(self) -> str:
        """Until when the office here is open, or when it opens; nothing while the time is not known."""
        return self._office_state()[1]

    @Property(bool, notify=changed)
    def officeOpen(self) -> bool:
        """Whether the office here is open."""
        return self._office_state()[0]

    def _office_state(self) -> tuple[bool, str]:
        if self._world is None:
            return False, ""
        return office_words(self._world, self._world.office_id, phrases(self._language()), self._clock())

    @Property(bool, notify=changed)
    def hasTime(self) -> bool:
        """Whether the ticket is for a time, and not only for an office."""
        return self._ticket.slot is not None

    @Property(QUrl, notify=changed)
    def ticketQr(self) -> QUrl:
        """The way to book as a code; empty if there is none for a telephone."""
        return self._ticket.qr

    @Property(str, notify=changed)
    def ticketHow(self) -> str:
        """How to book, in the visitor's language and in that of the desk."""
        staff = self._ticket.how_staff
        return f"{self._ticket.how} · {any_direction(staff)}" if staff else self._ticket.how

    @Property(bool, notify=changed)
    def ticketAtDesk(self) -> bool:
        """Whether one can book at the desk."""
        return self._ticket.at_desk

    @Property(QUrl, notify=changed)
    def calendarQr(self) -> QUrl:
        """The time for the visitor's calendar as a code; empty if it is not sure."""
        return self._ticket.calendar_qr

    @Property(Rows, constant=True)
    def ways(self) -> Rows[Any]:
        """The ways to book without a code, rows of `FactRow`."""
        return self._ways

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
