"""The kinds of slides that show live data, and those that follow the clock.

A slide lists its sources by their ids on the machine that runs `kiosk live`, and says how long their answers
are valid. It is skipped when they are older, or when there is nothing to show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Annotated, Literal

from kiosk.feed.conditions import Sky
from kiosk.feed.constraints import Strict, limits
from kiosk.feed.localized_text import Text
from kiosk.feed.slide_base import IllustratedBase, SlideBase
from kiosk.feed.web_addresses import LinkTemplate, MediaPath
from kiosk.feed.written_times import Day, Duration, TimeRange
from kiosk.feed.written_values import Id, Line
from kiosk.frozen import frozen

if TYPE_CHECKING:
    from kiosk.feed.models import Feed

__all__ = ["Sky"]  # re-exported


@frozen(kw_only=True)
class EventFilter(Strict):
    """Which events to show: by tag, place, and words in their title, ignoring case."""

    tag: Line | None = None
    at: Line | None = None
    words: Line | None = None


@frozen(kw_only=True)
class EventsSlide(SlideBase):
    """Events from today on, from one or more calendars."""

    kind: Literal["events"]
    title: Text
    sources: Annotated[tuple[Id, ...], limits(min_length=1, max_length=10)]
    days: Annotated[int, limits(ge=1, le=60)] = 7
    """How many days ahead, today included."""

    only: EventFilter = EventFilter()
    pictures: Mapping[Line, MediaPath] = field(default_factory=dict)
    """Pictures by words in the title of an event; the picture of the next event is shown beside the list."""

    link: LinkTemplate | None = None
    """A page with more to read, as a QR code."""

    valid_for: Duration = 86400.0  # seconds
    dwell: Duration = 20.0  # seconds


@frozen(kw_only=True)
class NewsSlide(SlideBase):
    """The latest news of one or more sources, in the reader's language where a source has news in it."""

    kind: Literal["news"]
    title: Text
    sources: Annotated[tuple[Id, ...], limits(min_length=1, max_length=10)]
    link: LinkTemplate | None = None
    """A page with more to read, as a QR code."""

    valid_for: Duration = 21600.0  # seconds
    dwell: Duration = 25.0  # seconds


@frozen(kw_only=True)
class ClockSlide(SlideBase):
    """The time and the date; skipped while the time is not trusted."""

    kind: Literal["clock"]


@frozen(kw_only=True)
class CountdownSlide(SlideBase):
    """The number of days left until a day; skipped once it is past, and while the time is not trusted."""

    kind: Literal["countdown"]
    title: Text
    to: Day


@frozen(kw_only=True)
class EventSlide(IllustratedBase):
    """An event: its date as a calendar leaf, its hours, title and place.

    Skipped once it is over, and while the time is not trusted.
    """

    kind: Literal["event"]
    title: Text
    day: Day
    hours: TimeRange | None = None
    place: Text | None = None


@frozen(kw_only=True)
class QueueSlide(SlideBase):
    """The queue numbers now being served, and the waiting time."""

    kind: Literal["queue"]
    title: Text
    source: Id
    valid_for: Duration = 120.0  # seconds


@frozen(kw_only=True)
class WeatherSlide(SlideBase):
    """The weather now and in the coming hours, with the name of the forecaster."""

    kind: Literal["weather"]
    title: Text
    source: Id
    valid_for: Duration = 10800.0  # seconds


@frozen(kw_only=True)
class DeparturesSlide(SlideBase):
    """The next departures from a stop; the minutes count down between updates."""

    kind: Literal["departures"]
    title: Text
    source: Id
    lines: tuple[Line, ...] = ()
    """The lines to show; all of them if empty."""

    valid_for: Duration = 120.0  # seconds
    dwell: Duration = 15.0  # seconds


LiveSlide = EventsSlide | NewsSlide | QueueSlide | WeatherSlide | DeparturesSlide
"""The slides that show data from a source."""


def live_sources(feed: Feed) -> frozenset[str]:
    """Return the ids of all sources that a feed uses."""
    shown = (name for slide in feed.slides.values() for name in sources_of(slide))
    return frozenset((*shown, *feed.alerts))


def sources_of(slide: SlideBase) -> tuple[str, ...]:
    """Return the ids of the sources that a slide uses."""
    if isinstance(slide, EventsSlide | NewsSlide):
        return slide.sources
    return (slide.source,) if isinstance(slide, QueueSlide | WeatherSlide | DeparturesSlide) else ()
