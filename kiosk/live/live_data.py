"""Live data as published: `live.yaml`, with the data of each source and its time.

It contains plain text, numbers and times, but no pictures, links, layout or markup. It is JSON, and therefore
also valid YAML 1.2. `kiosk/live/plain_text.py` decides which text is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime
from typing import Annotated, Literal

from kiosk.feed.alert_rules import AlertKind, Certainty, Severity
from kiosk.feed.constraints import Strict, adapter, limits
from kiosk.feed.feed_size import MAX_PARTS
from kiosk.feed.live_slides import Sky
from kiosk.feed.problems import ContentError, Position, error
from kiosk.feed.serialization import read_as
from kiosk.feed.site_layout import LIVE, MAX_LIVE_BYTES
from kiosk.feed.written_times import Instant, instant_of
from kiosk.feed.written_values import Id, raise_expected
from kiosk.frozen import frozen
from kiosk.live.plain_text import PLAIN, line

MAX_SOURCES = 40
MAX_EVENTS = 100
MAX_SERVING = 12
MAX_ALERTS = 20
MAX_HOURS = 60
MAX_DEPARTURES = 40
MAX_NEWS = 60

Title = Annotated[str, line(140), PLAIN]
Place = Annotated[str, line(80), PLAIN]
Label = Annotated[str, line(40), PLAIN]
Words = Annotated[str, line(1000), PLAIN]
Number = Annotated[str, line(12), PLAIN]
Sentence = Annotated[str, line(200), PLAIN]
LanguageTag = Annotated[str, limits(max_length=12, pattern=r"^[A-Za-z0-9-]*$")]


@frozen(kw_only=True)
class Known(Strict):
    """The data of one source, and its time."""

    as_of: Instant


@frozen(kw_only=True)
class LiveEvent(Strict):
    """An event; an all-day one lasts from midnight to midnight in the feed's time zone."""

    title: Title
    start: datetime
    end: datetime
    all_day: bool = False
    place: Place = ""
    tags: Annotated[tuple[Label, ...], limits(max_length=10)] = ()

    def __post_init__(self) -> None:
        """Convert both times to UTC; refuse one without a zone, and an end before the start."""
        object.__setattr__(self, "start", instant_of(self.start))
        object.__setattr__(self, "end", instant_of(self.end))
        if self.end < self.start:
            raise_expected("an end that is not before the start", self.end.isoformat())


@frozen(kw_only=True)
class EventList(Known):
    """The coming events of one calendar, earliest first."""

    events: Annotated[tuple[LiveEvent, ...], limits(max_length=MAX_EVENTS)] = ()


@frozen(kw_only=True)
class Serving(Strict):
    """A number that is being served, and at which desk."""

    number: Number
    desk: Label = ""


@frozen(kw_only=True)
class QueueState(Known):
    """A queue: who is being served, how many are waiting, and for how many minutes; None if unknown."""

    serving: Annotated[tuple[Serving, ...], limits(max_length=MAX_SERVING)] = ()
    waiting: Annotated[int | None, limits(ge=0, le=9999)] = None
    wait_minutes: Annotated[int | None, limits(ge=0, le=1440)] = None


@frozen(kw_only=True)
class ForecastHour(Strict):
    """The weather at a time: degrees Celsius, and precipitation or sky."""

    time: Instant
    temperature: Annotated[float, limits(ge=-90, le=60)]
    sky: Sky


@frozen(kw_only=True)
class Forecast(Known):
    """The weather of the coming hours, and the credit that its licence requires."""

    credit: Label = ""
    hours: Annotated[tuple[ForecastHour, ...], limits(max_length=MAX_HOURS)] = ()


@frozen(kw_only=True)
class Departure(Strict):
    """The expected departure of a bus or train from a stop."""

    line: Number
    destination: Place
    time: Instant


@frozen(kw_only=True)
class DepartureList(Known):
    """The coming departures from a stop, soonest first."""

    departures: Annotated[tuple[Departure, ...], limits(max_length=MAX_DEPARTURES)] = ()


@frozen(kw_only=True)
class NewsItem(Strict):
    """A piece of news: its title, a line about it, and the language of both according to its source."""

    title: Title
    line: Sentence = ""
    language: LanguageTag = ""
    time: Instant | None = None


@frozen(kw_only=True)
class NewsList(Known):
    """The news of one source, latest first."""

    items: Annotated[tuple[NewsItem, ...], limits(max_length=MAX_NEWS)] = ()


@frozen(kw_only=True)
class Alert(Strict):
    """A public warning that concerns some offices, in the sender's own words, with its start and end."""

    identifier: Title
    sender: Title
    kind: AlertKind = "other"
    severity: Severity | None = None
    certainty: Certainty | None = None
    exercise: bool = False
    start: Instant
    end: Instant
    headline: Title
    words: Words = ""
    offices: Annotated[tuple[Id, ...], limits(max_length=MAX_PARTS["offices"])] = ()


@frozen(kw_only=True)
class AlertList(Known):
    """The alerts of one source that are or will be in force."""

    alerts: Annotated[tuple[Alert, ...], limits(max_length=MAX_ALERTS)] = ()
    incomplete: bool = False
    """Whether a part of the source could not be read, so that there may be more alerts."""


@frozen(kw_only=True)
class LiveData(Strict):
    """The data of all sources, by group and by the id of the source."""

    generated_at: Instant
    events: Annotated[Mapping[Id, EventList], limits(max_length=MAX_SOURCES)] = field(default_factory=dict)
    queues: Annotated[Mapping[Id, QueueState], limits(max_length=MAX_SOURCES)] = field(default_factory=dict)
    weather: Annotated[Mapping[Id, Forecast], limits(max_length=MAX_SOURCES)] = field(default_factory=dict)
    departures: Annotated[Mapping[Id, DepartureList], limits(max_length=MAX_SOURCES)] = field(
        default_factory=dict
    )
    news: Annotated[Mapping[Id, NewsList], limits(max_length=MAX_SOURCES)] = field(default_factory=dict)
    alerts: Annotated[Mapping[Id, AlertList], limits(max_length=MAX_SOURCES)] = field(default_factory=dict)

    def known(self) -> Iterator[tuple[str, str, Known]]:
        """Yield the group, the id and the data of each source."""
        for group in GROUPS:
            for name, data in getattr(self, group).items():
                yield group, name, data


Group = Literal["events", "queues", "weather", "departures", "news", "alerts"]
GROUPS: Mapping[Group, type[Known]] = {
    "events": EventList,
    "queues": QueueState,
    "weather": Forecast,
    "departures": DepartureList,
    "news": NewsList,
    "alerts": AlertList,
}
"""The class for the data of the sources of each group."""


def read_live(data: bytes) -> LiveData:
    """Return the data in a published `live.yaml`; raises `ContentError`."""
    if len(data) > MAX_LIVE_BYTES:
        raise ContentError([error(Position(LIVE), f"larger than {MAX_LIVE_BYTES} bytes")])
    return read_as(LiveData, data, LIVE)


def write_live(live: LiveData) -> bytes:
    """Return the bytes of `live.yaml`; equal data give equal bytes."""
    return adapter(LiveData).dump_json(live, exclude_defaults=True) + b"\n"
