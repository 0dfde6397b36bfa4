"""Every page of the desk, and how a visitor comes there; for the tests that look at all of them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.visitor.events import (
    AskedDays,
    AskedLanguage,
    AskedPerson,
    AskedSearch,
    Back,
    ChoseLanguage,
    ChoseTopic,
    Home,
    Rated,
    Touched,
)
from tests.ui.conftest import TUESDAY, turn_until

PAGES = (
    "language",
    "topic",
    "search",
    "help",
    "days",
    "day",
    "ticket",
    "person",
    "farewell",
    "question",
    "warning",
    "undo",
)
TOPIC = "housing"
FRAMES = 2
MAIN = ("language", "topic", "help", "ticket")


def go(screen, page, language, topic=TOPIC, **ease):
    """Begin a new visit in `language` and lead it to `page`; `ease` says how often to call which slots."""
    leave(screen)
    screen.time.now = TUESDAY  # or a long walk would outlast the free times
    desk = screen.desk
    act(screen, desk.send, Touched())
    act(screen, desk.send, ChoseLanguage(language))
    for name, times in ease.items():
        for _ in range(times):
            act(screen, getattr(screen.pages.accessibility, name))
    for step in _steps(screen, page, topic):
        act(screen, *step)
    settle()


def through_topics(screen, topics, language, **ease):
    """Begin a visit and open one topic after the other; stop at the "help" and the "ticket" of each."""
    go(screen, "topic", language, **ease)
    for topic in topics:
        screen.time.now = TUESDAY
        _open(screen, topic)
        yield "help", topic
        act(screen, _first_slot, screen)
        yield "ticket", topic
        while screen.page != "topic":
            act(screen, screen.desk.send, Back())


def leave(screen):
    screen.desk._asked_at = screen.time.seconds  # the question is only asked where a test wants it
    for _ in range(2):  # the second time, at once
        act(screen, screen.desk.send, Home())


def act(screen, call, *values):
    """Do what a finger would, long enough after the page has come."""
    screen.time.pass_by(0.5)
    call(*values)


def settle():
    """Let the page find its place: one frame lays out its texts, the next divides what is too long."""
    windows = [each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickWindow)]
    for window in (each for each in windows if each.isVisible()):
        for _ in range(FRAMES):
            drawn = []
            connection = window.frameSwapped.connect(lambda drawn=drawn: drawn.append(True))
            window.update()
            turn_until(lambda drawn=drawn: drawn)
            window.disconnect(connection)
            QCoreApplication.processEvents()


def _steps(screen, page, topic):
    desk = screen.desk
    if page == "language":
        return [(desk.send, AskedLanguage())]
    way = [(_open, screen, topic), (_first_slot, screen)]
    if page in MAIN:
        return way[: MAIN.index(page) - 1]
    by_days = [*way[:1], (desk.send, AskedDays(desk._context.office_id))]
    return {
        "days": by_days,
        "day": [*by_days, (_first_day, screen)],
        "search": [(desk.send, AskedSearch())],
        "person": [(desk.send, AskedPerson())],
        "farewell": [*way, (_ask, screen), (desk.send, Home()), (desk.send, Home())],
        "question": [
            *way,
            (_ask, screen),
            (desk.send, Home()),
            (desk.send, Home()),
            (desk.send, Rated(4)),
        ],
        "undo": [*way, (desk.send, Home())],
        "warning": [(_open, screen, topic), (_wait, screen)],
    }[page]


def _open(screen, topic):
    """Choose a topic, twice where the first touch only reads it aloud."""
    screen.desk.send(ChoseTopic(topic))
    if screen.page == "topic":
        act(screen, screen.desk.send, ChoseTopic(topic))


def _first_slot(screen):
    """Choose the first time, or ask for one where none is free."""
    times = screen.pages.next_times
    if times.value.first:
        times.chooseSlot(times.value.first[0].key)
    else:
        times.chooseOffice(times.value.office_id or screen.desk._context.office_id)


def _first_day(screen):
    screen.pages.days_page.choose(screen.pages.days_page.value.choices[0].key)


def _ask(screen):
    screen.desk._asked_at = float("-inf")


def _wait(screen):
    screen.time.pass_by(screen.desk._context.feed.idle_after)
    screen.desk._tick()
