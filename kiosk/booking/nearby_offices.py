"""Which office to go to: how far it is, weighed against how long one waits for a time there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from math import asin, cos, radians, sin, sqrt

from kiosk.feed.models import Feed, Office
from kiosk.feed.wall_time import Now
from kiosk.feed.written_values import GeoPosition

EARTH_M = 6_371_009.0
"""The mean radius (IUGG)."""

KM_A_DAY = 1.0
"""How much further one goes to come a day sooner."""

FAR_KM = 5.0
"""What counts as the way to an office whose position, or ours, is not told."""


def distance_m(one: GeoPosition, other: GeoPosition) -> float:
    """Return metres along the surface of the earth, by the haversine formula; off by 0.5 % at most."""
    north, south = radians(one.latitude), radians(other.latitude)
    apart = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(apart / 2) ** 2
    return 2 * EARTH_M * asin(sqrt(min(1.0, half)))


def metres_between(one: Office, other: Office) -> float | None:
    """Return how far two offices are from each other, in metres as the crow flies; None if not told."""
    if one.position is None or other.position is None:
        return None
    return distance_m(one.position, other.position)


def in_reach(feed: Feed, this_office: str, first: Mapping[str, datetime | None], now: Now) -> tuple[str, ...]:
    """Return the offices of `first` in the order in which to think of them: this one, then by way and wait.

    `first` has the time at which one can come to each, None if there is none or it is not known; such offices
    are last, the nearest of them first. A time that has begun is no wait. Without a trusted time only the way
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
