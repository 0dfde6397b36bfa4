"""Easy!Appointments, through its API. The API key gives access to all customers; no kiosk ever has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr

from kiosk.booking.slots import Slot
from kiosk.booking.sources.ical.time_zones import iana_zone
from kiosk.booking.sources.source import BookingSystem, SourceQuery, parsed
from kiosk.booking.sources.source_http import CallLimit
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.written_values import raise_expected

LIMIT = CallLimit(90, 120.0)
"""The server allows 100 calls per address in 120 s, then answers 429 without Retry-After; we use 90 %."""

_Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


def _zone(name: str) -> str:
    return name if iana_zone(name) else raise_expected("a time zone such as 'Europe/Stockholm'", name)


class EasyAppointments(BookingSystem):
    """One provider in Easy!Appointments; `timezone` is the provider's, by default the feed's."""

    kind: Literal["easyappointments"]
    provider: str
    token: SecretStr
    timezone: Annotated[str, AfterValidator(_zone)] | None = None

    @property
    def calls(self) -> int:
        """One per topic and day."""
        return len(self.topics) * self.days

    @property
    def limit(self) -> CallLimit:
        """The server's own limit minus 10 %."""
        return LIMIT

    def read(self, query: SourceQuery) -> StoredReading:
        """Query each topic and day, since the API only takes one day per query."""
        zone = ZoneInfo(self.timezone) if self.timezone else query.zone
        slots = tuple(
            slot
            for topic, service in self.topics.items()
            for day in query.days(self.days)
            for slot in self._on(query, day, topic, service, zone)
        )
        return StoredReading(free=slots)

    def _on(self, query: SourceQuery, day: date, topic: str, service: str, zone: ZoneInfo) -> Iterator[Slot]:
        answer = query.web.request(
            f"{self.url}/index.php/api/v1/availabilities",
            params={"providerId": self.provider, "serviceId": service, "date": str(day)},
            headers={"Authorization": f"Bearer {self.token.get_secret_value()}"},
        )
        clocks: tuple[str, ...] = parsed(tuple[_Clock, ...], answer.body, "times of Easy!Appointments")
        for clock in clocks:
            start = datetime.combine(day, time.fromisoformat(clock), zone)
            if _is_one_instant(start):
                yield self.slot(topic, start)


def _is_one_instant(local: datetime) -> bool:
    """Return whether a local time is unambiguous: when the clocks change, it may be skipped or repeated."""
    return local.utcoffset() == local.replace(fold=1).utcoffset()
