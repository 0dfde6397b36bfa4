"""The free times of a screen: read once, in another process, and never fresh again."""

import logging
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from kiosk import isolated
from kiosk.app.free_times import FreeTimes
from kiosk.booking.slots import SlotList, freshness, write_slots
from kiosk.isolated import IsolatedError, Limits
from tests import feeds
from tests.isolated_here import run_here
from tests.ui.conftest import TUESDAY

FEED = feeds.feed(offices={"torg": feeds.office()})
VALID_S = 900


@dataclass
class Disk:
    """What outlives the program."""

    published: bytes | None = None
    notes: dict = field(default_factory=dict)

    def slots(self):
        return self.published

    def recall(self, name):
        return self.notes.get(name, b"")

    def remember(self, name, data):
        self.notes[name] = data


def free_times(disk, seconds=lambda: 0.0):
    made = FreeTimes(disk, seconds)
    made.load()
    return made


def listed(minutes=0):
    return SlotList(generated_at=TUESDAY + timedelta(minutes=minutes))


def is_known(times, now):
    return freshness(times.slots, VALID_S, times.instant(now)).known


@pytest.fixture
def runs(monkeypatch):
    """How often another process was begun."""
    begun = []
    monkeypatch.setattr(isolated, "run", lambda *asked: begun.append(1) or run_here(*asked))
    return begun


def test_a_list_is_read_once_and_is_there_after_a_restart(runs):
    disk = Disk(write_slots(listed()))
    times = free_times(disk)
    assert times.slots is None
    assert times.take(times.read(None, FEED))
    assert times.read(None, FEED) is None
    again = free_times(disk)
    assert again.slots == times.slots == listed()
    assert again.read(None, FEED) is None
    assert len(runs) == 1


def test_another_feed_has_it_read_anew(runs):
    times = free_times(Disk(write_slots(listed())))
    times.read(None, FEED)
    assert times.read(None, feeds.feed(offices={"shis": feeds.office()})) == listed()
    assert len(runs) == 2


def test_a_list_that_costs_too_much_is_never_tried_again(monkeypatch, caplog):
    disk, begun = Disk(b"bad"), []

    def exceed(*_asked):
        begun.append(1)
        raise IsolatedError("takes more than 5 s", exceeded=True)

    monkeypatch.setattr(isolated, "run", exceed)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            times = free_times(disk)
            assert times.read(None, FEED) is None
            assert times.read(None, FEED) is None
    assert len(begun) == 1
    assert "takes more than 5 s" in caplog.text
    caplog.clear()


def test_a_list_that_grew_old_stays_old_after_the_clock_is_set_back_and_after_a_restart(runs):
    disk = Disk(write_slots(listed()))
    times = free_times(disk)
    times.take(times.read(None, FEED))
    assert is_known(times, TUESDAY)
    times.note_age(TUESDAY, VALID_S)
    assert not is_known(times, TUESDAY + timedelta(minutes=16))
    times.note_age(TUESDAY, VALID_S)
    assert not is_known(times, TUESDAY)
    again = free_times(disk)
    assert not is_known(again, TUESDAY + timedelta(minutes=1))
    assert again.take(again.read(write_slots(listed(2)), FEED))
    assert is_known(again, TUESDAY + timedelta(minutes=3))


def test_it_grows_old_by_the_seconds_that_pass_whatever_the_clock_shows(runs):
    seconds = [0.0]
    times = free_times(Disk(write_slots(listed())), lambda: seconds[0])
    times.take(times.read(None, FEED))
    assert is_known(times, TUESDAY)
    seconds[0] = VALID_S + 1.0
    assert not is_known(times, TUESDAY)


def test_a_note_that_is_damaged_is_as_none(runs):
    times = free_times(Disk(write_slots(listed()), {"slots-shown": b"\xff\n[", "slots-judged": b"\xff x"}))
    assert times.slots is None
    assert times.take(times.read(None, FEED))


def test_the_real_process_reads_the_longest_list(monkeypatch):
    assert Limits().cpu_s == 5
    times = free_times(Disk(write_slots(listed())))
    assert times.read(None, FEED) == listed()
