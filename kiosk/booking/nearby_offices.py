"""Which offices to suggest, by their distance weighed against the wait for a slot there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from math import asin, cos, radians, sin, sqrt

from kiosk.feed.models import Feed, Office
from kiosk.feed.wall_time import Now
from kiosk.feed.written_sizes import GeoPosition

EARTH_M = 6_371_009.0
"""The mean radius (IUGG)."""

KM_A_DAY = 1.0
"""How much further a visitor would travel for a slot one day earlier."""

FAR_KM = 5.0
"""The assumed distance to an office if its position, or this office's, is unknown."""


def distance_m(one: GeoPosition, other: GeoPosition) -> float:
    """Return the great-circle distance in metres by the haversine formula; the error is at most 0.5 %."""
    north, south = radians(one.latitude), radians(other.latitude)
    apart = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(apart / 2) ** 2
    return 2 * EARTH_M * asin(sqrt(min(1.0, half)))


def metres_between(one: Office, other: Office) -> float | None:
    """Return the straight-line distance between two offices in metres; None if a position is unknown."""
    if one.position is None or other.position is None:
        return None
    return distance_m(one.position, other.position)


def offices_by_reach(
    feed: Feed, this_office: str, first: Mapping[str, datetime | None], now: Now
) -> tuple[str, ...]:
    """Return the offices of `first` in the order to suggest them: this one, then by distance and wait.

    `first` contains the first slot of each office, None if there is none or it is unknown; such offices come
    last, nearest first. A slot that has started means no wait. Without a trusted time only the distance
    counts.
    """

    def key(office: str) -> tuple[bool, bool, float, str]:
        start = first[office]
        wait = max(0.0, (start - now).total_seconds() / 86400) if start and now else 0.0
        return office != this_office, start is None, _km(feed, this_office, office) + KM_A_DAY * wait, office

    return tuple(sorted(first, key=key))


def _km(feed: Feed, one: str, other: str) -> float:
    metres = metres_between(feed.offices[one], feed.offices[other])
    return FAR_KM if metres is None else metres / 1000
