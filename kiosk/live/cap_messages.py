"""The Common Alerting Protocol 1.2 (OASIS): which of several messages are in force. Pure.

An Update replaces the messages that it references, and a Cancel ends them, in whatever order they are read;
both must have the same sender and status as those messages. An Update whose area is only partly readable
replaces them only where it is known to apply. Only public messages count, and only actual ones and exercises;
tests, drafts and messages between systems are ignored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from kiosk.booking.nearby_offices import distance_m
from kiosk.feed.wall_time import utc
from kiosk.feed.written_sizes import GeoPosition
from kiosk.frozen import frozen

LONGEST = timedelta(hours=24)
"""How long an alert without an end is in force."""

Reference = tuple[str, str, str]
"""The sender, identifier and time by which one message refers to another."""

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

Circle = tuple[Point, float]
"""A centre, and a radius in kilometres."""

KINDS = frozenset({"Alert", "Update", "Cancel", "Ack", "Error"})
STATUSES = frozenset({"Actual", "Exercise", "System", "Test", "Draft"})
SCOPES = frozenset({"Public", "Restricted", "Private"})


@frozen(kw_only=True)
class CapInfo:
    """The content of a message about one event in one language."""

    language: str = ""
    event: str = ""
    categories: tuple[str, ...] = ()
    responses: tuple[str, ...] = ()
    severity: str = ""
    certainty: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    effective: datetime | None = None
    expires: datetime | None = None
    geocodes: tuple[str, ...] = ()
    polygons: tuple[tuple[Point, ...], ...] = ()
    circles: tuple[Circle, ...] = ()
    is_partial: bool = False
    """Whether it also applies to areas that could not be read."""

    codes_are_coarse: bool = False
    """Whether the polygons decide where it applies, and codes only count for offices without a position."""

    @property
    def is_placed(self) -> bool:
        """Whether it says where it applies."""
        return bool(self.geocodes or self.polygons or self.circles)


@frozen(kw_only=True)
class CapMessage:
    """One message."""

    identifier: str
    sender: str
    sent: datetime
    status: str = "Actual"
    kind: str = "Alert"
    """Alert, Update or Cancel; acknowledgements and errors are not for the public."""

    scope: str = "Public"
    references: frozenset[Reference] = frozenset()
    infos: tuple[CapInfo, ...] = ()
    problems: tuple[str, ...] = ()
    """What could not be read in it."""

    @property
    def key(self) -> tuple[str, str]:
        """What identifies a message: its sender and identifier."""
        return self.sender, self.identifier

    @property
    def is_partial(self) -> bool:
        """Whether it also applies to areas that could not be read."""
        return self.kind != "Cancel" and any(info.is_partial for info in self.infos)

    def span(self, info: CapInfo) -> tuple[datetime, datetime]:
        """Return the start and end of the time during which an info is in force."""
        start = utc(info.effective or self.sent)
        return start, utc(info.expires) if info.expires else start + LONGEST


def in_force(messages: Iterable[CapMessage], now: datetime) -> list[tuple[CapMessage, CapInfo]]:
    """Return the messages that are or will be in force, paired with each of their infos that has not ended.

    Of several messages with the same key, the newest counts. A message that was replaced or ended stays so.
    """
    newest = _newest(messages)
    over = {
        key
        for message in newest.values()
        if _ends(message) and not message.is_partial
        for key in _ended(message, newest)
    }
    return [
        (message, info)
        for key, message in newest.items()
        if key not in over and message.kind != "Cancel" and _counts(message)
        for info in message.infos
        if message.span(info)[1] > utc(now)
    ]


def partial_updates(messages: Iterable[CapMessage]) -> dict[tuple[str, str], list[CapMessage]]:
    """Return, by message key, the Updates that replace a message only where they are known to apply."""
    newest = _newest(messages)
    updates: dict[tuple[str, str], list[CapMessage]] = {}
    for message in newest.values():
        if _ends(message) and message.is_partial:
            for key in _ended(message, newest):
                updates.setdefault(key, []).append(message)
    return updates


def _newest(messages: Iterable[CapMessage]) -> dict[tuple[str, str], CapMessage]:
    """Return the newest message of each key, without acknowledgements and errors."""
    newest: dict[tuple[str, str], CapMessage] = {}
    for message in messages:
        known = newest.get(message.key)
        if known is None or utc(message.sent) > utc(known.sent):
            newest[message.key] = message
    return {key: message for key, message in newest.items() if message.kind in {"Alert", "Update", "Cancel"}}


def _counts(message: CapMessage) -> bool:
    return message.scope == "Public" and message.status in {"Actual", "Exercise"}


def _ends(message: CapMessage) -> bool:
    return message.kind in {"Update", "Cancel"}


def _ended(message: CapMessage, messages: Mapping[tuple[str, str], CapMessage]) -> set[tuple[str, str]]:
    """Return the keys of the messages that an Update or a Cancel ends.

    These are the messages that it references, if they have the same sender and status, and those that a
    partly readable Update among them references in turn.
    """
    ended: set[tuple[str, str]] = set()
    waiting = [message]
    while waiting:
        ending = waiting.pop()
        for sender, identifier, _ in ending.references:
            referenced = messages.get((sender, identifier))
            if referenced is None or referenced.key in {ending.key, *ended} or sender != ending.sender:
                continue
            if referenced.status == ending.status:
                ended.add(referenced.key)
                waiting += [referenced] if _ends(referenced) and referenced.is_partial else []
    return ended


def concerns(info: CapInfo, areas: Iterable[str], offices: Mapping[str, Point | None]) -> frozenset[str]:
    """Return the ids of the offices that an alert concerns; `offices` has their positions, None if unknown.

    If a code overlaps one of `areas`, it concerns all offices; if its codes are coarse and it has polygons,
    only the offices without a position. A county overlaps its municipalities, and vice versa.
    """
    by_code = any(_overlap(code, area) for code in info.geocodes for area in areas)
    is_drawn = info.codes_are_coarse and bool(info.polygons)
    return frozenset(
        name
        for name, place in offices.items()
        if (by_code and not (is_drawn and place))
        or (
            place
            and (
                any(_is_within(place, polygon) for polygon in info.polygons)
                or any(_distance_km(place, centre) <= radius for centre, radius in info.circles)
            )
        )
    )


def _overlap(code: str, area: str) -> bool:
    if code == area:
        return True
    county, municipality = sorted((code, area), key=len)
    lengths = len(county), len(municipality)
    return (code + area).isdigit() and lengths == (2, 4) and municipality.startswith(county)


def _is_within(place: Point, polygon: tuple[Point, ...]) -> bool:
    """Return whether a point is in a polygon, by counting the edges to the east of it."""
    north, east = place
    inside = False
    for (north_1, east_1), (north_2, east_2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (north_1 > north) != (north_2 > north):
            crossing = east_1 + (north - north_1) / (north_2 - north_1) * (east_2 - east_1)
            inside ^= east < crossing
    return inside


def _distance_km(one: Point, other: Point) -> float:
    return distance_m(GeoPosition(*one), GeoPosition(*other)) / 1000
