"""Calendars: CalDAV servers, and iCalendar files and links."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Literal, Self

from pydantic import SecretStr, model_validator

from kiosk.booking.slot_offer import OfficeTopic
from kiosk.booking.sources.ical.calendar_owner import OWNER_QUERY, Ownership, ownership
from kiosk.booking.sources.ical.isolated_reader import read_isolated
from kiosk.booking.sources.source import SourceQuery, Url
from kiosk.booking.sources.source_errors import BadAnswer, SourceError, TooOften
from kiosk.booking.sources.source_file import read_source_file
from kiosk.booking.sources.source_http import MAX_BYTES, CallLimit, SourceResponse
from kiosk.booking.sources.source_memory import StoredReading
from kiosk.feed.strict_model import StrictModel
from kiosk.feed.written_values import raise_expected

_RANGE = '<C:time-range start="{0:%Y%m%dT%H%M%SZ}" end="{1:%Y%m%dT%H%M%SZ}"/>'
_FREE_BUSY_QUERY = (
    '<?xml version="1.0" encoding="utf-8"?>'
    f'<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">{_RANGE}</C:free-busy-query>'
)
_EVENT_QUERY = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
    '<D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR">'
    '<C:comp-filter name="VEVENT">{0}</C:comp-filter>'
    "</C:comp-filter></C:filter></C:calendar-query>"
)
_SERIES = tuple(f'<C:prop-filter name="{name}"/>' for name in ("RRULE", "RDATE"))
_NO_SUCH_FILTER = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.CONFLICT,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.NOT_IMPLEMENTED,
)
_XML = 'application/xml; charset="utf-8"'
_AROUND = timedelta(days=3)
"""The margin around the requested window: servers differ in all-day events and clock changes."""


class _NamedCalendar(StrictModel):
    user: str = ""
    password: SecretStr = SecretStr("")
    owner: str = ""
    """The e-mail address of the calendar's owner; events that this address has declined do not count."""

    @property
    def places(self) -> tuple[OfficeTopic, ...]:
        """None: only rules turn a calendar into slots."""
        return ()

    @property
    def calls(self) -> int:
        """One: a calendar is fetched as a whole."""
        return 1

    @property
    def limit(self) -> CallLimit | None:
        """None is known."""
        return None

    @property
    def _auth(self) -> tuple[bytes, bytes] | None:
        """The credentials in UTF-8 (RFC 7617 2.1); left as text, they would be sent in Latin-1."""
        return (self.user.encode(), self.password.get_secret_value().encode()) if self.user else None

    def _busy(self, query: SourceQuery, body: bytes, etag: str, sizes: Sequence[int] = ()) -> StoredReading:
        """Return the busy times of a calendar; an unchanged one is not read again."""
        key = repr((query.zone.key, *query.window, self.owner, *sizes))
        digest = hashlib.sha256(key.encode() + body).hexdigest()
        if query.last_reading.digest == digest:
            return query.last_reading
        busy = read_isolated(body, query.zone, query.window, self.owner, sizes=sizes)
        problems = (*self._warnings(query), *busy.problems)
        return StoredReading(
            etag=etag, digest=digest, window=query.window, busy=busy.spans, problems=problems
        )

    def _warnings(self, _query: SourceQuery) -> tuple[str, ...]:
        """Return why the calendar may lack events that its owner sees."""
        return ()


class CalDav(_NamedCalendar):
    """A calendar collection on a CalDAV server, queried for its events (RFC 4791 7.8).

    `report: free-busy` queries busy times only (7.10), which is all that some accounts may see; but some
    servers shift the times of a series when the clocks change.
    """

    kind: Literal["caldav"]
    url: Url
    report: Literal["events", "free-busy"] = "events"
    shared: bool = False
    """Whether it is known to be shared with the account, so that hidden private events need no warning."""

    @property
    def calls(self) -> int:
        """At most one for the window, two for the series, one for all events, and one for the owner."""
        return 5

    def read(self, query: SourceQuery) -> StoredReading:
        """Query the events within the window, and all series.

        Servers miss an ended series with an event that was moved into the window (seen in Xandikos 0.4.10),
        and one without an RRULE (sabre/dav 4.7). So all series are fetched, and selected here.
        """
        if self.report == "free-busy":
            return self._free_busy(query)
        start, end = query.window
        near = self._events(query, _RANGE.format(start - _AROUND, end + _AROUND))
        bodies = (near.body, *self._series(query))
        return self._busy(query, b"".join(bodies), near.etag, sizes=[len(body) for body in bodies])

    def _series(self, query: SourceQuery) -> list[bytes]:
        """Return answers with all series, or with all events if the server cannot filter for series."""
        answers = [
            self._events(query, series_filter, accepted_statuses=_NO_SUCH_FILTER) for series_filter in _SERIES
        ]
        if any(answer.status in _NO_SUCH_FILTER for answer in answers):
            answers = [self._events(query, "")]
        return [answer.body for answer in answers]

    def _events(
        self, query: SourceQuery, limit: str, accepted_statuses: tuple[int, ...] = ()
    ) -> SourceResponse:
        return self._report(query, _EVENT_QUERY.format(limit), depth="1", accepted_statuses=accepted_statuses)

    def _free_busy(self, query: SourceQuery) -> StoredReading:
        answer = self._report(query, _FREE_BUSY_QUERY.format(*query.window), depth="infinity")
        if b"BEGIN:VFREEBUSY" not in answer.body.upper():
            raise BadAnswer("not an answer to a free/busy query; use 'report: events'")
        return self._busy(query, answer.body, answer.etag)

    def _warnings(self, query: SourceQuery) -> tuple[str, ...]:
        owned = None if self.shared else self._ownership(query)
        return (owned.warning,) if owned and owned.is_shared else ()

    def _ownership(self, query: SourceQuery) -> Ownership | None:
        headers = {"Depth": "0", "Content-Type": _XML}
        try:
            answer = query.web.request(
                f"{self.url}/", method="PROPFIND", headers=headers, auth=self._auth, data=OWNER_QUERY
            )
        except TooOften:
            raise
        except SourceError:  # it answers queries, but does not reveal the owner
            return None
        return ownership(answer.body)

    def _report(
        self, query: SourceQuery, body: str, depth: str, accepted_statuses: tuple[int, ...] = ()
    ) -> SourceResponse:
        return query.web.request(
            f"{self.url}/",
            method="REPORT",
            headers={"Depth": depth, "Content-Type": _XML},
            auth=self._auth,
            data=body.encode(),
            accepted_statuses=accepted_statuses,
        )


class Ical(_NamedCalendar):
    """An iCalendar file on this machine or at a URL."""

    kind: Literal["ical"]
    url: Url | None = None
    file: Path | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.url is None) is (self.file is None):
            raise_expected("either 'url' or 'file'", "both" if self.url else "none")
        return self

    def read(self, query: SourceQuery) -> StoredReading:
        """Read the file, unless it is unchanged."""
        if self.url is None:
            return self._busy(query, read_source_file(self.file, MAX_BYTES), "")
        same_window = query.last_reading.window == tuple(query.window)
        tag = {"If-None-Match": query.last_reading.etag} if query.last_reading.etag and same_window else {}
        answer = query.web.request(self.url, headers={"Accept": "text/calendar"} | tag, auth=self._auth)
        if answer.unchanged and tag:
            return query.last_reading
        return self._busy(query, answer.body, answer.etag)
