"""ZMS (eappointment), the booking system of Berlin and Munich, by the interface of its citizens' pages.

From 2.25.00-muc46 on, `available-calendar` gives the times of one day (of a longer span only those of its
first bookable day). Before, one call gives the bookable days (`available-days-by-office`) and one more for
each of these its times (`available-appointments-by-office`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kiosk.booking.slots import Slot
from kiosk.booking.sources.source import Ask, BookingSystem, Epoch, Loose, on_day, parsed
from kiosk.booking.sources.source_errors import BadAnswer, Refused
from kiosk.booking.sources.source_http import CallLimit
from kiosk.booking.sources.source_memory import Remembered

LIMIT = CallLimit(60, 60.0, restarted=True)
_NONE_FREE = frozenset(("noAppointmentForThisDay", "noAppointmentForThisScope"))
"""What it says of a time without a bookable day, and of one without any day."""

_EXPLAINED = (HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE)
"""Refusals whose reason it tells."""


def _id(value: object) -> object:
    return str(value) if type(value) is int else value


Text = Annotated[str, BeforeValidator(_id)]
"""An id, which some versions send as a number."""


class _Office(Loose):
    officeId: Text  # noqa: N815  # its name there
    appointments: tuple[Epoch, ...]


class _ZmsTimes(Loose):
    offices: tuple[_Office, ...]


class _CalendarDay(_ZmsTimes):
    date: date
    providerIDs: str  # noqa: N815  # its name there


class _ZmsCalendar(Loose):
    availableDays: tuple[_CalendarDay, ...]  # noqa: N815  # its name there


class _Enveloped(Loose):
    data: _ZmsCalendar


class _BookableDay(Loose):
    time: date
    providerIDs: str  # noqa: N815  # its name there


class _BookableDays(Loose):
    availableDays: tuple[_BookableDay, ...]  # noqa: N815  # its name there


class _Error(Loose):
    errorCode: Annotated[str, Field(pattern=r"^[A-Za-z_]{1,60}$")]  # noqa: N815  # its name there


class _Errors(Loose):
    errors: tuple[_Error, ...]


class Zms(BookingSystem):
    """An office in a ZMS; `url` is the base of its citizens' interface, `office_id` the id of the office."""

    kind: Literal["zms"]
    office_id: Text
    form: Literal["calendar", "days"] = "calendar"

    @property
    def calls(self) -> int:
        """One for each topic and day, and with `days` one more for each topic."""
        return len(self.topics) * (self.days + (self.form == "days"))

    @property
    def limit(self) -> CallLimit:
        """Its own default."""
        return LIMIT

    def read(self, ask: Ask) -> Remembered:
        """Query the free times of each topic."""
        times = self._calendar if self.form == "calendar" else self._bookable_days
        slots = tuple(slot for topic, service in self.topics.items() for slot in times(ask, topic, service))
        return Remembered(free=slots)

    def _calendar(self, ask: Ask, topic: str, service: str) -> Iterator[Slot]:
        for day in ask.days(self.days):
            yield from self._calendar_day(ask, day, topic, service)

    def _calendar_day(self, ask: Ask, day: date, topic: str, service: str) -> Iterator[Slot]:
        bounds = dict.fromkeys(("startDate", "endDate", "slotsStartDate", "slotsEndDate"), str(day))
        what = {"officeIds": self.office_id, "serviceIds": service, "serviceCounts": "1"}
        answer = ask.web.ask(f"{self.url}/available-calendar/", params=bounds | what, also=_EXPLAINED)
        if answer.status in _EXPLAINED:
            raise _refusal(answer.status, _codes(answer.body))
        found: _ZmsCalendar | _Enveloped = parsed(_ZmsCalendar | _Enveloped, answer.body, "a calendar of ZMS")
        for each in (found.data if isinstance(found, _Enveloped) else found).availableDays:
            if each.date != day:
                raise BadAnswer(f"a calendar of ZMS with {each.date}, asked for {day}")
            if set(each.providerIDs.split(",")) != {office.officeId for office in each.offices}:
                raise BadAnswer(f"a calendar of ZMS in which {day} is bookable, but not when")
            yield from self._slots(ask, day, topic, each.offices)

    def _bookable_days(self, ask: Ask, topic: str, service: str) -> Iterator[Slot]:
        wanted = ask.days(self.days)
        bounds = {"startDate": str(wanted[0]), "endDate": str(wanted[-1])}
        body = self._old(ask, "available-days-by-office", bounds, service)
        if body is None:
            return
        found: _BookableDays = parsed(_BookableDays, body, "days of ZMS")
        for day in (each.time for each in found.availableDays):
            if day not in wanted:
                raise BadAnswer(f"days of ZMS with {day}, asked for {wanted[0]} to {wanted[-1]}")
            yield from self._day(ask, day, topic, service)

    def _day(self, ask: Ask, day: date, topic: str, service: str) -> Iterator[Slot]:
        body = self._old(ask, "available-appointments-by-office", {"date": str(day)}, service)
        if body is not None:
            found: _ZmsTimes = parsed(_ZmsTimes, body, "times of ZMS")
            yield from self._slots(ask, day, topic, found.offices)

    def _old(self, ask: Ask, path: str, bounds: dict[str, str], service: str) -> bytes | None:
        """Return the answer of an older version; None if nothing is free."""
        what = {"officeId": self.office_id, "serviceId": service, "serviceCount": "1"}
        answer = ask.web.ask(f"{self.url}/{path}", params=bounds | what, also=_EXPLAINED)
        if answer.status not in _EXPLAINED:
            return answer.body
        codes = _codes(answer.body)
        if answer.status != HTTPStatus.NOT_FOUND or not codes or not codes <= _NONE_FREE:
            raise _refusal(answer.status, codes)
        return None

    def _slots(self, ask: Ask, day: date, topic: str, offices: Iterable[_Office]) -> Iterator[Slot]:
        for office in offices:
            if office.officeId != self.office_id:
                raise BadAnswer(f"times of the office {office.officeId}, asked for {self.office_id}")
            for epoch in office.appointments:
                yield on_day(self.slot(topic, datetime.fromtimestamp(epoch, UTC)), day, ask)


def _codes(body: bytes) -> set[str]:
    """Return the codes of a refusal; none if the page is a web server's own."""
    try:
        found: _Errors = parsed(_Errors, body, "an error of ZMS")
    except BadAnswer:
        return set()
    return {each.errorCode for each in found.errors}


def _refusal(status: int, codes: set[str]) -> Refused:
    reason = f"{status}: {', '.join(sorted(codes))}" if codes else f"{status}"
    return Refused(f"the server refuses ({reason})")
