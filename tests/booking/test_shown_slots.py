"""What a screen takes of a list: what it knows, and no more than it can use."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.booking.shown_slots import MAX_SHOWN_SLOTS, kept_form, load_kept, request_for, shown
from kiosk.booking.slots import MAX_SLOTS, Slot, SlotAge, SlotList, write_slots
from kiosk.feed.problems import ContentError

NOW = datetime(2026, 10, 13, 10, tzinfo=UTC)


def slot(step, office="torg", topic="home"):
    start = NOW + timedelta(minutes=5 * step)
    return Slot(office=office, topic=topic, start=start, end=start + timedelta(minutes=5))


def taken(slots, offices=("torg", "shis"), topics=("home", "work"), older=()):
    data = write_slots(SlotList(generated_at=NOW, slots=tuple(slots), older=tuple(older)))
    return load_kept(kept_form("0" * 64, shown(request_for(data, offices, topics))))


def test_a_usual_list_is_taken_whole():
    slots = (slot(1), slot(2, "shis"), slot(3, topic="work"))
    older = (SlotAge(office="torg", topic="home", as_of=NOW - timedelta(minutes=3)),)
    assert taken(slots, older=older) == SlotList(generated_at=NOW, slots=slots, older=older)


def test_what_the_feed_does_not_have_is_left_out():
    older = [SlotAge(office=f"o{n}", topic="home", as_of=None) for n in range(1000)]
    found = taken([slot(1, "gone"), slot(1, topic="gone"), slot(1)], older=older)
    assert (found.slots, found.older) == ((slot(1),), ())


def test_of_the_longest_list_each_place_keeps_its_soonest():
    many = [slot(step, "torg", "home") for step in range(MAX_SLOTS - 2)]
    found = taken([*many, slot(9, "shis"), slot(10, "shis", "work")])
    assert len(found.slots) == MAX_SHOWN_SLOTS
    assert {slot(9, "shis"), slot(10, "shis", "work"), slot(0), slot(MAX_SHOWN_SLOTS - 3)} <= set(found.slots)
    assert slot(MAX_SHOWN_SLOTS) not in found.slots


def test_one_age_a_place_is_kept_and_the_oldest():
    ages = [NOW - timedelta(minutes=each) for each in (5, 9, 7)]
    found = taken([], older=[SlotAge(office="torg", topic="home", as_of=each) for each in ages])
    assert [known.as_of for known in found.older] == [NOW - timedelta(minutes=9)]
    never = [SlotAge(office="torg", topic="home", as_of=each) for each in (*ages, None, *ages)]
    assert [known.as_of for known in taken([], older=never).older] == [None]


def test_what_is_no_list_is_refused():
    with pytest.raises(ContentError):
        shown(request_for(b"[]", (), ()))


def test_a_stored_list_that_is_nested_without_end_is_damaged():
    assert load_kept(kept_form("0" * 64, b"\x81\xa1x" + b"\x91" * 100_000)) is None
