from datetime import UTC, datetime, timedelta

from kiosk.booking.slot_offer import LeftOut, SourceReading, SourceState, slot_offer, window
from kiosk.booking.slots import Freshness, Slot, SlotAge, freshness
from kiosk.feed.wall_time import Span
from tests import feeds

NOW = datetime(2026, 10, 13, 6, tzinfo=UTC)  # a Tuesday, 08:00 in Stockholm
EARLIER = NOW - timedelta(minutes=10)
DAY = Span(NOW, NOW + timedelta(hours=12))


def rule(*calendars, **changes):
    base = {"topics": ["home"], "when": ["tue 13:00-15:00"], "length": "1 h", "horizon": "1 d"}
    return base | {"calendars": calendars} | changes


def feed(*rules):
    return feeds.feed(offices={"torg": feeds.office(bookable=rules), "shis": feeds.office()})


def slot(hour, office="torg", topic="home"):
    start = datetime(2026, 10, 13, hour, tzinfo=UTC)
    return Slot(office=office, topic=topic, start=start, end=start + timedelta(hours=1))


def test_a_rule_without_calendars_is_always_known():
    got = slot_offer(feed(rule()), {}, NOW).listed
    assert (got.slots, got.older, got.generated_at) == ((slot(11), slot(12)), (), NOW)


def test_all_calendars_of_a_rule_take_their_time():
    busy = {
        "anna": SourceState(SourceReading(busy=(Span(slot(11).start, slot(11).end),)), NOW),
        "room": SourceState(SourceReading(busy=(Span(slot(12).start, slot(12).end),)), NOW),
    }
    assert slot_offer(feed(rule("anna")), busy, NOW).listed.slots == (slot(12),)
    assert slot_offer(feed(rule("anna", "room")), busy, NOW).listed.slots == ()


def test_time_of_a_second_guide_is_still_free():
    states = {"anna": SourceState(SourceReading(busy=(DAY,)), NOW), "omar": SourceState(SourceReading(), NOW)}
    assert slot_offer(feed(rule("anna"), rule("omar")), states, NOW).listed.slots == (slot(11), slot(12))


def test_calendar_that_cannot_be_read_is_not_known_instead_of_free_or_full():
    got = slot_offer(feed(rule("anna")), {"anna": SourceState(None, EARLIER)}, NOW).listed
    assert (got.slots, got.older) == ((), (SlotAge(office="torg", topic="home", as_of=EARLIER),))
    assert freshness(got, 300, NOW, office="torg", topic="home") == Freshness(known=False, as_of=EARLIER)
    assert freshness(got, 300, NOW, office="shis", topic="home") == Freshness(known=True, as_of=NOW)
    assert (
        freshness(got, 300, NOW, topic="study")
        == freshness(got, 300, NOW)
        == Freshness(known=True, as_of=NOW)
    )


def test_calendar_that_no_one_knows_was_never_known():
    got = slot_offer(feed(rule("anna", "omar")), {"omar": SourceState(SourceReading(), NOW)}, NOW).listed
    assert (got.slots, got.older) == ((), (SlotAge(office="torg", topic="home", as_of=None),))
    assert freshness(got, 300, NOW, topic="home") == Freshness(known=False, as_of=None)


def test_older_reading_gives_slots_with_its_age():
    states = {"anna": SourceState(SourceReading(), EARLIER), "omar": SourceState(SourceReading(), NOW)}
    got = slot_offer(feed(rule("anna"), rule("omar")), states, NOW).listed
    assert got.slots == (slot(11), slot(12))
    assert freshness(got, 900, NOW, topic="home") == Freshness(known=True, as_of=EARLIER)


def test_one_source_that_fails_does_not_stop_another():
    states = {"anna": SourceState(), "omar": SourceState(SourceReading(), NOW)}
    got = slot_offer(feed(rule("anna"), rule("omar", when=["tue 14:00-15:00"])), states, NOW).listed
    assert got.slots == (slot(12),)
    assert got.older == (SlotAge(office="torg", topic="home", as_of=None),)


def test_a_place_that_lacks_a_source_has_nothing_of_another_that_is_older_than_the_list():
    """Its age in the list is that of what is missing, and would let old times pass for new ones."""
    place, system = (("torg", "home"),), SourceReading(free=(slot(9),))
    for age, kept in ((EARLIER, ()), (NOW, (slot(9),))):
        states = {"gone": SourceState(None, EARLIER, place), "system": SourceState(system, age, place)}
        assert slot_offer(feed(), states, NOW).listed.slots == kept
        states = {"gone": SourceState(None, EARLIER, place), "anna": SourceState(SourceReading(), age)}
        assert bool(slot_offer(feed(rule("anna")), states, NOW).listed.slots) is bool(kept)


def test_booking_systems_give_slots_for_what_the_feed_has():
    found = (
        slot(12),
        slot(12, topic="else"),
        slot(12, office="gone"),
        slot(5),
        slot(9, office="shis"),
        slot(12),
    )
    states = {"zms": SourceState(SourceReading(free=found), NOW, (("torg", "home"), ("gone", "home")))}
    got = slot_offer(feed(rule()), states, NOW).listed
    assert (got.slots, got.older) == ((slot(9, office="shis"), slot(11), slot(12)), ())
    failed = slot_offer(
        feed(), {"zms": SourceState(None, None, (("torg", "home"), ("gone", "home")))}, NOW
    ).listed
    assert failed.older == (SlotAge(office="torg", topic="home", as_of=None),)


def test_window_covers_every_rule_with_its_buffer():
    far = rule("anna", horizon="40 d", length="2 h", buffer="1 d")
    start, end = window(feed(far), NOW)
    assert start <= NOW - timedelta(days=1)
    assert end >= NOW + timedelta(days=41, hours=2)
    assert window(feed(far), NOW + timedelta(hours=1)) == (start, end)
    assert window(feed(rule(horizon="3650 d")), NOW).end < NOW + timedelta(days=400)


def test_what_a_list_has_no_room_for_is_reported_by_office(monkeypatch):
    monkeypatch.setattr("kiosk.booking.slot_offer.MAX_SLOTS", 2)
    states = {
        "anna": SourceState(SourceReading(), NOW),
        "zms": SourceState(
            SourceReading(free=(slot(10, "shis"), slot(13, "shis"))), NOW, (("shis", "home"),)
        ),
        "other": SourceState(SourceReading(), NOW, (("shis", "card"),)),
    }
    got = slot_offer(feed(rule("anna")), states, NOW)
    assert got.listed.slots == (slot(10, "shis"), slot(11))
    assert got.left_out == (
        LeftOut("shis", 1, slot(13).start, ("zms",)),
        LeftOut("torg", 1, slot(12).start, ("anna",)),
    )
    monkeypatch.setattr("kiosk.booking.slot_offer.MAX_SLOTS", 4)
    assert slot_offer(feed(rule("anna")), states, NOW).left_out == ()
