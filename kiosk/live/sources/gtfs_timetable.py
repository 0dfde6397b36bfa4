"""The departures from one stop on one day in a static GTFS timetable, a zip of tables.

Trips by frequency (`frequencies.txt`) and calls without a time are left out. Runs in a separate process, once
per day and timetable; see `timetable_store`.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kiosk.live.plain_text import plain_text

LINE, PLACE = 12, 80
MAX_CALLS = 200_000
MAX_DEPARTURES = 8000
WINDOW = timedelta(hours=-3), timedelta(hours=28)
"""The range of the departures that are listed, relative to the midnight of the day."""

NO_PICKUP = "1"
_NO_TABLES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, csv.Error, UnicodeDecodeError, EOFError, OSError,
    RuntimeError, struct.error,
)  # fmt: skip
"""The exceptions from reading a damaged, encrypted or unusual zip."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Call(NamedTuple):
    """A trip's call at a stop: its position in the trip, and the seconds since the service day began."""

    place: int
    stop: str
    seconds: int
    boards: bool
    headsign: str


def read_timetable(request: bytes) -> bytes:
    """Return the calls at a stop on a day as one line of JSON; raises `ValueError`.

    The request is JSON with the `path` of the zip, the `stop` (a platform, or a station with all of its
    platforms) and the `day`.
    """
    question = json.loads(request)
    day = date.fromisoformat(question["day"])
    try:
        with zipfile.ZipFile(question["path"]) as archive:
            departures = _Timetable(archive, question["stop"], day).departures()
    except _NO_TABLES as bad:
        raise ValueError(f"the timetable is not a zip of tables in UTF-8: {bad}") from bad
    return json.dumps(departures).encode()


class TripRun(NamedTuple):
    """A row of the table of trips."""

    route: str
    service: str
    headsign: str


class _Timetable:
    """The tables of one zip, as far as they concern a stop and a day."""

    def __init__(self, archive: zipfile.ZipFile, stop: str, day: date) -> None:
        self._archive, self._stop, self._day = archive, stop, day
        self._zone = self._time_zone()
        self._untimed = self._hidden = 0

    def departures(self) -> dict[str, object]:
        """Return the stops, the calls there in the window, earliest first, and what was left out."""
        names, wanted = self._stops()
        calls, ends = self._calls(wanted)
        trips = self._trips(calls)
        left_out = self._trips_by_frequency() & trips.keys()
        lines = self._lines({run.route for run in trips.values()})
        days = self._service_days({run.service for run in trips.values()})
        departures: list[list[str | int]] = []
        for trip, run in trips.items():
            if trip not in left_out:
                place, stop = ends[trip]
                towards = run.headsign or names.get(stop, "")
                for call in calls[trip]:
                    line = lines.get(run.route, "") if call.boards and call.place < place else ""
                    departures += self._listed(
                        trip, call, days.get(run.service, ()), line, call.headsign or towards
                    )
        if len(departures) > MAX_DEPARTURES:
            raise ValueError(f"more than {MAX_DEPARTURES} departures a day; name one platform of the station")
        notes = [f"{self._untimed} calls have no time"] if self._untimed else []
        notes += [f"{self._hidden} names have hidden characters"] if self._hidden else []
        notes += [f"{len(left_out)} trips run by frequency"] if left_out else []
        departures.sort(key=itemgetter(4))
        return {"stops": sorted(wanted), "departures": departures, "problems": notes}

    def _listed(
        self, trip: str, call: Call, days: Iterable[date], line: str, towards: str
    ) -> Iterator[list[str | int]]:
        """Yield a call for each day on which it is in the window; an empty line means no boarding."""
        destination = self._words(towards, PLACE)
        for day in days:
            if at := self._time(day, call.seconds):
                yield [
                    trip,
                    f"{day:%Y%m%d}",
                    call.place,
                    call.stop,
                    at,
                    line if destination else "",
                    destination,
                ]

    def _trips(self, calls: Container[str]) -> dict[str, TripRun]:
        rows = self._rows("trips.txt", "trip_id", "route_id", "service_id", optional=("trip_headsign",))
        return {trip: TripRun(*rest) for trip, *rest in rows if trip in calls}

    def _words(self, text: str, max_chars: int) -> str:
        """Return a name as it may be shown; empty, which omits the trip, if it has hidden characters."""
        try:
            return plain_text(text, max_chars)
        except ValueError:
            self._hidden += 1
            return ""

    def _time(self, day: date, seconds: int) -> str:
        """Return the time of a call; empty outside the window. A service day begins 12 h before noon."""
        noon = datetime.combine(day, time(12), self._zone).astimezone(UTC)
        midnight = datetime.combine(self._day, time(), self._zone).astimezone(UTC)
        at = noon - timedelta(hours=12) + timedelta(seconds=seconds)
        return at.isoformat() if WINDOW[0] <= at - midnight <= WINDOW[1] else ""

    def _time_zone(self) -> ZoneInfo:
        (name,) = next(self._rows("agency.txt", "agency_timezone"), ("",))
        try:
            return ZoneInfo(name)
        except (OSError, ValueError, KeyError) as bad:
            raise ValueError(f"the timetable has an unknown time zone: {name:.40}") from bad

    def _stops(self) -> tuple[dict[str, str], set[str]]:
        names, wanted = {}, set()
        rows = self._rows("stops.txt", "stop_id", optional=("stop_name", "parent_station"))
        for stop, name, parent in rows:
            names[stop] = name
            if self._stop in {stop, parent}:
                wanted.add(stop)
        if not wanted:
            raise ValueError(f"the timetable has no stop {self._stop:.60}")
        return names, wanted

    def _calls(self, wanted: Container[str]) -> tuple[dict[str, list[Call]], dict[str, tuple[int, str]]]:
        """Return the calls at the stops by trip, and the last position and stop of each of these trips."""
        calls: dict[str, list[Call]] = {}
        ends: dict[str, tuple[int, str]] = {}
        current, end, count = "", (-1, ""), 0
        rows = self._rows(
            "stop_times.txt", "trip_id", "stop_sequence", "stop_id", "departure_time",
            optional=("pickup_type", "stop_headsign"),
        )  # fmt: skip
        for trip, sequence, stop, departure, pickup, headsign in rows:
            if trip != current:
                _note_end(ends, calls, current, end)
                current, end = trip, (-1, "")
            place = int(sequence)
            if place > end[0]:
                end = (place, stop)
            if stop in wanted:
                seconds = _seconds(departure)
                count += 1
                if count > MAX_CALLS:
                    raise ValueError(f"more than {MAX_CALLS} calls at the stop")
                if seconds is None:
                    self._untimed += 1
                else:
                    calls.setdefault(trip, []).append(
                        Call(place, stop, seconds, pickup != NO_PICKUP, headsign)
                    )
        _note_end(ends, calls, current, end)
        return calls, ends

    def _lines(self, routes: Container[str]) -> dict[str, str]:
        rows = self._rows("routes.txt", "route_id", optional=("route_short_name", "route_long_name"))
        return {route: self._words(short or long, LINE) for route, short, long in rows if route in routes}

    def _service_days(self, services: Container[str]) -> Mapping[str, list[date]]:
        """Return the days on which each service runs, among the day, the day before and the day after."""
        near = [self._day + timedelta(days=step) for step in (-1, 0, 1)]
        running: dict[str, set[date]] = {}
        ends = []
        for service, first, last, *runs in self._rows(
            "calendar.txt", "service_id", "start_date", "end_date", *_WEEKDAYS, missing_ok=True
        ):
            ends.append(last)
            if service in services:
                begin, end = _date(first), _date(last)
                running[service] = {day for day in near if begin <= day <= end and runs[day.weekday()] == "1"}
        for service, on, kind in self._rows(
            "calendar_dates.txt", "service_id", "date", "exception_type", missing_ok=True
        ):
            ends.append(on if kind == "1" else "")
            if service in services and _date(on) in near:
                if kind == "1":
                    running.setdefault(service, set()).add(_date(on))
                else:
                    running.get(service, set()).discard(_date(on))
        if max(ends, default="") < f"{self._day:%Y%m%d}":
            raise ValueError(
                f"the timetable ended on {max(ends, default='') or 'no day'}; a newer one is needed"
            )
        return {service: sorted(days) for service, days in running.items()}

    def _trips_by_frequency(self) -> set[str]:
        return {trip for (trip,) in self._rows("frequencies.txt", "trip_id", missing_ok=True)}

    def _rows(
        self, table: str, *columns: str, optional: tuple[str, ...] = (), missing_ok: bool = False
    ) -> Iterator[tuple[str, ...]]:
        """Yield the values of some columns of a table; missing optional columns are empty."""
        if table not in self._archive.namelist():
            if missing_ok:
                return
            raise ValueError(f"the timetable has no {table}")
        with self._archive.open(table) as member:
            rows = csv.reader(io.TextIOWrapper(member, "utf-8-sig", newline=""))
            head = [name.strip() for name in next(rows, [])]
            if missing := [name for name in columns if name not in head]:
                raise ValueError(f"the timetable's {table} has no {missing[0]}")
            places = [head.index(name) if name in head else -1 for name in (*columns, *optional)]
            width, pick = max(places), itemgetter(*places, -1)
            for row in rows:
                if len(row) > width:
                    row.append("")
                    yield pick(row)[:-1]


def _note_end(
    ends: dict[str, tuple[int, str]], calls: Container[str], trip: str, end: tuple[int, str]
) -> None:
    if trip in calls:
        ends[trip] = max(end, ends.get(trip, end))


def _seconds(text: str) -> int | None:
    """Convert HH:MM:SS, which may be more than a day, to seconds; None if it is not a time."""
    try:
        hours, minutes, seconds = map(int, text.split(":"))
    except ValueError:
        return None
    is_time = 0 <= hours < 100 and 0 <= minutes < 60 and 0 <= seconds < 60  # noqa: PLR2004  # two digits, and a clock's
    return hours * 3600 + minutes * 60 + seconds if is_time else None


def _date(text: str) -> date:
    return datetime.strptime(text, "%Y%m%d").replace(tzinfo=UTC).date()
