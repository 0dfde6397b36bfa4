"""A feed that exceeds the limits of its validation is retried, at increasing intervals."""

from datetime import timedelta

import pytest
import time_machine

from kiosk import isolated
from kiosk.isolated import IsolatedError
from kiosk.sync.costly_feed import NOTE, CostlyFeed
from kiosk.sync.feed_validation import TRIES
from tests import days
from tests.isolated_here import run_here
from tests.offices import Offices

TOO_MUCH = "takes more than 5 s of processor time"
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


class Device:
    """A busy device: the validation of the feeds in `is_costly` exceeds its limits."""

    def __init__(self):
        self.attempts = 0
        self.is_costly = lambda _feed: True

    def run(self, function, data, _limits=None):
        self.attempts += 1
        if self.is_costly(data):
            raise IsolatedError(TOO_MUCH, exceeded=True)
        return run_here(function, data)


@pytest.fixture
def device(monkeypatch, world):
    """A device that shows the first feed, and is busy afterwards."""
    world.kiosk().poll()
    made = Device()
    monkeypatch.setattr(isolated, "run", made.run)
    return made


@pytest.fixture
def clock():
    with time_machine.travel(days.now(), tick=False) as traveller:
        yield traveller


def publish(world, name="Costly"):
    world.write({"feed.yaml": f"name: {name}\nlanguages:\n  sv: {{name: Svenska}}\n".encode()})
    world.publish()


def test_a_feed_too_costly_for_a_busy_device_is_shown_later(world, device, clock, warned):
    good = world.kiosk().current()
    publish(world)
    poll = world.kiosk().poll()
    assert (poll.generation, world.kiosk().current()) == (None, good)
    assert f"validating it {TOO_MUCH}; it is tried again later" in poll.problem
    clock.shift(10 * MINUTE - SECOND)
    assert world.kiosk().poll().problem == poll.problem
    assert device.attempts == 1
    device.is_costly = lambda _feed: False
    clock.shift(SECOND)
    assert world.kiosk().poll().problem == ""
    assert (device.attempts, world.kiosk().current().feed.name.in_first(["sv"]).text) == (2, "Costly")
    assert world.kiosk().poll().problem == ""
    assert (device.attempts, world.kiosk().status().rejected) == (2, {})
    warned()


def test_the_wait_doubles_up_to_a_day(world, device, clock, warned):
    publish(world)
    world.kiosk().poll()
    for attempts, minutes in enumerate((10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440), start=1):
        clock.shift(minutes * MINUTE - SECOND)
        world.kiosk().poll()
        assert device.attempts == attempts
        clock.shift(SECOND)
        world.kiosk().poll()
        world.kiosk().poll()
        assert device.attempts == attempts + 1
    warned()


def test_an_attempt_in_the_future_does_not_delay_the_next(world, device, clock, warned):
    publish(world)
    clock.shift(24 * 60 * MINUTE)
    world.kiosk().poll()
    clock.shift(-23 * 60 * MINUTE)
    world.kiosk().poll()
    assert device.attempts == 2
    warned()


def test_another_feed_is_tried_at_once_and_the_costly_one_forgotten(world, device, clock, warned):
    publish(world)
    world.kiosk().poll()
    device.is_costly = lambda _feed: False
    publish(world, "Small")
    kiosk = world.kiosk()
    assert kiosk.poll().problem == ""
    assert kiosk.store.read_note(NOTE) == b""
    clock.shift(10 * MINUTE)
    kiosk.poll()
    assert device.attempts == 2
    warned()


def test_a_feed_that_is_invalid_when_it_is_tried_again_is_rejected(world, device, clock, monkeypatch, warned):
    publish(world)
    world.kiosk().poll()

    def invalid(*_asked):
        raise IsolatedError("not a feed")

    monkeypatch.setattr(isolated, "run", invalid)
    clock.shift(10 * MINUTE)
    kiosk = world.kiosk()
    kiosk.poll()
    assert list(kiosk.status().rejected.values()) == ["not a feed"]
    assert kiosk.store.read_note(NOTE) == b""
    warned()


def test_a_feed_during_which_the_kiosk_was_killed_is_tried_once_after_each_wait(
    world, device, clock, monkeypatch, warned
):
    class KilledError(BaseException):
        """The kiosk is killed."""

    def killed(*_asked):
        device.attempts += 1
        raise KilledError

    monkeypatch.setattr(isolated, "run", killed)
    publish(world)
    for _ in range(TRIES):
        with pytest.raises(KilledError):
            world.kiosk().poll()
    assert f"was killed {TRIES} times" in world.kiosk().poll().problem
    clock.shift(10 * MINUTE)
    with pytest.raises(KilledError):
        world.kiosk().poll()
    clock.shift(20 * MINUTE - SECOND)
    world.kiosk().poll()
    assert device.attempts == TRIES + 1
    monkeypatch.setattr(isolated, "run", run_here)
    clock.shift(SECOND)
    assert world.kiosk().poll().problem == ""
    warned()


def test_the_part_of_an_office_that_was_too_costly_is_shown_later(tmp_path, clock, monkeypatch, warned):
    world, device = Offices(tmp_path / "offices"), Device()
    hall = world.kiosk("hall")
    hall.poll()
    monkeypatch.setattr(isolated, "run", device.run)
    device.is_costly = lambda feed: b"Hissen" in feed
    world.anna().show({"notices/lift.yaml": "text: Hissen\n"})
    assert hall.poll().problem.startswith("office-square.yaml: ")
    assert not hall.current().feed.notices
    attempts = device.attempts
    clock.shift(10 * MINUTE - SECOND)
    assert TOO_MUCH in hall.poll().problem
    assert device.attempts == attempts
    device.is_costly = lambda _feed: False
    clock.shift(SECOND)
    assert hall.poll().problem == ""
    assert hall.current().feed.notices
    warned()


@pytest.mark.parametrize("note", [b"", b"[]", b"{}", b'{"key": 1}', b"\xff"])
def test_a_damaged_note_is_ignored(note):
    assert CostlyFeed.read(note) == CostlyFeed()


def test_a_note_applies_to_one_version_of_the_program():
    noted = CostlyFeed("a", 2, 1.0, "costly")
    assert CostlyFeed.read(noted.write("1"), "1") == noted
    assert CostlyFeed.read(noted.write("1"), "2") == CostlyFeed()
