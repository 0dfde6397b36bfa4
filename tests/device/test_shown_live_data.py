"""A screen's live data survive a restart, and never become fresh again."""

from dataclasses import replace
from datetime import timedelta

import msgspec

from kiosk.booking.shown_slots import kept_form
from kiosk.device.shown_live_data import ShownLiveData
from kiosk.feed.live_slides import QueueSlide
from kiosk.feed.localized_text import Text
from kiosk.live.freshness import fresh
from kiosk.live.live_data import LiveData, QueueState
from kiosk.sync.store import LIVE_SHOWN
from tests import feeds
from tests.device.test_free_times import Disk
from tests.ui.conftest import TUESDAY

SLIDE = QueueSlide(kind="queue", title=Text("Nu"), source="tickets")
FEED = replace(feeds.feed(), slides={"q": SLIDE})


def disk(minutes=0):
    at = TUESDAY + timedelta(minutes=minutes)
    live = LiveData(generated_at=at, queues={"tickets": QueueState(as_of=at, waiting=3)})
    return Disk({LIVE_SHOWN: kept_form("0" * 64, msgspec.msgpack.encode(live))})


def facts(notes, seconds=lambda: 0.0):
    made = ShownLiveData(notes, seconds)
    made.load()
    return made


def is_shown(live, now):
    return fresh(live.data.queues, "tickets", 120.0, live.instant(now)) is not None


def test_setting_the_clock_back_makes_nothing_fresh_even_after_a_restart():
    notes = disk()
    live = facts(notes)
    late = TUESDAY + timedelta(minutes=3)
    assert is_shown(live, TUESDAY)
    assert not is_shown(live, late)
    live.note_age(late, FEED)
    assert not is_shown(live, TUESDAY)
    assert not is_shown(facts(notes), TUESDAY)


def test_age_increases_while_the_clock_stands_still():
    seconds = [0.0]
    live = facts(disk(), lambda: seconds[0])
    assert is_shown(live, TUESDAY)
    seconds[0] = 121.0
    assert not is_shown(live, TUESDAY)


def test_the_age_of_new_data_starts_again():
    notes = disk()
    live = facts(notes)
    live.note_age(TUESDAY + timedelta(minutes=3), FEED)
    notes.notes |= disk(4).notes
    assert live.load()
    assert is_shown(live, TUESDAY + timedelta(minutes=4))


def test_without_stored_data_nothing_is_loaded():
    live = facts(Disk())
    assert (live.load(), live.data, live.instant(None)) == (False, None, None)
    live.note_age(TUESDAY, FEED)


def test_damaged_note_of_the_age_is_ignored():
    notes = disk()
    notes.notes["live-judged"] = TUESDAY.isoformat().encode() + b" soon"
    assert is_shown(facts(notes), TUESDAY)


def test_a_slow_clock_never_makes_data_fresh_again():
    seconds = [0.0]
    live = facts(disk(), lambda: seconds[0])
    assert not is_shown(live, TUESDAY - timedelta(minutes=20))
    seconds[0] = 1260.0
    assert not is_shown(live, TUESDAY + timedelta(minutes=1))
