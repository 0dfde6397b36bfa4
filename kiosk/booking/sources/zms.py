"""ZMS (eappointment), the booking system of Berlin and Munich, by the interface of its citizens' pages.

From 2.25.00-muc46 on one call gives all free times (`available-calendar`); before, one gives the days and one
more for each day the times (`available-days-by-office`, `available-appointments-by-office`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator

from kiosk.booking.slots import Slot
from kiosk.booking.sources.memory import Remembered
from kiosk.booking.sources.source import Ask, BookingSystem, Epoch, Loose, parsed

Text = Annotated[str, BeforeValidator(str)]
"""An id, which some versions write as a number."""


class _Office(Loose):
    officeId: Text  # noqa: N815  # its name there
    appointments: tuple[Epoch, ...] = ()


class _Day(Loose):
    offices: tuple[_Office, ...]


class _Calendar(Loose):
    availableDays: tuple[_Day, ...]  # noqa: N815  # its name there


class _Enveloped(Loose):
    data: _Calendar


class _OldDay(Loose):
    time: date


class _OldDays(Loose):
    availableDays: tuple[_OldDay, ...]  # noqa: N815  # its name there


class _OldOffice(Loose):
    id: Text
    appointmentTimestamps: tuple[Epoch, ...] = ()  # noqa: N815  # its name there


class _OldTimes(Loose):
    offices: tuple[_OldOffice, ...]


class Zms(BookingSystem):
    """An office of a ZMS; `url` is where its citizens' interface begins, `office_id` its number for it."""

    kind: Literal["zms"]
    office_id: Text
    form: Literal["calendar", "days"] = "calendar"

    def read(self, ask: Ask) -> Remembered:
        """Ask for the free times of each topic."""
        times = self._calendar if self.form == "calendar" else self._by_day
        slots = tuple(slot for topic, service in self.topics.items() for slot in times(ask, topic, service))
        return Remembered(free=slots)

    def _calendar(self, ask: Ask, topic: str, service: str) -> Iterator[Slot]:
        days = ask.days(self.days)
        span = {"startDate": str(days[0]), "endDate": str(days[-1])}
        slots = {"slotsStartDate": str(days[0]), "slotsEndDate": str(days[-1])}
        what = {"officeIds": self.office_id, "serviceIds": service, "serviceCounts": "1"}
        answer = ask.web.ask(f"{self.url}/available-calendar/", params=span | slots | what)
        said: _Calendar | _Enveloped = parsed(_Calendar | _Enveloped, answer.body, "a calendar of ZMS")
        calendar = said.data if isinstance(said, _Enveloped) else said
        for day in calendar.availableDays:
            for office in day.offices:
                if office.officeId == self.office_id:
                    yield from (self._slot(topic, epoch) for epoch in office.appointments)

    def _by_day(self, ask: Ask, topic: str, service: str) -> Iterator[Slot]:
        what = {"officeId": self.office_id, "serviceId": service}
        answer = ask.web.ask(f"{self.url}/available-days-by-office", params=what)
        wanted = set(ask.days(self.days))
        said: _OldDays = parsed(_OldDays, answer.body, "days of ZMS")
        for day in (each.time for each in said.availableDays if each.time in wanted):
            yield from self._on(ask, day, topic, service)

    def _on(self, ask: Ask, day: date, topic: str, service: str) -> Iterator[Slot]:
        what = {"date": str(day), "officeId": self.office_id, "serviceIds": service}
        answer = ask.web.ask(f"{self.url}/available-appointments-by-office", params=what)
        said: _OldTimes = parsed(_OldTimes, answer.body, "times of ZMS")
        for office in said.offices:
            if office.id == self.office_id:
                yield from (self._slot(topic, epoch) for epoch in office.appointmentTimestamps)

    def _slot(self, topic: str, epoch: int) -> Slot:
        return self.slot(topic, datetime.fromtimestamp(epoch, UTC))
