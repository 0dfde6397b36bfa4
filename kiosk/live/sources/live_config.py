"""The local file with the addresses and credentials of the sources of live data.

It never leaves its machine. A file that other users can read is refused.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator

from kiosk import __version__
from kiosk.booking.sources.source_http import SourceResponse, checked_url
from kiosk.booking.sources.source_memory import identity
from kiosk.booking.sources.source_settings import SourceSettings, load_settings
from kiosk.feed.wall_time import local_day
from kiosk.feed.written_sizes import GeoPosition
from kiosk.feed.written_values import Id, raise_expected
from kiosk.live.live_data import MAX_SOURCES, Group
from kiosk.live.sources.alert_sources import AlertsSource, SmhiWarningsSource
from kiosk.live.sources.live_source import Fetching, LiveSource
from kiosk.live.sources.timetable_store import TimetableStore


class EventsSource(LiveSource):
    """A calendar of events as iCalendar (RFC 5545)."""

    group: ClassVar[Group] = "events"
    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.event_calendar", "read_events")
    accept: ClassVar[str] = "text/calendar"

    kind: Literal["events"]
    days: Annotated[int, Field(ge=1, le=60)] = 30
    """How many days ahead to read."""

    def question(self, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
        """See `LiveSource.question`."""
        return super().question(now, zone) | {"days": self.days}


class NewsSource(LiveSource):
    """News as RSS or Atom; needs the extra `live`."""

    group: ClassVar[Group] = "news"
    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.news_feed", "read_news")
    accept: ClassVar[str] = (
        "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
    )
    rest_s: ClassVar[float] = 120.0

    kind: Literal["news"]
    days: Annotated[int, Field(ge=1, le=365)] = 30
    """The maximum age of news, in days."""

    language: Annotated[str, Field(max_length=12, pattern=r"^[A-Za-z0-9-]+$")] | None = None
    """The language of all items, for a feed that names none or the wrong one."""

    def question(self, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
        """See `LiveSource.question`."""
        return super().question(now, zone) | {"days": self.days, "language": self.language}


class QueueSource(LiveSource):
    """The state of a queue as JSON in the form of `docs/live.md`."""

    group: ClassVar[Group] = "queues"
    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.queue_json", "read_queue")
    ages: ClassVar[bool] = True
    accept: ClassVar[str] = "application/json"

    kind: Literal["queue"]


class _Forecast(LiveSource):
    group: ClassVar[Group] = "weather"
    accept: ClassVar[str] = "application/json"
    rest_s: ClassVar[float] = 600.0
    until_expiry: ClassVar[bool] = True
    template: ClassVar[str]

    position: GeoPosition

    @model_validator(mode="before")
    @classmethod
    def _at(cls, values: Any) -> Any:  # noqa: ANN401  # whatever the file says
        if not isinstance(values, dict) or "url" in values or "file" in values:
            return values
        try:
            north, east = (f"{float(text):.4f}" for text in str(values.get("position", "")).split(","))
        except ValueError:
            return values
        return values | {"url": cls.template.format(north=north, east=east)}


class SmhiSource(_Forecast):
    """SMHI's forecast for a position (snow1g, version 1)."""

    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.weather_json", "read_smhi")
    template: ClassVar[str] = (
        "https://opendata-download-metfcst.smhi.se/api/category/snow1g/version/1/geotype/point"
        "/lon/{east}/lat/{north}/data.json"
    )

    kind: Literal["smhi"]


class MetSource(_Forecast):
    """MET Norway's Locationforecast 2.0 for a position; its terms require a contact address."""

    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.weather_json", "read_met")
    template: ClassVar[str] = (
        "https://api.met.no/weatherapi/locationforecast/2.0/compact?lat={north}&lon={east}"
    )

    kind: Literal["met"]
    contact: Annotated[str, Field(min_length=5, max_length=200, pattern=r"^[!-~]+$")]
    """Your web or e-mail address, which is sent in the `User-Agent` header."""

    @property
    def headers(self) -> dict[str, str]:
        """See `LiveSource.headers`."""
        return {"User-Agent": f"infodisk/{__version__} {self.contact}"}


class SlSource(LiveSource):
    """Departures from a stop of SL, by Trafiklab's SL Transport API (v1)."""

    group: ClassVar[Group] = "departures"
    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.sl_departures", "read_departures")
    accept: ClassVar[str] = "application/json"
    ages: ClassVar[bool] = True

    kind: Literal["sl"]
    site: Annotated[int, Field(ge=1, le=99_999_999)]

    @model_validator(mode="before")
    @classmethod
    def _of(cls, values: Any) -> Any:  # noqa: ANN401  # whatever the file says
        if not isinstance(values, dict) or "url" in values or "file" in values:
            return values
        return values | {
            "url": f"https://transport.integration.sl.se/v1/sites/{values.get('site')}/departures"
        }


def _timetable(text: str) -> str:
    if "://" not in text:
        return text
    try:
        return checked_url(text)
    except ValueError:
        raise_expected("a path on this machine, or an address that starts with https://", text)


class GtfsSource(LiveSource):
    """Departures by GTFS Realtime 2.0 (trip updates) and its timetable; needs the extra `live`."""

    group: ClassVar[Group] = "departures"
    reader: ClassVar[tuple[str, str]] = ("kiosk.live.sources.gtfs_realtime", "read_trip_updates")
    accept: ClassVar[str] = "application/x-protobuf, application/octet-stream;q=0.9, */*;q=0.1"
    ages: ClassVar[bool] = True

    kind: Literal["gtfs"]
    timetable: Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_timetable)]
    """The zip of the static GTFS: its path on this machine, or its address."""

    stop: Annotated[str, Field(min_length=1, max_length=60)]
    """The `stop_id` of a platform, or of a station with all of its platforms."""

    def fetch(self, fetching: Fetching) -> SourceResponse:
        """See `LiveSource.fetch`; the timetable of the day is prepended to the answer."""
        fetched = super().fetch(fetching)
        store = TimetableStore(fetching.folder, identity(self), fetching.now)
        day = local_day(fetching.now, fetching.zone)
        return replace(
            fetched,
            body=store.departures(self.timetable, self.stop, day, fetching.web) + b"\n" + fetched.body,
        )


AnyLiveSource = Annotated[
    EventsSource
    | NewsSource
    | QueueSource
    | AlertsSource
    | SmhiWarningsSource
    | SmhiSource
    | MetSource
    | SlSource
    | GtfsSource,
    Field(discriminator="kind"),
]


class LiveSourcesFile(SourceSettings):
    """The sources, and how to reach them."""

    sources: dict[Id, AnyLiveSource] = Field(default_factory=dict, max_length=MAX_SOURCES)


def load_live_sources(path: Path) -> LiveSourcesFile:
    """Return the settings in the file; raises `ContentError`, or `OSError` if there is no such file."""
    return load_settings(path, LiveSourcesFile)[0]
