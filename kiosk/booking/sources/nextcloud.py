"""Appointments of Nextcloud Calendar, by the interface of their public page.

The page gives a cookie and a token, without which the server reveals no free times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kiosk.booking.slots import Slot
from kiosk.booking.sources.source import Ask, BookingSystem, Epoch, Loose, on_day, parsed
from kiosk.booking.sources.source_errors import BadAnswer
from kiosk.booking.sources.source_memory import Remembered
from kiosk.feed.written_values import expected

_Number = Annotated[str, Field(pattern=r"^[0-9]{1,4}$")]
_TOKEN = re.compile(r'data-requesttoken="([^"]{1,500})"')


class _NextcloudTime(Loose):
    start: Epoch
    end: Epoch

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.start >= self.end:
            expected("an end after the start", self.end)
        return self


class _NextcloudTimes(Loose):
    status: Literal["success"]
    data: tuple[_NextcloudTime, ...] | dict[_Number, _NextcloudTime]
    """A list; or a map from index to time, once a time of the day is taken."""

    @property
    def times(self) -> tuple[_NextcloudTime, ...]:
        return tuple(self.data.values()) if isinstance(self.data, dict) else self.data


class Nextcloud(BookingSystem):
    """Appointment pages of a Nextcloud, one for each topic, by the token in the page's address."""

    kind: Literal["nextcloud"]

    @property
    def calls(self) -> int:
        """One for the page and one for each day, for each topic."""
        return len(self.topics) * (self.days + 1)

    def read(self, ask: Ask) -> Remembered:
        """Open the page of each topic, then query each day: the interface has no longer queries."""
        slots = tuple(slot for topic, page in self.topics.items() for slot in self._of(ask, topic, page))
        return Remembered(free=slots)

    def _of(self, ask: Ask, topic: str, page: str) -> Iterator[Slot]:
        address = f"{self.url}/apps/calendar/appointment/{page}"
        found = _TOKEN.search(ask.web.ask(address).body.decode("utf-8", errors="replace"))
        if not found:
            raise BadAnswer("not an appointment page of Nextcloud: it has no request token")
        for day in ask.days(self.days):
            yield from self._on(ask, day, topic, address, unescape(found[1]))

    def _on(self, ask: Ask, day: date, topic: str, address: str, token: str) -> Iterator[Slot]:
        answer = ask.web.ask(
            f"{address}/slots",
            params={"dateSelected": str(day), "timeZone": ask.zone.key},
            headers={"requesttoken": token},
        )
        found: _NextcloudTimes = parsed(_NextcloudTimes, answer.body, "times of Nextcloud")
        for each in found.times:
            start, end = (datetime.fromtimestamp(epoch, UTC) for epoch in (each.start, each.end))
            yield on_day(self.slot_until(topic, start, end), day, ask)
