"""Which live data may be shown, and for how long. Pure."""

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
    """Return the data of a source if it may be shown at `now`; None without a trusted time."""
    data = known.get(source)
    return data if data and now and is_fresh(data.as_of, valid_for_s, now) else None


def weather_at(forecast: Forecast, at: datetime) -> ForecastHour | None:
    """Return the hour of a forecast nearest to a time; None if it is more than 3 hours away."""
    nearest = min(forecast.hours, key=lambda hour: abs(hour.time - utc(at)), default=None)
    return nearest if nearest and abs(nearest.time - utc(at)) <= timedelta(hours=3) else None


def valid_for(feed: Feed) -> Mapping[str, float]:
    """Return the maximum age in seconds at which data of each source that a feed names may be shown."""
    seconds: dict[str, float] = {}
    for slide in feed.slides.values():
        if isinstance(slide, LiveSlide):
            for source in sources_of(slide):
                seconds[source] = max(seconds.get(source, 0.0), slide.valid_for)
    return seconds | {name: rule.valid_for for name, rule in feed.alerts.items()}


def source_ages(feed: Feed, live: LiveData | None) -> Mapping[str, datetime | None]:
    """Return the time of the data of each source that a feed names; None if there is no data."""
    known = {name: data.as_of for _, name, data in live.known()} if live else {}
    return {name: known.get(name) for name in sorted(valid_for(feed))}


def stale_sources(feed: Feed, live: LiveData | None, age_at: Now) -> tuple[str, ...]:
    """Return the sources named in a feed that may not be shown; without a trusted time, all of them."""
    valid = valid_for(feed)
    return tuple(
        name
        for name, as_of in source_ages(feed, live).items()
        if as_of is None or age_at is None or not is_fresh(as_of, valid[name], age_at)
    )


def age_line(name: str, as_of: datetime | None) -> str:
    """Return a line that tells a technician how old a source is."""
    return f"{name}: as of {as_of:%Y-%m-%d %H:%M:%S} UTC" if as_of else f"{name}: not known"
