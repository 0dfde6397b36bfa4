"""The times that the offices' rules offer, before busy time is subtracted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kiosk.booking.slots import Slot
from kiosk.booking.weekly_hours import spans_on
from kiosk.feed.models import Bookable, Feed
from kiosk.feed.wall_time import Span, days_from, local_day, utc

MAX_HORIZON = timedelta(days=366)


def slots_by_rule(feed: Feed, now: datetime) -> tuple[Slot, ...]:
    """Return the slots that the rules alone offer at `now`, earliest first."""
    now = utc(now)
    slots = {
        Slot(office=office, topic=topic, start=start, end=end)
        for office in feed.offices
        for rule in feed.offices[office].bookable
        for start, end in offered(feed, office, rule, now)
        for topic in rule.topics
    }
    return tuple(sorted(slots, key=lambda slot: (slot.start, slot.end, slot.office, slot.topic)))


def offered(feed: Feed, office: str, rule: Bookable, now: datetime) -> Iterator[Span]:
    """Yield the times that one rule of an office offers at `now`, in UTC, earliest first."""
    first, last = now + timedelta(seconds=rule.notice), now + horizon(rule)
    begin = local_day(first, feed.zone) - timedelta(days=1)
    for day in days_from(begin, (last - first).days + 4):
        for span in spans_on(feed.offices[office], rule.when, day, feed.zone):
            yield from (slot for slot in _cut(span, rule.length) if first <= slot.start <= last)


def horizon(rule: Bookable) -> timedelta:
    """Return how far ahead the rule offers times, at most a year."""
    return min(timedelta(seconds=rule.horizon), MAX_HORIZON)


def _cut(span: Span, length_s: float) -> Iterator[Span]:
    """Yield consecutive spans of `length_s` seconds; a shorter remainder is dropped."""
    length = timedelta(seconds=length_s)
    start = span.start
    while start + length <= span.end:
        yield Span(start, start + length)
        start += length
