"""Cal.com, by version 2 of its API."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from pydantic import AwareDatetime

from kiosk.booking.slots import Slot
from kiosk.booking.sources.memory import Remembered
from kiosk.booking.sources.source import Ask, BookingSystem, Loose, Url, parsed

_VERSION = {"cal-api-version": "2024-09-04"}


class _Time(Loose):
    start: AwareDatetime


class _Days(Loose):
    data: dict[str, tuple[_Time, ...]]


class CalCom(BookingSystem):
    """Event types of Cal.com, one for each topic."""

    kind: Literal["calcom"]
    url: Url = "https://api.cal.com"

    def read(self, ask: Ask) -> Remembered:
        """Ask for the free times of each topic."""
        slots = tuple(slot for topic, event in self.topics.items() for slot in self._of(ask, topic, event))
        return Remembered(free=slots)

    def _of(self, ask: Ask, topic: str, event: str) -> Iterator[Slot]:
        first, *_, last = (*ask.days(self.days), ask.days(self.days)[-1] + timedelta(days=1))
        what = {"eventTypeId": event, "start": str(first), "end": str(last), "timeZone": ask.zone.key}
        answer = ask.web.ask(f"{self.url}/v2/slots", params=what, headers=_VERSION)
        said: _Days = parsed(_Days, answer.body, "slots of Cal.com")
        for times in said.data.values():
            yield from (self.slot(topic, each.start) for each in times)
