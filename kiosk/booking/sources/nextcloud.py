"""Appointments in Nextcloud Calendar, through the API of their public page.

The page sets a cookie and contains a token, without which the server reveals no free times. Since Calendar
5.5.6 and 6.0.1, the address of the times identifies the page by its token; before, by its number, which the
page also contains. Earlier versions read a token that starts with digits as a number, and return the times
of another page.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from html import unescape
from http import HTTPStatus
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kiosk.booking.slots import Slot
from kiosk.booking.sources.source import BookingSystem, Epoch, Loose, SourceQuery, on_day, parsed
from kiosk.booking.sources.source_errors import BadAnswer, NoAnswer, Refused
from kiosk.booking.sources.source_http import CallLimit, SourceResponse
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.written_values import raise_expected
from kiosk.frozen import frozen

LIMIT = CallLimit(120, 60.0)
"""Nextcloud itself sets no limit on reading times."""

_Number = Annotated[str, Field(pattern=r"^[0-9]{1,4}$")]
_TOKEN = re.compile(r'data-requesttoken="([^"]{1,500})"')
_CONFIG = re.compile(r'id="initial-state-calendar-config" value="([^"]+)"')
_UNKNOWN_PAGE = (HTTPStatus.NOT_FOUND, HTTPStatus.INTERNAL_SERVER_ERROR)
"""The statuses for an unknown page; up to Calendar 6.6 it is the server error."""


class _NextcloudTime(Loose):
    start: Epoch
    end: Epoch

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.start >= self.end:
            raise_expected("an end after the start", self.end)
        return self


class _NextcloudTimes(Loose):
    status: Literal["success"]
    data: tuple[_NextcloudTime, ...] | dict[_Number, _NextcloudTime]
    """A list, or a map from index to time once some time of the day is taken."""

    @property
    def times(self) -> tuple[_NextcloudTime, ...]:
        return tuple(self.data.values()) if isinstance(self.data, dict) else self.data


class _NextcloudConfig(Loose):
    id: Annotated[int, Field(strict=True, gt=0)] | None = None


@frozen
class _AppointmentPage:
    """An opened page; `names` may identify it in requests for its times, and are tried in this order."""

    topic: str
    names: tuple[str, ...]
    request_token: str


class Nextcloud(BookingSystem):
    """Appointment pages in a Nextcloud, one per topic, identified by the token in the page's address."""

    kind: Literal["nextcloud"]

    @property
    def calls(self) -> int:
        """One for the page, one per day, and one more if the server does not understand the first name."""
        return len(self.topics) * (self.days + 2)

    @property
    def limit(self) -> CallLimit:
        """Two calls per second."""
        return LIMIT

    def read(self, query: SourceQuery) -> StoredReading:
        """Open the page of each topic, then query each day, since the API only takes one day per query."""
        slots = tuple(slot for topic, token in self.topics.items() for slot in self._of(query, topic, token))
        return StoredReading(free=slots)

    def _of(self, query: SourceQuery, topic: str, token: str) -> Iterator[Slot]:
        page = self._opened(query, topic, token)
        first, *later = query.days(self.days)
        name, answer = self._first(query, first, page)
        yield from self._slots(query, first, topic, answer)
        for day in later:
            yield from self._slots(query, day, topic, self._day(query, day, page, name))

    def _opened(self, query: SourceQuery, topic: str, token: str) -> _AppointmentPage:
        html = query.web.request(self._address(token)).body.decode("utf-8", errors="replace")
        request_token = _TOKEN.search(html)
        if not request_token:
            raise BadAnswer("not an appointment page of Nextcloud: it has no request token")
        config = _CONFIG.search(html)
        if not config:
            raise Refused(f"Nextcloud has no appointment page with the token of the topic {topic!r}")
        return _AppointmentPage(topic, _names(token, _number(config[1])), unescape(request_token[1]))

    def _first(self, query: SourceQuery, day: date, page: _AppointmentPage) -> tuple[str, SourceResponse]:
        """Return the name of the page that the server understands, and the answer for a day."""
        for name in page.names:
            answer = self._day(query, day, page, name, accepted_statuses=_UNKNOWN_PAGE)
            if answer.status not in _UNKNOWN_PAGE:
                return name, answer
        raise NoAnswer(f"Nextcloud shows the page of the topic {page.topic!r}, but not its times")

    def _day(
        self,
        query: SourceQuery,
        day: date,
        page: _AppointmentPage,
        name: str,
        accepted_statuses: tuple[int, ...] = (),
    ) -> SourceResponse:
        start = datetime.combine(day, time(12), query.zone)  # Calendar before 5.1 expects a time on the day
        return query.web.request(
            f"{self._address(name)}/slots",
            params={
                "dateSelected": str(day),
                "startTime": str(int(start.timestamp())),
                "timeZone": query.zone.key,
            },
            headers={"requesttoken": page.request_token},
            accepted_statuses=accepted_statuses,
        )

    def _slots(self, query: SourceQuery, day: date, topic: str, answer: SourceResponse) -> Iterator[Slot]:
        listed: _NextcloudTimes = parsed(_NextcloudTimes, answer.body, "times of Nextcloud")
        for free in listed.times:
            start, end = (datetime.fromtimestamp(epoch, UTC) for epoch in (free.start, free.end))
            yield on_day(self.slot_until(topic, start, end), day, query)

    def _address(self, name: str) -> str:
        return f"{self.url}/apps/calendar/appointment/{name}"


def _number(config: str) -> int | None:
    """Return the number of a page from its settings, which are Base64-encoded JSON."""
    try:
        data = b64decode(config, validate=True)
    except NotBase64 as bad:
        raise BadAnswer("not an appointment page of Nextcloud: its settings are unreadable") from bad
    settings: _NextcloudConfig = parsed(_NextcloudConfig, data, "the settings of an appointment page")
    return settings.id


def _names(token: str, number: int | None) -> tuple[str, ...]:
    """Return the names of a page, first the one that no version mistakes for another page."""
    if number is None:
        return (token,)
    return (str(number), token) if token[:1].isdigit() else (token, str(number))
