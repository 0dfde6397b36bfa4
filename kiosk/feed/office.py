"""An office: its address, opening hours, bookable times and ways to book."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Literal

from kiosk.feed.booking_ways import Booking
from kiosk.feed.constraints import Deferred, Strict, before, limits
from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import tr
from kiosk.feed.problems import nearest
from kiosk.feed.written_sizes import GeoPosition
from kiosk.feed.written_times import DayRange, Duration, TimeRange, WeeklyHours
from kiosk.feed.written_values import MAX_VALUE, Id, LanguageCode, raise_expected
from kiosk.frozen import frozen


def _read_ranges(value: object) -> object:
    if value == "closed":
        return ()
    if isinstance(value, str) and len(value) > MAX_VALUE:
        raise_expected(tr("a value of at most {count} characters", count=MAX_VALUE), value)
    if value is None or value == [] or (isinstance(value, str) and not any(map(str.isdigit, value))):
        probably = _closed(value) if isinstance(value, str) else ""
        raise_expected(tr("'closed' or a time range such as '13:00-16:00'"), value, probably)
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _closed(text: str) -> str:
    words = {"stängt", "stangt", "close", "none", "no", "nej", "-"}
    return "closed" if text.strip().lower() in words else nearest(text.lower(), ("closed",))


def _write_ranges(ranges: tuple[TimeRange, ...]) -> str:
    return ", ".join(map(str, ranges)) or "closed"


DayHours = Annotated[
    tuple[TimeRange, ...],
    before(_read_ranges, schema=str | tuple[TimeRange, ...]),
    Deferred("PlainSerializer", _write_ranges),
]
"""The hours of one day: `closed`, or ranges separated by commas."""


def refuse_overlaps(exceptions: Collection[DayRange]) -> None:
    """Refuse overlapping ranges of days by calling `raise_expected`."""
    ranges = sorted(each for each in exceptions if each.first < each.last)
    for one, other in itertools.pairwise(ranges):
        if other.first <= one.last:
            what = tr("ranges of days that do not overlap; {day} is in two of them", day=str(other.first))
            raise_expected(what, f"{one}, {other}")


@frozen(kw_only=True)
class DropIn(Strict):
    """Regular times when a topic needs no booking."""

    topic: Id
    when: Annotated[tuple[WeeklyHours, ...], limits(min_length=1)]


@frozen(kw_only=True)
class Bookable(Strict):
    """A rule for the times that can be booked: `when` is cut into slots of `length` seconds.

    A slot can be booked from `horizon` seconds before it starts until `notice` seconds before. Busy time in
    any of `calendars` is subtracted, with `buffer` seconds before and after it.
    """

    topics: Annotated[tuple[Id, ...], limits(min_length=1)]
    when: Annotated[tuple[WeeklyHours, ...], limits(min_length=1)]
    length: Duration = 1800.0
    notice: Duration = 7200.0
    horizon: Duration = 14 * 86400.0
    calendars: tuple[Id, ...] = ()
    """The calendars of the guide and the room, by their names on the machine that publishes free times."""

    buffer: Duration = 0.0


@frozen(kw_only=True)
class Office(Strict):
    """A place where people get help."""

    name: Text
    address: Text
    place: Text | None = None
    """Where in the building, for those who have found the address."""

    position: GeoPosition | None = None
    """Its coordinates, from which the distance to other offices is computed."""

    hours: tuple[WeeklyHours, ...] = ()
    exceptions: Mapping[DayRange, DayHours] = field(default_factory=dict)
    """The hours of single days, which take precedence over ranges of days; both override all other hours."""

    holidays: Literal["closed", "open"] = "closed"
    """The rule for public holidays, and for Midsummer's, Christmas and New Year's Eve."""

    eve: DayHours | None = None
    """The hours of an open day before a public holiday."""

    drop_in: tuple[DropIn, ...] = ()
    bookable: tuple[Bookable, ...] = ()
    booking: Booking
    drafts: tuple[LanguageCode, ...] = ()

    def check(self) -> None:
        """Refuse overlapping ranges of days."""
        refuse_overlaps(self.exceptions)

    def exception_on(self, day: date) -> DayHours | None:
        """Return the exceptional hours of `day`, its own before those of a range; None if there are none."""
        single = self.exceptions.get(DayRange(day, day))
        if single is not None:
            return single
        return next((hours for days, hours in self.exceptions.items() if day in days), None)
