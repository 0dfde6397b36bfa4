"""Regular drop-in times, which need no booking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from kiosk.booking.weekly_hours import spans_on
from kiosk.feed.models import DropIn, Feed
from kiosk.feed.wall_time import Now, Span, days_from, local_day, utc
from kiosk.frozen import frozen


@frozen
class DropInTime:
    """A time at which `topic` needs no booking at `office`; `start` and `end` in UTC."""

    office: str
    topic: str
    start: datetime
    end: datetime


def drop_ins(feed: Feed, topic: str, now: Now, days: int = 14) -> tuple[DropInTime, ...]:
    """Return the drop-in times for `topic` that are on or start within `days`, earliest first.

    Without a trusted time there are none.
    """
    if now is None:
        return ()
    now = utc(now)
    times = {
        DropInTime(office, topic, *span)
        for office in feed.offices
        for drop_in in feed.offices[office].drop_in
        if drop_in.topic == topic
        for span in _spans(feed, office, drop_in, now, days)
    }
    return tuple(sorted(times, key=lambda time: (time.start, time.end, time.office)))


def _spans(feed: Feed, office: str, drop_in: DropIn, now: datetime, days: int) -> Iterator[Span]:
    last = now + timedelta(days=days)
    for day in days_from(local_day(now, feed.zone) - timedelta(days=1), days + 3):
        for span in spans_on(feed.offices[office], drop_in.when, day, feed.zone):
            if span.end > now and span.start < last:
                yield span
