"""A kiosk whose feed comes from a stand-in: what it shows, confirms and gives back."""

import logging
import threading
from dataclasses import dataclass, field, replace
from datetime import timedelta
from threading import current_thread, main_thread

import pytest

from kiosk import isolated, resources
from kiosk.app import kiosk as app
from kiosk.app.clock import is_trusted
from kiosk.app.kiosk import Kiosk
from kiosk.app.plain import plain
from kiosk.booking.slots import SlotList, write_slots
from kiosk.sync.config import SyncConfig
from kiosk.sync.status import Status
from kiosk.sync.store import Generation
from kiosk.sync.updater import Poll
from tests.isolated_here import run_here
from tests.ui.conftest import TUESDAY, sample_feed, turn_until


@dataclass(frozen=True)
class Copy(Generation):
    """A generation whose media lie in the sample feed."""

    def media(self, path):
        return resources.sample_feed() / path


@dataclass
class Copies:
    """What the kiosk asks of its updater."""

    good: Generation | None = None
    confirmed: list = field(default_factory=list)
    rejected: list = field(default_factory=list)
    polls: list = field(default_factory=list)
    polled: int = 0
    signed: object = None
    notes: dict = field(default_factory=dict)

    def current(self):
        return self.good

    last_good = current

    def slots(self):
        return None

    def recall(self, name):
        return self.notes.get(name, b"")

    def remember(self, name, data):
        self.notes[name] = data

    def signed_at(self):
        return self.signed

    def confirm(self, generation_id):
        self.confirmed.append(generation_id)

    def reject(self, generation_id, _reason):
        self.rejected.append(generation_id)
        return self.good

    def status(self):
        return Status(shown=self.good.id if self.good else "")

    def wait_s(self, interval_s):
        return interval_s

    def poll(self):
        self.polled += 1
        found = self.polls.pop(0) if self.polls else Poll()
        if isinstance(found, Exception):
            raise found
        return found

    def close(self):
        pass


@pytest.fixture(scope="module")
def feed():
    """The sample feed without videos, which are put away half opened in so quick a test."""
    return plain(sample_feed())


@pytest.fixture
def kiosk(qapp, tmp_path, feed, caplog):
    caplog.set_level(logging.WARNING)
    config = SyncConfig("https://feed.example/", tmp_path / "root.json", tmp_path, "torget-desk")
    made = Kiosk(config, clock=lambda: TUESDAY + timedelta(0))
    made.updater = made.free_times.notes = Copies(Copy("good", feed, tmp_path))
    yield made
    made.close()


@pytest.fixture
def bad(kiosk, feed, tmp_path, monkeypatch):
    """A generation that the program stumbles over."""
    made = Copy("bad", replace(feed), tmp_path)
    use = kiosk.front.notices.use

    def stumble(world):
        if world.feed is made.feed:
            raise KeyError("nobody thought of this")
        use(world)

    monkeypatch.setattr(kiosk.front.notices, "use", stumble)
    return made


def test_free_times_are_read_where_nobody_waits_and_shown(kiosk, monkeypatch):
    readers = []
    monkeypatch.setattr(isolated, "run", lambda *asked: readers.append(current_thread()) or run_here(*asked))
    kiosk.start()
    turn_until(lambda: kiosk._polling and not kiosk._polling.is_alive())
    kiosk.updater.polls.append(Poll(slots=write_slots(SlotList(generated_at=TUESDAY))))
    kiosk.poll()
    turn_until(lambda: kiosk.world.slots)
    assert kiosk.world.slots.generated_at == TUESDAY
    assert readers
    assert main_thread() not in readers


def test_free_times_are_there_at_the_next_start(kiosk, monkeypatch):
    slots = SlotList(generated_at=TUESDAY)
    monkeypatch.setattr(isolated, "run", run_here)
    kiosk.free_times.read(write_slots(slots), kiosk.updater.good.feed)
    monkeypatch.setattr(isolated, "run", None)
    kiosk.start()
    assert kiosk.world.slots == slots


def test_a_generation_that_the_program_stumbles_over_is_given_back(kiosk, bad, caplog):
    kiosk.start()
    kiosk.front.window.show()
    turn_until(lambda: kiosk.updater.confirmed)
    kiosk.polled.emit(Poll(bad))
    assert kiosk.updater.rejected == ["bad"]
    assert kiosk.generation_id == "good"
    assert "cannot be shown" in caplog.text
    caplog.clear()


def test_a_new_device_waits_on_when_its_first_generation_makes_it_stumble(kiosk, bad, feed, tmp_path, caplog):
    kiosk.updater.good = None
    kiosk.start()
    kiosk.polled.emit(Poll(bad))
    assert kiosk.updater.rejected == ["bad"]
    assert not kiosk.generation_id
    kiosk.polled.emit(Poll(Copy("mended", feed, tmp_path)))
    kiosk.front.window.show()
    turn_until(lambda: kiosk.updater.confirmed == ["mended"])
    caplog.clear()


def test_what_was_shown_before_the_start_is_not_given_back_for_a_slide(kiosk, feed, tmp_path):
    kiosk.front.player.slideShown.disconnect(kiosk._confirm)  # as if nothing could be drawn
    kiosk.start()
    kiosk.front.player.slideSetAside.emit("spoilt-on-the-disk")
    assert kiosk.updater.rejected == []
    kiosk.polled.emit(Poll(Copy("new", replace(feed), tmp_path)))
    kiosk.front.player.slideSetAside.emit("spoilt-on-the-disk")
    assert kiosk.updater.rejected == ["new"]


def test_the_last_slide_of_one_generation_does_not_confirm_the_next(kiosk, feed, tmp_path):
    kiosk.start()
    kiosk.front.window.show()
    turn_until(lambda: kiosk.updater.confirmed)
    kiosk.front.player.advance()
    kiosk.polled.emit(Poll(Copy("new", replace(feed), tmp_path)))
    shown = []
    kiosk.front.player.slideShown.connect(lambda *_: shown.append(1))
    turn_until(lambda: shown)
    assert kiosk.updater.confirmed == ["good"]
    kiosk.front.player.advance()
    turn_until(lambda: kiosk.updater.confirmed == ["good", "new"])


def test_a_fault_of_ours_while_looking_at_the_site_is_told_and_does_not_end_the_looking(kiosk, caplog):
    kiosk.updater.polls = [RuntimeError("a fault")]
    kiosk.poll_s = 0.01
    kiosk.start()
    turn_until(lambda: kiosk.updater.polled > 2)
    assert "the look at the site failed" in caplog.text
    caplog.clear()


def test_safe_mode_lasts_while_only_files_are_mended(kiosk, feed, tmp_path):
    kiosk.start(safe=True)
    kiosk.polled.emit(Poll(replace(kiosk.updater.good)))
    assert kiosk.is_safe
    kiosk.polled.emit(Poll(Copy("new", feed, tmp_path)))
    assert not kiosk.is_safe


@pytest.mark.parametrize("years", [-20, 20])
def test_free_times_do_not_say_what_time_it_is(kiosk, years):
    """Who may sign them could else make a device doubt its clock, or believe one whose battery ran empty."""
    generated = TUESDAY + timedelta(days=365 * years)
    asked = []

    def trusts(now, signed):
        asked.append(signed)
        return is_trusted(now, signed, synchronized=False, kept=True)

    kiosk._trusts = trusts
    kiosk.updater.signed = TUESDAY - timedelta(hours=1)
    kiosk._take_slots(SlotList(generated_at=generated))
    kiosk._take(Poll())
    assert kiosk.clock_trusted()
    kiosk.updater.signed = TUESDAY + timedelta(hours=1)
    kiosk._take(Poll())
    assert not kiosk.clock_trusted()
    assert asked == [TUESDAY - timedelta(hours=1), TUESDAY + timedelta(hours=1)]


def test_look_that_does_not_end_is_left_behind(kiosk, monkeypatch):
    """Such as one that waits for the name of a host, which nothing can end."""
    monkeypatch.setattr(app, "CLOSE_S", 0.01)
    begun, ended, told = threading.Event(), threading.Event(), []

    def poll():
        begun.set()
        ended.wait(20)
        return Poll(problem="too late")

    kiosk.updater.poll = poll
    kiosk.polled.connect(told.append)
    kiosk._timer.start(60_000)
    kiosk.poll()
    assert begun.wait(20)
    kiosk.close()
    kiosk.close = lambda: None  # it is closed
    left = kiosk._polling
    assert left.is_alive()
    assert left.daemon
    ended.set()
    left.join()
    turn_until(lambda: True)
    assert told == []
