"""The real Main.qml on the sample feed, with a clock that a test sets and fingers that a test moves."""

import logging
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEventLoop, QPointF, QTimer
from PySide6.QtTest import QTest

from kiosk import resources
from kiosk.booking.bookable_rules import slots_by_rule
from kiosk.booking.slots import SlotList
from kiosk.cli.icons import icons
from kiosk.publish.folder_source import check_folder
from kiosk.ui.scene import visible_items
from kiosk.ui.screen_context import ScreenContext
from kiosk.ui.shell.shell import Shell
from tests import prepared

TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
"""A Tuesday of ordinary opening hours: 10:12 in Stockholm, before study guidance begins."""


@dataclass
class Time:
    """The two clocks of a shell; a test moves both by `pass_by`."""

    now: datetime = TUESDAY
    seconds: float = 1000.0

    def pass_by(self, seconds):
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds


class Ear:
    """A speaker that every language has, and what was heard of it; a line ends when the test lets it."""

    def __init__(self, read_aloud):
        self.read_aloud, self.heard = read_aloud, []

    def speaks(self, _language):
        return True

    def plays(self):
        return True

    def say(self, line, _volume):
        self.heard.append((line.language, line.text))

    def play(self, recording, _volume):
        self.heard.append(("recording", recording.name))

    def chime(self):
        self.heard.append(("chime", ""))

    def stop(self):
        self.heard.append(("silence", ""))


@dataclass
class Screen:
    """A shell as a person meets it: what is seen, and touching it."""

    shell: Shell
    time: Time
    finger: object
    shown: list = field(default_factory=list)

    @property
    def desk(self):
        return self.shell.desk

    @property
    def page(self):
        return self.desk.page

    @property
    def pages(self):
        """The view-models of the desk."""
        return self.desk.pages.value

    def items(self):
        return visible_items(self.shell.window.contentItem())

    def item(self, name):
        found = [item for item in visible_items(self.shell.window.contentItem()) if item.objectName() == name]
        assert found, f"nothing called {name} is seen"
        return found[0]

    def names(self, prefix):
        items = visible_items(self.shell.window.contentItem())
        return [item.objectName() for item in items if item.objectName().startswith(prefix)]

    def words(self):
        """Return all text that is seen, joined by lines."""
        items = visible_items(self.shell.window.contentItem())
        return "\n".join(str(item.property("text")) for item in items if item.inherits("QQuickText"))

    def touch(self, name):
        self.time.pass_by(0.5)  # a page that has just come cannot be turned
        item = self.item(name)
        self.tap(item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint())

    def tap(self, point):
        window = self.shell.window
        QTest.touchEvent(window, self.finger).press(0, point, window).commit()
        QTest.touchEvent(window, self.finger).release(0, point, window).commit()

    def picture(self):
        return self.shell.window.grabWindow()


def theme_of(shell):
    """Return the sizes and colours of a shell."""
    return shell.engine.singletonInstance("Kiosk", "Theme")


def turn_until(condition, most_ms=60_000):
    """Let Qt work until the condition holds; fails after `most_ms`."""
    if condition():
        return
    loop, look, end = QEventLoop(), QTimer(interval=5), QTimer(singleShot=True)
    look.timeout.connect(lambda: condition() and loop.quit())
    end.timeout.connect(loop.quit)
    look.start()
    end.start(most_ms)
    loop.exec()
    assert condition(), "it did not come about"


def sample_feed():
    checked = check_folder(resources.sample_feed(), icons())
    assert checked.feed, "\n".join(map(str, checked.problems))
    return checked.feed


def offering(feed, *topics):
    """Return the feed with these topics only, in this order on each screen."""
    kept = {name: feed.topics[name] for name in topics}
    screens = {name: replace(each, topics=topics) for name, each in feed.screens.items()}
    return replace(feed, topics=kept, screens=screens)


def context_on(feed, screen="torget-desk", now=TUESDAY, **changes):
    """Make the context of one of the feed's screens; its free times are two minutes old."""
    slots = SlotList(generated_at=now - timedelta(minutes=2), slots=slots_by_rule(feed, now))
    context = ScreenContext(prepared.shown(feed), screen, prepared.sample().locate, slots)
    return replace(context, **changes)


@pytest.fixture(scope="session")
def sample():
    return sample_feed()


@pytest.fixture(scope="session")
def finger(qapp):
    return QTest.createTouchDevice()


@pytest.fixture
def context_of(sample):
    """Make the context of one of the sample feed's screens, or of another feed's."""

    def make(screen="torget-desk", feed=sample, **changes):
        return context_on(feed, screen, **changes)

    return make


@pytest.fixture
def screen_of(qapp, finger, caplog):
    """Open fronts on contexts; all are closed at the end."""
    caplog.set_level(logging.WARNING)
    opened = []

    def make(context=None, time=None, trusted=lambda: True, turned=0):
        time = time or Time()
        shell = Shell(lambda: time.now if trusted() else None, lambda: time.seconds)
        shell.display.turn(turned)
        theme_of(shell).setProperty("turnMs", 0)  # pages stand at once, but for the tests of their motion
        screen = Screen(shell, time, finger)
        shell.read_aloud.serve(Ear(shell.read_aloud), shell.window)
        shell.player.slideShown.connect(lambda slide, language: screen.shown.append((slide, language)))
        opened.append(shell)
        if context:
            shell.use(context)
        shell.window.show()
        if context:
            turn_until(lambda: screen.shown and shell.settled)
        return screen

    yield make
    for shell in opened:
        shell.close()
