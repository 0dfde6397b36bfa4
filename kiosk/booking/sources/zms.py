"""ZMS (eappointment), the booking system of Berlin and Munich, through the API of its public pages.

Since 2.25.00-muc46, `available-calendar` returns the times of one day (for a longer span, only those of its
first bookable day). In earlier versions one call returns the bookable days (`available-days-by-office`), and
one more per day its times (`available-appointments-by-office`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kiosk.booking.slots import Slot
from kiosk.booking.sources.source import BookingSystem, Epoch, Loose, SourceQuery, on_day, parsed
from kiosk.booking.sources.source_errors import BadAnswer, Refused
from kiosk.booking.sources.source_http import CallLimit
from kiosk.booking.sources.source_memory import StoredReading

LIMIT = CallLimit(60, 60.0, restarted=True)
_NONE_FREE = frozenset(("noAppointmentForThisDay", "noAppointmentForThisScope"))
"""The error codes of ZMS if nothing is free."""

_EXPLAINED = (HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE)
"""The statuses of refusals that give a reason."""


def _id(value: object) -> object:
    return str(value) if type(value) is int else value


Text = Annotated[str, BeforeValidator(_id)]
"""An id, which some versions send as a number."""


class _Office(Loose):
    officeId: Text  # noqa: N815  # the API's name
    appointments: tuple[Epoch, ...]


class _ZmsTimes(Loose):
    offices: tuple[_Office, ...]


class _CalendarDay(_ZmsTimes):
    date: date
    providerIDs: str  # noqa: N815  # the API's name


class _ZmsCalendar(Loose):
    availableDays: tuple[_CalendarDay, ...]  # noqa: N815  # the API's name


class _Enveloped(Loose):
    data: _ZmsCalendar


class _BookableDay(Loose):
    time: date
    providerIDs: str  # noqa: N815  # the API's name


class _BookableDays(Loose):
    availableDays: tuple[_BookableDay, ...]  # noqa: N815  # the API's name


class _Error(Loose):
    errorCode: Annotated[str, Field(pattern=r"^[A-Za-z_]{1,60}$")]  # noqa: N815  # the API's name


class _Errors(Loose):
    errors: tuple[_Error, ...]


class Zms(BookingSystem):
    """An office in a ZMS; `url` is the base URL of the public API, `office_id` the id of the office there."""

    kind: Literal["zms"]
    office_id: Text
    form: Literal["calendar", "days"] = "calendar"

    @property
    def calls(self) -> int:
        """One per topic and day, and one more per topic in the form `days`."""
        return len(self.topics) * (self.days + (self.form == "days"))

    @property
    def limit(self) -> CallLimit:
        """The default limit of ZMS."""
        return LIMIT

    def read(self, query: SourceQuery) -> StoredReading:
        """Query the free times of each topic."""
        times = self._calendar if self.form == "calendar" else self._bookable_days
        slots = tuple(slot for topic, service in self.topics.items() for slot in times(query, topic, service))
        return StoredReading(free=slots)

    def _calendar(self, query: SourceQuery, topic: str, service: str) -> Iterator[Slot]:
        for day in query.days(self.days):
            yield from self._calendar_day(query, day, topic, service)

    def _calendar_day(self, query: SourceQuery, day: date, topic: str, service: str) -> Iterator[Slot]:
        bounds = dict.fromkeys(("startDate", "endDate", "slotsStartDate", "slotsEndDate"), str(day))
        what = {"officeIds": self.office_id, "serviceIds": service, "serviceCounts": "1"}
        answer = query.web.request(
            f"{self.url}/available-calendar/", params=bounds | what, accepted_statuses=_EXPLAINED
        )
        if answer.status in _EXPLAINED:
            raise _refusal(answer.status, _codes(answer.body))
        either: _ZmsCalendar | _Enveloped = parsed(
            _ZmsCalendar | _Enveloped, answer.body, "a calendar of ZMS"
        )
        calendar = either.data if isinstance(either, _Enveloped) else either
        for listed in calendar.availableDays:
            if listed.date != day:
                raise BadAnswer(f"a calendar of ZMS with {listed.date}, asked for {day}")
            if set(listed.providerIDs.split(",")) != {office.officeId for office in listed.offices}:
                raise BadAnswer(f"a calendar of ZMS in which {day} is bookable, but not when")
            yield from self._slots(query, day, topic, listed.offices)

    def _bookable_days(self, query: SourceQuery, topic: str, service: str) -> Iterator[Slot]:
        wanted = query.days(self.days)
        bounds = {"startDate": str(wanted[0]), "endDate": str(wanted[-1])}
        body = self._call_older(query, "available-days-by-office", bounds, service)
        if body is None:
            return
        bookable: _BookableDays = parsed(_BookableDays, body, "days of ZMS")
        for day in (listed.time for listed in bookable.availableDays):
            if day not in wanted:
                raise BadAnswer(f"days of ZMS with {day}, asked for {wanted[0]} to {wanted[-1]}")
            yield from self._day(query, day, topic, service)

    def _day(self, query: SourceQuery, day: date, topic: str, service: str) -> Iterator[Slot]:
        body = self._call_older(query, "available-appointments-by-office", {"date": str(day)}, service)
        if body is not None:
            times: _ZmsTimes = parsed(_ZmsTimes, body, "times of ZMS")
            yield from self._slots(query, day, topic, times.offices)

    def _call_older(
        self, query: SourceQuery, path: str, bounds: dict[str, str], service: str
    ) -> bytes | None:
        """Return the answer of an earlier version; None if nothing is free."""
        what = {"officeId": self.office_id, "serviceId": service, "serviceCount": "1"}
        answer = query.web.request(f"{self.url}/{path}", params=bounds | what, accepted_statuses=_EXPLAINED)
        if answer.status not in _EXPLAINED:
            return answer.body
        codes = _codes(answer.body)
        if answer.status != HTTPStatus.NOT_FOUND or not codes or not codes <= _NONE_FREE:
            raise _refusal(answer.status, codes)
        return None

    def _slots(self, query: SourceQuery, day: date, topic: str, offices: Iterable[_Office]) -> Iterator[Slot]:
        for office in offices:
            if office.officeId != self.office_id:
                raise BadAnswer(f"times of the office {office.officeId}, asked for {self.office_id}")
            for epoch in office.appointments:
                yield on_day(self.slot(topic, datetime.fromtimestamp(epoch, UTC)), day, query)


def _codes(body: bytes) -> set[str]:
    """Return the error codes in a refusal; empty if it does not come from ZMS, but from the web server."""
    try:
        refusal: _Errors = parsed(_Errors, body, "an error of ZMS")
    except BadAnswer:
        return set()
    return {error.errorCode for error in refusal.errors}


def _refusal(status: int, codes: set[str]) -> Refused:
    reason = f"{status}: {', '.join(sorted(codes))}" if codes else f"{status}"
    return Refused(f"the server refuses ({reason})")
