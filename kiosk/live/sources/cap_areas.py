"""Parses the areas and times of a CAP message one by one, so that one bad value does not affect the others.

An area is the union of its polygons, circles and geocodes (CAP 1.2, 3.2.4), so the alert applies at least to
those that can be read. The others are reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeVar

from kiosk.live.cap_messages import Circle, Point
from kiosk.live.sources.calendar_bounds import within_calendar

_Shape = TypeVar("_Shape")
_CORNERS = 3
_MIDNIGHT = re.compile(r"T24:00(:00(\.0+)?)?(?!\d)")
_SHORTEST_LISTED_CODE = 4
"""A shorter word may be part of a single code written with a space, such as 01 80."""


class CapPlaces(NamedTuple):
    """Where an info applies."""

    geocodes: tuple[str, ...]
    polygons: tuple[tuple[Point, ...], ...]
    circles: tuple[Circle, ...]


def places_of(
    geocodes: Iterable[str], polygons: Iterable[str], circles: Iterable[str], problems: list[str]
) -> CapPlaces:
    """Return the readable parts of areas; the others are added to `problems`."""
    return CapPlaces(
        tuple(code for geocode in geocodes for code in _codes(geocode, problems)),
        tuple(_readable(_polygon, "polygon", polygons, problems)),
        tuple(_readable(_circle, "circle", circles, problems)),
    )


def _readable(
    parse: Callable[[str], _Shape], name: str, texts: Iterable[str], problems: list[str]
) -> Iterator[_Shape]:
    for text in filter(None, texts):
        try:
            yield parse(text)
        except ValueError as bad:
            problems.append(f"a {name} is left out: {bad}")


def _codes(text: str, problems: list[str]) -> Iterator[str]:
    """Yield the codes in a geocode; there should be one, but some senders list several."""
    parts = re.split(r"\s*[,;]\s*", text)
    for part in filter(None, parts):
        words = part.split()
        if len(words) > 1 and any(len(word) < _SHORTEST_LISTED_CODE for word in words):
            problems.append(f"a geocode is left out, since it may be one code or several: {part!a:.60}")
        else:
            yield from words


def _polygon(text: str) -> tuple[Point, ...]:
    points = tuple(map(_point, _pairs(text)))
    if len(set(points)) < _CORNERS:
        raise ValueError(f"fewer than {_CORNERS} points: {text!a:.60}")
    return points


def _circle(text: str) -> Circle:
    try:
        centre, radius = _pairs(text)
        point, radius_km = _point(centre), float(radius)
    except ValueError as bad:
        raise ValueError(f"not a point and a radius: {text!a:.60}") from bad
    if not 0 <= radius_km < float("inf"):
        raise ValueError(f"not a radius: {radius!a:.60}")
    return point, radius_km


def _pairs(text: str) -> list[str]:
    """Split a text at spaces, except those around a comma, which joins a pair."""
    return re.sub(r"\s*,\s*", ",", text).split()


def _point(text: str) -> Point:
    try:
        north, east = map(float, text.split(","))
    except ValueError as bad:
        raise ValueError(f"not a point: {text!a:.60}") from bad
    if not (abs(north) <= 90 and abs(east) <= 180):  # noqa: PLR2004  # degrees of the poles and the antimeridian
        raise ValueError(f"not a point: {text!a:.60}")
    return north, east


def time_of(text: str, name: str) -> datetime:
    """Return a time, limited to the years of `within_calendar`; raises `ValueError`."""
    time = _written_time(text, name)
    if time.utcoffset() is None:
        raise ValueError(f"{name} has no offset from UTC: {text!a:.60}")
    return within_calendar(time)


def _written_time(text: str, name: str) -> datetime:
    start_of_day, is_end_of_day = _MIDNIGHT.subn("T00:00", text.upper())  # XML Schema 1.1, 3.3.7
    try:
        return datetime.fromisoformat(start_of_day) + timedelta(days=is_end_of_day)
    except (ValueError, OverflowError) as bad:
        raise ValueError(f"{name} is not a time: {text!a:.60}") from bad


def start_of(text: str, problems: list[str]) -> datetime | None:
    """Return the start of an info; None, which means when it was sent, if missing or unreadable."""
    try:
        return time_of(text, "effective") if text else None
    except ValueError as bad:
        problems.append(f"{bad}; it counts from when it was sent")
        return None


def end_of(text: str, problems: list[str]) -> datetime | None:
    """Return the end of an info; None if missing or unreadable.

    A time without an offset is read as UTC, the later of the two times that a sender in Sweden may mean.
    """
    if not text:
        return None
    try:
        time = _written_time(text, "expires")
    except ValueError as bad:
        problems.append(f"{bad}; it counts for a day")
        return None
    if time.utcoffset() is None:
        problems.append(f"expires has no offset from UTC, and is read as UTC: {text!a:.60}")
        time = time.replace(tzinfo=UTC)
    return within_calendar(time)
