"""The proof of play, with a screen's real player and a simulated clock."""

from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from kiosk.config import Power
from kiosk.device.play_counter import MAX_GAP_S, WRITE_MS, PlayCounter
from kiosk.visitor.events import Touched
from tests.ui.conftest import turn_until


class Running(QObject):
    """A running screen, and the counts that its counter has recorded."""

    def __init__(self, screen, power=None):
        super().__init__()
        self.shell, self.time, self.screen, self.is_trusted = screen.shell, screen.time, screen, True
        self.recorded = Counter()
        self.context = screen.shell.player.seen_context
        self.counter = PlayCounter(self, power, self.recorded.update, lambda: self.time.seconds)
        self.counter.credit()

    def now(self):
        return self.time.now if self.is_trusted else None

    def slide(self):
        return self.shell.player.seen_turn.slide

    def next_slide(self):
        seen = len(self.screen.shown)
        self.shell.player.advance()
        turn_until(lambda: len(self.screen.shown) > seen)

    def counts(self):
        """Return the seconds recorded so far, by kind and value."""
        self.counter.write()
        total = Counter()
        for each, seconds in self.recorded.items():
            total[each.kind, each.value] += seconds
        return dict(total)


@pytest.fixture
def running(screen_of, context_of):
    made = []

    def make(power=None):
        made.append(Running(screen_of(context_of()), power))
        return made[-1]

    yield make
    for each in made:
        each.counter.close()


def test_each_slide_is_counted_while_it_is_visible(running):
    screen = running()
    first = screen.slide()
    screen.time.pass_by(40)
    screen.next_slide()
    second = screen.slide()
    screen.time.pass_by(20)
    assert first != second
    assert screen.counts() == {("running", "screen"): 60, ("slide", first): 40, ("slide", second): 20}


def test_the_counts_do_not_reveal_a_visit(running):
    screen = running()
    on = screen.shell.player.scheduled_slides
    screen.shell.desk.send(Touched())
    turn_until(lambda: screen.shell.player.still)
    screen.time.pass_by(100)
    counted = screen.counts()
    shares = {slide: counted.get(("slide", slide), 0) for slide in on}
    assert counted["running", "screen"] == 100
    assert 100 - len(shares) <= sum(shares.values()) <= 100
    assert max(shares.values()) < 100 / 2


def test_while_the_display_is_off_the_screen_runs_and_no_slide_is_on(running):
    screen = running(Power())
    screen.time.pass_by(60)
    assert set(screen.counts()) == {("running", "screen"), ("slide", screen.slide())}
    screen.time.now += timedelta(hours=12)
    screen.recorded.clear()
    screen.time.pass_by(60)
    assert screen.counts() == {("running", "screen"): 60}


def test_an_untrusted_clock_counts_nothing(running):
    screen = running()
    screen.is_trusted = False
    screen.time.pass_by(60)
    assert screen.counts() == {}


def test_time_while_the_program_was_suspended_is_not_counted(running):
    screen = running()
    screen.time.pass_by(MAX_GAP_S + 1)
    assert screen.counts() == {}


def test_fractions_of_seconds_are_not_lost(running):
    screen = running()
    for _ in range(4):
        screen.time.pass_by(1.5)
        screen.counts()
    assert screen.counts()["running", "screen"] == 6


def test_a_crash_loses_at_most_five_minutes_and_an_end_nothing(running):
    screen = running()
    assert screen.counter._write.isActive()
    assert screen.counter._write.interval() == WRITE_MS == 5 * 60 * 1000
    screen.time.pass_by(60)
    screen.counter._write.timeout.emit()
    assert sum(screen.recorded.values()) == 120
    screen.time.pass_by(7)
    screen.counter.close()
    assert sum(screen.recorded.values()) == 134
