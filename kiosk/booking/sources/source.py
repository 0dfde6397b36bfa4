"""The interface of all sources: a kind, a bounded way to read it, and its offices and topics."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Protocol, Self, TypeVar
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from kiosk.booking.slot_offer import OfficeTopic
from kiosk.booking.slots import Slot
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.booking.sources.source_http import FEW, CallLimit, SourceClient, checked_url
from kiosk.booking.sources.source_memory import Described, StoredReading
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.wall_time import Span, local_day
from kiosk.feed.web_addresses import secure_address
from kiosk.feed.written_times import Duration
from kiosk.feed.written_values import Id, raise_expected
from kiosk.frozen import frozen

T = TypeVar("T")


def source_address(text: str) -> str:
    """Return an address if it may be called, otherwise report what is expected instead."""
    try:
        return checked_url(text)
    except ValueError:
        what = "an address that starts with https://, with no name and password in it"
        raise_expected(what, text, secure_address(text))


Url = Annotated[str, AfterValidator(lambda text: source_address(text).rstrip("/"))]
"""Without a trailing slash."""

Epoch = Annotated[int, Field(strict=True, ge=0, le=4_102_444_800)]
"""Seconds since 1970, up to the year 2100."""


@frozen
class SourceQuery:
    """A query to a source at `now`: the times within `window`, in the office's `zone`."""

    web: SourceClient
    zone: ZoneInfo
    window: Span
    now: datetime
    last_reading: StoredReading

    def days(self, count: int) -> tuple[date, ...]:
        """Return today and the days after it, `count` in all."""
        today = local_day(self.now, self.zone)
        return tuple(today + timedelta(days=step) for step in range(count))


class Source(Described, Protocol):
    """A calendar, whose busy time is subtracted from the rules, or a booking system with free slots."""

    @property
    def url(self) -> str | None:
        """Its address, or None for a file on this machine."""

    @property
    def places(self) -> tuple[OfficeTopic, ...]:
        """The offices and topics whose free slots it knows; none for a calendar."""

    @property
    def calls(self) -> int:
        """How many calls one reading takes."""

    @property
    def limit(self) -> CallLimit | None:
        """The limit on calls to its server, if known."""

    def read(self, query: SourceQuery) -> StoredReading:
        """Return its data; raises `SourceError`."""


class BookingSystem(StrictModel):
    """The base of booking systems: the office they are for, and the length of a slot."""

    url: Url
    office: Id
    topics: dict[Id, str] = Field(min_length=1)
    """The service of each topic, by its id in that system."""

    length: Duration = 1800.0
    days: int = Field(default=14, ge=1, le=60)
    """How many days ahead to query; some systems take one call per day and topic."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Refuse queries that the server would never answer in full."""
        if self.calls > self.limit.calls:
            limit = f"at most {self.limit.calls} calls per reading: set fewer days, or split up the topics"
            raise_expected(limit, f"{self.calls} for {len(self.topics)} topics and {self.days} days")
        return self

    @property
    def calls(self) -> int:
        """How many calls one reading takes: one per topic, unless overridden."""
        return len(self.topics)

    @property
    def limit(self) -> CallLimit:
        """The limit on calls to its server: low, unless overridden."""
        return FEW

    @property
    def places(self) -> tuple[OfficeTopic, ...]:
        """The offices and topics whose free slots it knows."""
        return tuple((self.office, topic) for topic in self.topics)

    def slot(self, topic: str, start: datetime) -> Slot:
        """Return the slot that begins at `start`, an aware time; raises `BadAnswer` if it is out of range."""
        try:
            return self.slot_until(topic, start, start.astimezone(UTC) + self.lasting)
        except OverflowError as bad:
            raise BadAnswer(f"a time that cannot be: {start.isoformat()}") from bad

    def slot_until(self, topic: str, start: datetime, end: datetime) -> Slot:
        """Return the slot between two aware times; raises `BadAnswer` if they are not valid."""
        try:
            return Slot(office=self.office, topic=topic, start=start, end=end)
        except ValueError as bad:
            raise BadAnswer(f"a time that cannot be: {start.isoformat()} to {end.isoformat()}") from bad

    @property
    def lasting(self) -> timedelta:
        """The length of a slot."""
        return timedelta(seconds=self.length)


class Loose(BaseModel):
    """A part of another system's answer; undeclared fields are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)


def on_day(slot: Slot, day: date, query: SourceQuery) -> Slot:
    """Return the slot if it begins on the requested day; raises `BadAnswer` if it does not."""
    if local_day(slot.start, query.zone) != day:
        raise BadAnswer(f"a time on {local_day(slot.start, query.zone)}, asked for {day}")
    return slot


def parsed(shape: type[T] | Any, body: bytes, what: str) -> T:  # noqa: ANN401  # pydantic takes any type
    """Parse a JSON `body` as `shape`; raises `BadAnswer` saying that it is not `what`."""
    try:
        value: T = TypeAdapter(shape).validate_json(body)
    except ValidationError as bad:
        first = bad.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise BadAnswer(f"not {what}: {place or 'the whole'}: {first['msg']}") from bad
    return value
