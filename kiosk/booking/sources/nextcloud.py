"""Appointments of Nextcloud Calendar, by the interface of their public page.

The page gives a cookie and a token, without which the server says nothing of free times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from typing import Literal

from kiosk.booking.slots import Slot
from kiosk.booking.sources.errors import BadAnswer
from kiosk.booking.sources.memory import Remembered
from kiosk.booking.sources.source import Ask, BookingSystem, Epoch, Loose, parsed

_TOKEN = re.compile(r'data-requesttoken="([^"]{1,500})"')


class _Time(Loose):
    start: Epoch
    end: Epoch


class _Times(Loose):
    status: Literal["success"]
    data: tuple[_Time, ...]


class Nextcloud(BookingSystem):
    """Appointment pages of a Nextcloud, one for each topic, by the token in the page's address."""

    kind: Literal["nextcloud"]

    def read(self, ask: Ask) -> Remembered:
        """Open the page of each topic, then ask for each day: it knows no longer questions."""
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
        said: _Times = parsed(_Times, answer.body, "times of Nextcloud")
        for each in said.data:
            if each.start < each.end:
                start, end = (datetime.fromtimestamp(epoch, UTC) for epoch in (each.start, each.end))
                yield Slot(office=self.office, topic=topic, start=start, end=end)
