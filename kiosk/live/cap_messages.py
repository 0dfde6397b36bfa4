"""The Common Alerting Protocol 1.2 (OASIS): which of several messages are in force. Pure.

An Update replaces what it references, a Cancel ends it, whatever the order in which they are read; both must
come from the sender and have the status of what they reference. An Update whose area cannot be read in full
replaces it only where the Update is known to hold. Only public messages count, and of these only real ones
and, apart, exercises: tests, drafts and messages between systems never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from kiosk.booking.nearby_offices import distance_m
from kiosk.feed.wall_time import utc
from kiosk.feed.written_sizes import GeoPosition
from kiosk.frozen import frozen

LONGEST = timedelta(hours=24)
"""How long an alert is in force that does not say until when."""

Reference = tuple[str, str, str]
"""The sender, the identifier and the time of a message, as another one names it."""

Point = tuple[float, float]
"""Degrees north and east."""

Circle = tuple[Point, float]
"""A centre, and a radius in kilometres."""

KINDS = frozenset({"Alert", "Update", "Cancel", "Ack", "Error"})
STATUSES = frozenset({"Actual", "Exercise", "System", "Test", "Draft"})
SCOPES = frozenset({"Public", "Restricted", "Private"})


@frozen(kw_only=True)
class CapInfo:
    """What a message says in one language, of one event."""

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
    """Whether it also holds somewhere that could not be read."""

    codes_are_coarse: bool = False
    """Whether the polygons say where it holds, and the codes only count where no position is known."""

    @property
    def is_placed(self) -> bool:
        """Return whether it says where it holds."""
        return bool(self.geocodes or self.polygons or self.circles)


@frozen(kw_only=True)
class CapMessage:
    """One message."""

    identifier: str
    sender: str
    sent: datetime
    status: str = "Actual"
    kind: str = "Alert"
    """Alert, Update or Cancel; acknowledgements and errors say nothing to the public."""

    scope: str = "Public"
    references: frozenset[Reference] = frozenset()
    infos: tuple[CapInfo, ...] = ()
    problems: tuple[str, ...] = ()
    """What of it could not be read."""

    @property
    def key(self) -> tuple[str, str]:
        """What names a message among all."""
        return self.sender, self.identifier

    @property
    def is_partial(self) -> bool:
        """Return whether it also holds somewhere that could not be read."""
        return self.kind != "Cancel" and any(each.is_partial for each in self.infos)

    def span(self, info: CapInfo) -> tuple[datetime, datetime]:
        """Return from when to when a part of the message is in force."""
        start = utc(info.effective or self.sent)
        return start, utc(info.expires) if info.expires else start + LONGEST


def in_force(messages: Iterable[CapMessage], now: datetime) -> list[tuple[CapMessage, CapInfo]]:
    """Return the messages that are or will be in force, each with one of its infos that is not over.

    Of several messages of one name the newest counts. A message that was replaced or ended stays so.
    """
    heard = _heard(messages)
    over = {
        key for each in heard.values() if _ends(each) and not each.is_partial for key in _reached(each, heard)
    }
    return [
        (each, info)
        for key, each in heard.items()
        if key not in over and each.kind != "Cancel" and _counts(each)
        for info in each.infos
        if each.span(info)[1] > utc(now)
    ]


def partial_updates(messages: Iterable[CapMessage]) -> dict[tuple[str, str], list[CapMessage]]:
    """Return, by the names of messages, the Updates that replace them only where these are known to hold."""
    heard = _heard(messages)
    found: dict[tuple[str, str], list[CapMessage]] = {}
    for each in heard.values():
        if _ends(each) and each.is_partial:
            for key in _reached(each, heard):
                found.setdefault(key, []).append(each)
    return found


def _heard(messages: Iterable[CapMessage]) -> dict[tuple[str, str], CapMessage]:
    newest: dict[tuple[str, str], CapMessage] = {}
    for each in messages:
        known = newest.get(each.key)
        if known is None or utc(each.sent) > utc(known.sent):
            newest[each.key] = each
    return {key: each for key, each in newest.items() if each.kind in {"Alert", "Update", "Cancel"}}


def _counts(message: CapMessage) -> bool:
    return message.scope == "Public" and message.status in {"Actual", "Exercise"}


def _ends(message: CapMessage) -> bool:
    return message.kind in {"Update", "Cancel"}


def _reached(message: CapMessage, messages: Mapping[tuple[str, str], CapMessage]) -> set[tuple[str, str]]:
    """Return the names of what an Update or a Cancel ends.

    That is what it references, of the same sender and status, and what
    an Update among these ends only in part.
    """
    found: set[tuple[str, str]] = set()
    waiting = [message]
    while waiting:
        one = waiting.pop()
        for sender, identifier, _ in one.references:
            named = messages.get((sender, identifier))
            if named is None or named.key in {one.key, *found} or sender != one.sender:
                continue
            if named.status == one.status:
                found.add(named.key)
                waiting += [named] if _ends(named) and named.is_partial else []
    return found


def concerns(info: CapInfo, areas: Iterable[str], offices: Mapping[str, Point | None]) -> frozenset[str]:
    """Return the ids of the offices that an alert concerns, whose positions are given where they are known.

    By its codes it concerns all of them, unless they are coarse: a county includes its municipalities, and
    the other way round.
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
    """Return whether a place lies in a polygon, by the number of its edges to the east of it."""
    north, east = place
    inside = False
    for (north_1, east_1), (north_2, east_2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (north_1 > north) != (north_2 > north):
            crossing = east_1 + (north - north_1) / (north_2 - north_1) * (east_2 - east_1)
            inside ^= east < crossing
    return inside


def _distance_km(one: Point, other: Point) -> float:
    return distance_m(GeoPosition(*one), GeoPosition(*other)) / 1000
