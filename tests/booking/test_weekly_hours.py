"""Drop-in times and the slots of rules, both cut from weekly hours and exceptions."""

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.booking.bookable_rules import slots_by_rule
from kiosk.booking.drop_in import DropInTime, drop_ins
from tests import feeds

STOCKHOLM = ZoneInfo(feeds.ZONE)


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def drop_in(*when, topic="study"):
    return {"drop_in": [{"topic": topic, "when": when}]}


def bookable(*when, **rest):
    return {
        "bookable": [
            {"topics": ["home"], "when": when, "length": "1 h", "notice": "1 h", "horizon": "7 d"} | rest
        ]
    }


def offices(**parts):
    return feeds.feed(offices={name: feeds.office(**part) for name, part in parts.items()})


def coming(feed, when, **rest):
    return [(each.start, each.end) for each in drop_ins(feed, "study", local(when), **rest)]


def test_drop_in_that_is_on_counts_until_it_ends():
    feed = offices(torg=drop_in("tue 13:00-16:00"))
    first = (local("2026-10-13 13:00"), local("2026-10-13 16:00"))
    second = (local("2026-10-20 13:00"), local("2026-10-20 16:00"))
    assert coming(feed, "2026-10-13 15:59", days=13) == [first, second]
    assert coming(feed, "2026-10-13 16:00", days=7) == [second]


def test_drop_in_is_shown_by_office_and_time():
    feed = offices(torg=drop_in("wed 13:00-14:00"), shis=drop_in("tue 13:00-14:00"))
    assert drop_ins(feed, "study", local("2026-10-13 08:00"), days=2) == (
        DropInTime("shis", "study", local("2026-10-13 13:00"), local("2026-10-13 14:00")),
        DropInTime("torg", "study", local("2026-10-14 13:00"), local("2026-10-14 14:00")),
    )
    assert drop_ins(feed, "home", local("2026-10-13 08:00")) == ()


def test_exception_takes_drop_in_with_it():
    closed = drop_in("daily 13:00-16:00") | {
        "exceptions": {"2026-10-13": "closed", "2026-10-14": "10:00-14:00"}
    }
    got = coming(offices(torg=closed), "2026-10-13 00:00", days=3)
    assert got == [
        (local("2026-10-14 13:00"), local("2026-10-14 14:00")),
        (local("2026-10-15 13:00"), local("2026-10-15 16:00")),
    ]


def test_holidays_and_eves_take_drop_in_and_slots_with_them():
    daily = "daily 10:00-16:00"
    feed = offices(torg={"hours": [daily], "eve": "10:00-12:00"} | drop_in(daily) | bookable(daily))
    assert coming(feed, "2026-04-02 08:00", days=3) == [
        (local("2026-04-02 10:00"), local("2026-04-02 12:00")),
        (local("2026-04-04 10:00"), local("2026-04-04 12:00")),
    ]
    assert starts(feed, "2026-04-02 08:00")[:4] == ["Thu 10:00", "Thu 11:00", "Sat 10:00", "Sat 11:00"]


def starts(feed, when):
    return [f"{slot.start.astimezone(STOCKHOLM):%a %H:%M}" for slot in slots_by_rule(feed, local(when))]


def test_rule_is_cut_into_slots_and_the_rest_is_dropped():
    feed = offices(torg=bookable("tue 13:00-15:30"))
    assert starts(feed, "2026-10-13 08:00") == ["Tue 13:00", "Tue 14:00"]


def test_notice_and_horizon_bound_the_slots():
    feed = offices(torg=bookable("tue 13:00-15:00"))
    assert starts(feed, "2026-10-13 12:00") == ["Tue 13:00", "Tue 14:00"]
    assert starts(feed, "2026-10-13 12:01") == ["Tue 14:00"]
    assert starts(feed, "2026-10-13 13:00") == ["Tue 14:00", "Tue 13:00"]
    assert [slot.start for slot in slots_by_rule(feed, local("2026-10-13 13:00"))][1] == local(
        "2026-10-20 13:00"
    )


def test_slots_keep_inside_the_hours_of_an_exception():
    shut = bookable("daily 10:00-16:00") | {
        "exceptions": {"2026-10-14": "closed", "2026-10-15": "13:30-15:45"}
    }
    got = [each for each in starts(offices(torg=shut), "2026-10-14 00:00") if each[:3] in ("Wed", "Thu")]
    assert got == ["Thu 13:30", "Thu 14:30"]


def test_each_topic_of_a_rule_has_the_slot_once():
    twice = bookable("tue 13:00-14:00", topics=["home", "study"])
    twice["bookable"] *= 2
    got = slots_by_rule(offices(torg=twice), local("2026-10-13 08:00"))
    assert [(slot.topic, slot.start) for slot in got] == [
        (name, local("2026-10-13 13:00")) for name in ("home", "study")
    ]


def test_slots_keep_their_length_when_the_clock_changes():
    night = offices(torg=bookable("sat 23:00-05:00", horizon="1 d"))
    for day, count in (("2026-03-28", 5), ("2026-10-24", 7)):
        got = slots_by_rule(night, local(f"{day} 12:00"))
        assert len(got) == count
        assert all(slot.end - slot.start == timedelta(hours=1) for slot in got)
        assert all(one.end == two.start for one, two in pairwise(got))


@given(st.integers(5, 240), st.sampled_from(["2026-03-27 12:00", "2026-10-23 12:00", "2026-12-27 12:00"]))
def test_slots_of_a_rule_never_overlap_and_keep_to_its_hours(length, when):
    feed = offices(torg=bookable("daily 00:30-03:30", length=f"{length} min"))
    got = slots_by_rule(feed, local(when))
    assert all(one.end <= two.start for one, two in pairwise(got))
    clocks = [f"{each.astimezone(STOCKHOLM):%H:%M}" for slot in got for each in (slot.start, slot.end)]
    assert all("00:30" <= clock <= "03:30" for clock in clocks)
    assert bool(got) is (length <= 180 or (length <= 240 and "10-23" in when))
