"""A screen's free times survive a restart, and never become fresh again."""

from dataclasses import dataclass, field
from datetime import timedelta

import msgspec

from kiosk.booking.shown_slots import kept_form
from kiosk.booking.slots import SlotList, freshness
from kiosk.device.free_times import FreeTimes
from kiosk.sync.store import SLOTS_SHOWN
from tests.ui.conftest import TUESDAY

VALID_S = 900


@dataclass
class Disk:
    """The stored notes, which survive a restart."""

    notes: dict = field(default_factory=dict)

    def read_note(self, name):
        return self.notes.get(name, b"")

    def write_note(self, name, data):
        self.notes[name] = data


def disk_with(slots):
    return Disk({SLOTS_SHOWN: kept_form("0" * 64, msgspec.msgpack.encode(slots))})


def free_times(disk, seconds=lambda: 0.0):
    made = FreeTimes(disk, seconds)
    made.load()
    return made


def listed(minutes=0):
    return SlotList(generated_at=TUESDAY + timedelta(minutes=minutes))


def is_known(times, now):
    return freshness(times.slots, VALID_S, times.instant(now)).known


def test_free_times_survive_a_restart():
    disk = disk_with(listed())
    assert free_times(disk).slots == free_times(disk).slots == listed()


def test_without_a_list_there_is_no_age():
    times = free_times(Disk())
    assert times.slots is None
    assert not times.load()


def test_a_damaged_list_is_ignored():
    assert free_times(Disk({SLOTS_SHOWN: b"\xff\n[", "slots-judged": b"\xff x"})).slots is None


def test_an_old_list_stays_old_after_the_clock_is_set_back_and_after_a_restart():
    disk = disk_with(listed())
    times = free_times(disk)
    assert is_known(times, TUESDAY)
    times.note_age(TUESDAY, VALID_S)
    assert not is_known(times, TUESDAY + timedelta(minutes=16))
    times.note_age(TUESDAY, VALID_S)
    assert not is_known(times, TUESDAY)
    again = free_times(disk)
    assert not is_known(again, TUESDAY + timedelta(minutes=1))
    disk.notes |= disk_with(listed(2)).notes
    assert again.load()
    assert is_known(again, TUESDAY + timedelta(minutes=3))


def test_the_age_follows_monotonic_time_whatever_the_clock_shows():
    seconds = [0.0]
    times = free_times(disk_with(listed()), lambda: seconds[0])
    assert is_known(times, TUESDAY)
    seconds[0] = VALID_S + 1.0
    assert not is_known(times, TUESDAY)


def test_a_slow_clock_never_makes_a_list_fresh_again():
    seconds = [0.0]
    times = free_times(disk_with(listed()), lambda: seconds[0])
    assert not is_known(times, TUESDAY - timedelta(minutes=20))
    seconds[0] = 1260.0
    assert not is_known(times, TUESDAY + timedelta(minutes=1))
