"""The moment at which a feed is drawn, and the free times and live data that are known then."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from kiosk.booking.bookable_rules import slots_by_rule
from kiosk.booking.slots import SlotList
from kiosk.drawn_checks.live_samples import live_sample
from kiosk.feed.models import Feed
from kiosk.feed.wall_time import Now
from kiosk.frozen import frozen
from kiosk.live.live_data import LiveData

SAMPLE_DAY = date(2026, 11, 24)
"""An ordinary Tuesday, which is drawn if no time is given."""


@frozen
class State:
    """A moment (None: the time is unknown), and the free times and live data that are known then."""

    now: Now
    slots: SlotList | None
    live: LiveData | None = None


def sample(feed: Feed) -> State:
    """Return the default moment of a preview: noon of the sample day, with free times by the rules."""
    return by_rule(feed, sample_noon(feed.zone))


def sample_noon(zone: ZoneInfo) -> datetime:
    """Return noon of the sample day."""
    return datetime.combine(SAMPLE_DAY, time(12), zone)


def by_rule(feed: Feed, now: datetime) -> State:
    """Return `now` with an up-to-date list of the free times by the rules, and sample live data."""
    slots = SlotList(generated_at=now, slots=slots_by_rule(feed, now))
    return State(now, slots, live_sample(feed, now))
