from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.booking.busy_subtraction import free
from kiosk.booking.slot_offer import SourceReading, SourceState, slot_offer
from kiosk.feed.wall_time import Span
from tests import feeds

NOON = datetime(2026, 10, 13, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def span(start, end):
    return Span(NOON + start * MINUTE, NOON + end * MINUTE)


def test_what_only_touches_stays():
    assert list(free([span(0, 30), span(30, 60), span(60, 90)], [span(30, 60)])) == [
        span(0, 30),
        span(60, 90),
    ]


def test_buffer_keeps_away_from_both_ends():
    offered = [span(start, start + 30) for start in (-31, -30, 60, 61)]
    assert list(free(offered, [span(1, 60)], buffer_s=60)) == [span(-31, -1), span(-30, 0), span(61, 91)]


def test_busy_without_length_takes_nothing():
    assert list(free([span(0, 30)], [span(10, 10), span(20, 15)])) == [span(0, 30)]


def test_long_busy_time_before_short_ones_is_not_forgotten():
    assert list(free([span(60, 90)], [span(0, 600), span(10, 20), span(30, 40)])) == []


ZONES = ["Europe/Stockholm", "UTC", "America/St_Johns", "Australia/Lord_Howe", "Asia/Beirut", "Pacific/Apia"]
CHANGES = ["2026-03-28", "2026-10-24", "2026-04-04", "2026-12-31"]


@given(
    st.sampled_from(ZONES),
    st.sampled_from(CHANGES),
    st.lists(st.tuples(st.integers(-60, 4000), st.integers(-10, 300)), max_size=6),
    st.sampled_from([0, 1, 15]),
    st.sampled_from([10, 25, 60]),
)
def test_no_slot_ever_overlaps_busy_time(zone, day, busy, buffer, length):
    """Reckoned again by minutes: what is busy, with its buffer, is marked, and no slot has any of it."""
    now = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    rule = {"topics": ["home"], "when": ["daily 22:00-05:00"], "length": f"{length} min", "notice": "1 min"}
    rule |= {"horizon": "3 d", "calendars": ["anna"]} | ({"buffer": f"{buffer} min"} if buffer else {})
    feed = feeds.feed(offices={"torg": feeds.office(bookable=[rule])}, timezone=zone)
    spans = tuple(Span(now + start * MINUTE, now + (start + size) * MINUTE) for start, size in busy)
    got = slot_offer(feed, {"anna": SourceState(SourceReading(busy=spans), now)}, now).listed.slots
    marked = {
        minute for start, size in busy if size > 0 for minute in range(start - buffer, start + size + buffer)
    }

    def minutes(slot):
        return range((slot.start - now) // MINUTE, (slot.end - now) // MINUTE)

    assert not any(marked.intersection(minutes(slot)) for slot in got)
    offered = slot_offer(feed, {"anna": SourceState(SourceReading(), now)}, now).listed.slots
    assert [slot for slot in offered if not marked.intersection(minutes(slot))] == list(got)
