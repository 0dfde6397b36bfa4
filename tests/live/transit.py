"""A small line network as GTFS, and feeds of GTFS Realtime about it, generated with the official bindings.

Line 117 leaves platform 2 of Torget at 12:04 and 12:34 for Spånga, line 118 platform 1 at 12:09 for
Vällingby.
"""

import io
import zipfile
from datetime import UTC, datetime

from google.transit import gtfs_realtime_pb2 as realtime

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)  # noon in Stockholm, a Tuesday

TABLES = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\n1,Trafik,https://trafik.example,Europe/Stockholm\n",
    "stops.txt": (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "torget,Torget,59.36,17.84,1,\n"
        "torget:1,Torget,59.36,17.84,0,torget\ntorget:2,Torget,59.36,17.84,0,torget\n"
        "kyrkan,Kyrkan,59.35,17.83,0,\nspånga,Spånga station,59.38,17.90,0,\n"
        "vällingby,Vällingby,59.36,17.87,0,\n"
    ),
    "routes.txt": "route_id,route_short_name,route_long_name,route_type\nr117,117,,3\nr118,118,,3\n",
    "trips.txt": (
        "route_id,service_id,trip_id,trip_headsign\n"
        "r117,weekdays,a,Spånga\nr117,weekdays,b,\nr118,weekdays,c,Vällingby\nr118,saturdays,s,Vällingby\n"
    ),
    "stop_times.txt": (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type\n"
        "a,11:58:00,11:58:00,kyrkan,1,0\na,12:04:00,12:04:00,torget:2,2,0\na,12:20:00,12:20:00,spånga,3,1\n"
        "b,12:28:00,12:28:00,kyrkan,1,0\nb,12:34:00,12:34:00,torget:2,2,0\nb,12:50:00,12:50:00,spånga,3,1\n"
        "c,12:09:00,12:09:00,torget:1,1,0\nc,12:20:00,12:20:00,vällingby,2,0\n"
        "s,12:10:00,12:10:00,torget:1,1,0\ns,12:20:00,12:20:00,vällingby,2,0\n"
    ),
    "calendar.txt": (
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "weekdays,1,1,1,1,1,0,0,20260801,20261212\nsaturdays,0,0,0,0,0,1,0,20260801,20261212\n"
    ),
}  # fmt: skip


def timetable(**changed):
    """Return the zip of the network; a table given by its name replaces or adds one, None takes it away."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        tables = TABLES | {f"{name}.txt": text for name, text in changed.items()}
        for name, text in tables.items():
            if text is not None:
                archive.writestr(name, text)
    return packed.getvalue()


def call(sequence=None, stop=None, **said):
    """Return what is said of a stop: `delay` or `time` of the departure, or another `relationship`."""
    update = realtime.TripUpdate.StopTimeUpdate()
    if sequence is not None:
        update.stop_sequence = sequence
    if stop is not None:
        update.stop_id = stop
    if "relationship" in said:
        update.schedule_relationship = said.pop("relationship")
    for name, value in said.items():
        setattr(update.departure, name, int(value.timestamp()) if name == "time" else value)
    return update


def feed(*trips, at=NOW, incrementality=0):
    """Return a feed made at a time; each trip is its id, its calls, and what else its descriptor says."""
    message = realtime.FeedMessage()
    message.header.gtfs_realtime_version = "2.0"
    message.header.incrementality = incrementality
    if at:
        message.header.timestamp = int(at.timestamp())
    for number, (trip, calls, described) in enumerate(trips):
        entity = message.entity.add(id=str(number))
        entity.trip_update.trip.trip_id = trip
        for name, value in described.items():
            setattr(entity.trip_update.trip, name, value)
        entity.trip_update.stop_time_update.extend(calls)
    return message.SerializeToString()


def trip(name, *calls, **described):
    """Return what is said of a trip."""
    return name, calls, described
