"""A moment as it is drawn: what the clock shows, and what is known of the free times."""

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
"""An ordinary Tuesday: what is drawn where no time is given."""


@frozen
class State:
    """A moment, None while the time is not known, and what is known of the free times and live data then."""

    now: Now
    slots: SlotList | None
    live: LiveData | None = None


def sample(feed: Feed) -> State:
    """Return the moment that a preview shows: noon of the sample day, with the times that the rules offer."""
    return by_rule(feed, sample_noon(feed.zone))


def sample_noon(zone: ZoneInfo) -> datetime:
    """Return noon of the sample day."""
    return datetime.combine(SAMPLE_DAY, time(12), zone)


def by_rule(feed: Feed, now: datetime) -> State:
    """Return `now` with a fresh list of the times that the rules offer, and made-up live data."""
    slots = SlotList(generated_at=now, slots=slots_by_rule(feed, now))
    return State(now, slots, live_sample(feed, now))
