"""Cal.com, through version 2 of its API."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from pydantic import AwareDatetime

from kiosk.booking.slots import Slot
from kiosk.booking.sources.source import BookingSystem, Loose, SourceQuery, Url, parsed
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.wall_time import local_day

_VERSION = {"cal-api-version": "2024-09-04"}


class _CalcomTime(Loose):
    start: AwareDatetime
    seatsRemaining: int | None = None  # noqa: N815  # the API's name


class _Days(Loose):
    status: Literal["success"]
    data: dict[date, tuple[_CalcomTime, ...]]


class CalCom(BookingSystem):
    """Event types of Cal.com, one per topic."""

    kind: Literal["calcom"]
    url: Url = "https://api.cal.com"

    def read(self, query: SourceQuery) -> StoredReading:
        """Query the free times of each topic."""
        slots = tuple(slot for topic, event in self.topics.items() for slot in self._of(query, topic, event))
        return StoredReading(free=slots)

    def _of(self, query: SourceQuery, topic: str, event: str) -> Iterator[Slot]:
        days = query.days(self.days)
        end = days[-1] + timedelta(days=1)
        what = {"eventTypeId": event, "start": str(days[0]), "end": str(end), "timeZone": query.zone.key}
        answer = query.web.request(f"{self.url}/v2/slots", params=what, headers=_VERSION)
        listed: _Days = parsed(_Days, answer.body, "slots of Cal.com")
        for time in (time for times in listed.data.values() for time in times):
            slot = self.slot(topic, time.start)
            day = local_day(slot.start, query.zone)
            if not days[0] <= day <= end:
                raise BadAnswer(f"slots of Cal.com on {day}, asked for {days[0]} to {end}")
            if time.seatsRemaining is None or time.seatsRemaining > 0:
                yield slot
