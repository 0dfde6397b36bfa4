"""Which live data may be shown, and how long each source counts. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from kiosk.booking.slots import is_fresh
from kiosk.feed.live_slides import LiveSlide, sources_of
from kiosk.feed.models import Feed
from kiosk.feed.wall_time import Now, utc

if TYPE_CHECKING:
    from kiosk.live.live_data import Forecast, ForecastHour, Known, LiveData

K = TypeVar("K", bound="Known")


def fresh(known: Mapping[str, K], source: str, valid_for_s: float, now: Now) -> K | None:
    """Return what a source said if it may be shown at `now`; None while the time is not trusted."""
    found = known.get(source)
    return found if found and now and is_fresh(found.as_of, valid_for_s, now) else None


def weather_at(forecast: Forecast, at: datetime) -> ForecastHour | None:
    """Return what a forecast says for the hours around a time; None if that is more than 3 hours away."""
    nearest = min(forecast.hours, key=lambda each: abs(each.time - utc(at)), default=None)
    return nearest if nearest and abs(nearest.time - utc(at)) <= timedelta(hours=3) else None


def valid_for(feed: Feed) -> Mapping[str, float]:
    """Return for how many seconds each source that the slides of a feed name is shown at most."""
    found: dict[str, float] = {}
    for slide in feed.slides.values():
        if isinstance(slide, LiveSlide):
            for source in sources_of(slide):
                found[source] = max(found.get(source, 0.0), slide.valid_for)
    return found | {name: rule.valid_for for name, rule in feed.alerts.items()}


def source_ages(feed: Feed, live: LiveData | None) -> Mapping[str, datetime | None]:
    """Return as of when each source is known that a feed names; None if it is not known at all."""
    known = {name: each.as_of for _, name, each in live.known()} if live else {}
    return {name: known.get(name) for name in sorted(valid_for(feed))}


def stale_sources(feed: Feed, live: LiveData | None, age_at: Now) -> tuple[str, ...]:
    """Return the sources that a feed names and that may not be shown; all of them without a trusted time."""
    valid = valid_for(feed)
    return tuple(
        name
        for name, as_of in source_ages(feed, live).items()
        if as_of is None or age_at is None or not is_fresh(as_of, valid[name], age_at)
    )


def age_words(name: str, as_of: datetime | None) -> str:
    """Return how old a source is, for those who keep the screens."""
    return f"{name}: as of {as_of:%Y-%m-%d %H:%M:%S} UTC" if as_of else f"{name}: not known"
