import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.booking import slots as module
from kiosk.booking.slots import (
    Freshness,
    Slot,
    SlotAge,
    SlotList,
    by_office,
    freshness,
    open_slots,
    read_slots,
    times_by_office,
    write_slots,
)
from kiosk.feed.problems import ContentError

NOW = datetime(2026, 10, 13, 10, tzinfo=UTC)


def slot(hours=1.0, office="torg", topic="home", at=NOW):
    start = at.astimezone(UTC) + timedelta(hours=hours)
    return Slot(office=office, topic=topic, start=start, end=start + timedelta(minutes=30))


def listing(*slots):
    return SlotList(generated_at=NOW, slots=slots)


def test_a_list_is_put_in_order():
    found = read_slots(write_slots(listing(slot(2), slot(1), slot(1, topic="work"))))
    assert open_slots(found, "home", NOW) == found.by_topic["home"] == (slot(1), slot(2))
    assert open_slots(replace(found, slots=(slot(3),)), "home", NOW) == (slot(3),)


def test_written_list_reads_back():
    whole = listing(slot(), slot(2, "shis"))
    assert read_slots(write_slots(whole)) == whole


@pytest.mark.parametrize(
    ("bad", "where"),
    [
        (b"<html>", "slots.yaml"),
        (b"[]", "slots.yaml"),
        (b'{"generated_at": "2026-10-13T10:00:00"}', "generated_at"),
        (b'{"generated_at": "2026-10-13T10:00:00Z", "slots": [{"office": "x"}]}', "slots.0.topic"),
        (b'{"generated_at": "2026-10-13T10:00:00Z", "names": []}', "names"),
    ],
)
def test_what_is_no_list_is_refused(bad, where):
    with pytest.raises(ContentError, match=where):
        read_slots(bad)


def test_too_much_is_refused_unread(monkeypatch):
    monkeypatch.setattr(module, "MAX_SLOTS_BYTES", 10)
    with pytest.raises(ContentError, match="larger than 10 bytes"):
        read_slots(write_slots(listing()))


def test_slot_without_zone_or_length_is_refused():
    naive = datetime(2026, 10, 13, 10)  # noqa: DTZ001  # what is refused
    with pytest.raises(ValueError, match="difference from UTC"):
        Slot(office="torg", topic="home", start=naive, end=NOW)
    with pytest.raises(ValueError, match="an end after the start"):
        Slot(office="torg", topic="home", start=NOW, end=NOW)


def test_slots_in_the_hour_that_comes_twice_keep_their_order():
    zone = ZoneInfo("Europe/Stockholm")
    first, second = (datetime(2026, 10, 25, 2, 30, tzinfo=zone, fold=fold) for fold in (0, 1))
    early, late = slot(0, at=first), slot(0, at=second)
    assert early.end - early.start == timedelta(minutes=30)
    assert open_slots(listing(late, early), "home", NOW) == (early, late)
    assert open_slots(listing(late, early), "home", first) == (late,)


@pytest.mark.parametrize(
    ("age_s", "known"), [(0, True), (900, True), (901, False), (-30, True), (-3600, False)]
)
def test_list_is_known_while_it_is_fresh(age_s, known):
    assert freshness(listing(), 900, NOW + timedelta(seconds=age_s)) == Freshness(known, NOW)


def test_no_list_is_not_known():
    assert freshness(None, 900, NOW) == Freshness(known=False, as_of=None)


def test_open_slots_are_those_of_the_topic_that_have_not_begun():
    late, soon, other = slot(2), slot(1), slot(1, topic="study")
    assert open_slots(listing(late, soon, other, slot(0), slot(-1), soon), "home", NOW) == (soon, late)


def test_two_sources_that_tell_of_one_time_are_one_choice():
    short = slot(1)
    long = replace(short, end=short.end + timedelta(minutes=15))
    overlapping = slot(1.25)
    assert open_slots(listing(long, short, overlapping), "home", NOW) == (short, overlapping)
    there = replace(long, office="shis")
    assert open_slots(listing(there, short), "home", NOW) == (short, there)


def test_this_office_comes_first_then_who_is_free_first():
    here, there, far = slot(5), slot(2, "shis"), slot(1, "far")
    groups = by_office(open_slots(listing(here, there, far), "home", NOW), "torg")
    assert [(group.office, group.slots) for group in groups] == [
        ("torg", (here,)),
        ("far", (far,)),
        ("shis", (there,)),
    ]


def test_this_office_is_named_even_when_it_is_full():
    assert [group.office for group in by_office((slot(2, "shis"),), "torg")] == ["torg", "shis"]


def shown(slots, now=NOW):
    return [
        (each.office, each.slots, each.fresh) for each in times_by_office(slots, "home", "torg", 900, now)
    ]


def test_each_office_has_its_times_and_how_fresh_they_are():
    here, there, fresh = slot(5), slot(2, "shis"), Freshness(known=True, as_of=NOW)
    old = Freshness(known=False, as_of=NOW - timedelta(hours=1))
    never = Freshness(known=False, as_of=None)
    older = (
        SlotAge(office="gone", topic="home", as_of=None),
        SlotAge(office="shis", topic="home", as_of=old.as_of),
        SlotAge(office="torg", topic="study", as_of=None),
    )
    found = SlotList(generated_at=NOW, slots=(there, here), older=older)
    assert shown(found) == [("torg", (here,), fresh), ("shis", (there,), old), ("gone", (), never)]


def test_list_that_is_too_old_has_no_times_to_show():
    late = NOW + timedelta(minutes=16)
    assert shown(listing(slot(5)), late) == [("torg", (), Freshness(known=False, as_of=NOW))]
    assert shown(None) == [("torg", (), Freshness(known=False, as_of=None))]


@pytest.mark.parametrize(
    "moment",
    [
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:00:00-14:00",
        "9999-12-31T23:59:00Z",
        "1970-01-01T00:00:00Z",
    ],
)
@pytest.mark.parametrize("field", ["generated_at", "start", "end", "as_of"])
def test_moments_that_no_calendar_can_show_are_refused(moment, field):
    slot_ = {
        "office": "torg",
        "topic": "home",
        "start": "2026-10-13T10:00:00Z",
        "end": "2026-10-13T11:00:00Z",
    }
    known = {"office": "torg", "topic": "home", "as_of": None}
    data = {"generated_at": NOW.isoformat(), "slots": [slot_], "older": [known]}
    for part in (data, slot_, known):
        if field in part:
            part[field] = moment
    with pytest.raises(ContentError):
        read_slots(json.dumps(data).encode())
