"""Departures from GTFS Realtime 2.0 (trip updates in protobuf) and the timetable that they change.

Trips that are not in the timetable are not shown, since their destination is unknown. Runs in a separate
process; see `source_round`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from google.transit.gtfs_realtime_pb2 import FeedMessage, TripUpdate

DEPARTURES = 40
AHEAD = timedelta(hours=3)
LATEST = timedelta(hours=2)
"""The longest delay that is considered."""

OLDEST = timedelta(minutes=10)
SKEW = timedelta(minutes=1)
_CANCELLED = frozenset((3, 7))  # CANCELED, DELETED
_NOT_IN_TIMETABLE = frozenset((1, 2, 6, 8))  # ADDED, UNSCHEDULED, DUPLICATED, NEW
_FULL = 0
_SKIPPED, _NO_DATA = 1, 2

Updates = Mapping[str, list["TripUpdate"]]


class Planned(NamedTuple):
    """A trip's call at the stop according to the timetable; an empty line means that nobody can board."""

    trip: str
    day: str
    place: int
    stop: str
    time: datetime
    line: str
    destination: str


def read_trip_updates(request: bytes) -> bytes:
    """Return the coming departures as JSON, with the time of the feed; raises `ValueError`.

    The request is a line of JSON with `now`, a line with the result of `read_timetable`, and the feed.
    """
    head, _, rest = request.partition(b"\n")
    listed, _, data = rest.partition(b"\n")
    now, timetable = datetime.fromisoformat(json.loads(head)["now"]), json.loads(listed)
    feed = _message(data)
    as_of = _as_of(feed, now)
    updates: dict[str, list[TripUpdate]] = {}
    for entity in feed.entity:
        if entity.HasField("trip_update") and not entity.is_deleted:
            updates.setdefault(entity.trip_update.trip.trip_id, []).append(entity.trip_update)
    planned = [_planned(*call) for call in timetable["departures"]]
    _check_edition(updates, planned, frozenset(timetable["stops"]))
    coming = sorted(_coming(planned, updates, now), key=lambda departure: departure[0])
    departures = [
        {"line": call.line, "destination": call.destination, "time": at.isoformat()}
        for at, call in coming[:DEPARTURES]
    ]
    answer = {
        "data": {"departures": departures},
        "problems": timetable["problems"],
        "as_of": as_of.isoformat(),
    }
    return json.dumps(answer).encode()


def _planned(*call: Any) -> Planned:  # noqa: ANN401  # as `gtfs_timetable` wrote it
    trip, day, place, stop, at, line, destination = call
    return Planned(trip, day, place, stop, datetime.fromisoformat(at), line, destination)


def _message(data: bytes) -> FeedMessage:
    try:
        from google.protobuf.message import DecodeError  # noqa: PLC0415  # an extra, as below
        from google.transit.gtfs_realtime_pb2 import FeedMessage  # noqa: PLC0415  # an extra
    except ImportError as missing:
        raise ValueError("install gtfs-realtime-bindings for GTFS: pip install 'infodisk[live]'") from missing
    feed = FeedMessage()
    try:
        feed.ParseFromString(data)
    except DecodeError as bad:
        raise ValueError("the source changed its form: this is no GTFS Realtime feed") from bad
    if feed.header.incrementality != _FULL:
        raise ValueError("a feed of changes only (DIFFERENTIAL), which cannot be read alone")
    return feed


def _as_of(feed: FeedMessage, now: datetime) -> datetime:
    stamp = feed.header.timestamp
    if not stamp:
        raise ValueError("the feed does not give its time (header.timestamp)")
    try:
        as_of = datetime.fromtimestamp(stamp, UTC)
    except (ValueError, OverflowError, OSError) as bad:
        raise ValueError(f"the feed is not current: {stamp}") from bad
    if not -SKEW <= now - as_of <= OLDEST:
        raise ValueError(f"the feed is not current: {as_of:%Y-%m-%d %H:%M:%S} UTC")
    return as_of


def _check_edition(updates: Updates, planned: list[Planned], stops: frozenset[str]) -> None:
    """Refuse a timetable with none of the feed's trips at the stop: cancellations would go unnoticed."""
    at_stop = {
        trip
        for trip, (first, *_) in updates.items()
        if first.trip.schedule_relationship not in _NOT_IN_TIMETABLE
        and any(call.stop_id in stops for call in first.stop_time_update)
    }
    if at_stop and at_stop.isdisjoint(call.trip for call in planned):
        raise ValueError("the feed's trips are not in the timetable: it is another edition")


def _coming(planned: list[Planned], updates: Updates, now: datetime) -> Iterator[tuple[datetime, Planned]]:
    for call in planned:
        if not call.line or not now - LATEST <= call.time <= now + AHEAD + LATEST:
            continue
        at = _expected(call, _update_of(call, updates))
        if at and now - timedelta(minutes=1) <= at <= now + AHEAD:
            yield at, call


def _update_of(planned: Planned, updates: Updates) -> TripUpdate | None:
    """Return the update of a trip on its day; an update without a day applies to every day."""
    of_trip = updates.get(planned.trip, ())
    return next((update for update in of_trip if update.trip.start_date in {"", planned.day}), None)


def _expected(planned: Planned, update: TripUpdate | None) -> datetime | None:
    """Return when a departure is expected; None if nobody can board.

    A delay at an earlier stop applies until another one is given (GTFS Realtime, "Trip updates").
    """
    if update is None:
        return planned.time
    if update.trip.schedule_relationship in _CANCELLED:
        return None
    earlier = None
    for call in update.stop_time_update:
        place = call.stop_sequence if call.HasField("stop_sequence") else None
        if place == planned.place or (place is None and call.stop_id == planned.stop):
            return _at_stop(planned, call)
        if place is not None and place < planned.place and call.schedule_relationship != _SKIPPED:
            earlier = call
    delay = _delay(earlier) if earlier else None
    if delay is None and not update.stop_time_update and update.HasField("delay"):
        delay = update.delay
    return _later(planned.time, delay or 0)


def _at_stop(planned: Planned, call: TripUpdate.StopTimeUpdate) -> datetime | None:
    if call.schedule_relationship == _SKIPPED:
        return None
    if call.schedule_relationship == _NO_DATA:
        return planned.time
    event = call.departure if call.HasField("departure") else call.arrival
    if event.HasField("time"):
        try:
            return datetime.fromtimestamp(event.time, UTC)
        except (ValueError, OverflowError, OSError):
            return None
    return _later(planned.time, event.delay)


def _delay(call: TripUpdate.StopTimeUpdate) -> int | None:
    if call.schedule_relationship == _NO_DATA:
        return None
    event = call.departure if call.HasField("departure") else call.arrival
    return event.delay if event.HasField("delay") else None


def _later(time: datetime, seconds: int) -> datetime:
    return time + timedelta(seconds=seconds)
