"""Which events a slide shows: from several calendars, filtered, without duplicates, earliest first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.feed.live_slides import EventsSlide
from kiosk.feed.wall_time import Now, instant, local_day, utc
from kiosk.live.freshness import fresh

if TYPE_CHECKING:
    from kiosk.live.live_data import EventList, LiveEvent


def upcoming(
    slide: EventsSlide, known: Mapping[str, EventList], age_at: Now, now: Now, zone: ZoneInfo
) -> tuple[LiveEvent, ...]:
    """Return the events that are not over at `now`; the age of the sources is judged at `age_at`."""
    if now is None:
        return ()
    end = instant(local_day(now, zone) + timedelta(days=slide.days), 0, zone)
    lists = (fresh(known, source, slide.valid_for, age_at) for source in slide.sources)
    events = {
        (event.title.casefold(), event.start, event.place.casefold()): event
        for listed in lists
        if listed
        for event in listed.events
        if _is_to_come(event, now) and event.start < end and _is_wanted(event, slide)
    }
    return tuple(
        sorted(events.values(), key=lambda event: (event.start, not event.all_day, event.end, event.title))
    )


def updated(slide: EventsSlide, known: Mapping[str, EventList], age_at: Now) -> datetime | None:
    """Return the time of the oldest of the shown calendars; None if none is shown."""
    lists = (fresh(known, source, slide.valid_for, age_at) for source in slide.sources)
    return min((listed.as_of for listed in lists if listed), default=None)


def _is_to_come(event: LiveEvent, now: datetime) -> bool:
    return event.end > utc(now) or event.start == event.end >= utc(now)


def _is_wanted(event: LiveEvent, slide: EventsSlide) -> bool:
    only = slide.only
    return (
        (only.tag is None or only.tag.casefold() in {tag.casefold() for tag in event.tags})
        and (only.at is None or only.at.casefold() in event.place.casefold())
        and (only.words is None or only.words.casefold() in event.title.casefold())
    )


def event_picture(slide: EventsSlide, event: LiveEvent) -> str:
    """Return the path of the picture that the feed has for an event, or an empty string."""
    title = event.title.casefold()
    return next((path for words, path in slide.pictures.items() if words.casefold() in title), "")
