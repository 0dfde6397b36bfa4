"""Free times as published, their freshness, and which of them can still be booked.

`slots.yaml` contains only free times, no names; it is JSON, and therefore also valid YAML 1.2.
A list that is too old says nothing: neither that a time is free nor that none is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from math import inf
from typing import Annotated

from kiosk.feed.constraints import Strict, adapter, limits
from kiosk.feed.problems import ContentError, Position, error
from kiosk.feed.serialization import read_as
from kiosk.feed.site_layout import MAX_SLOTS_BYTES, SLOTS
from kiosk.feed.wall_time import Now, utc
from kiosk.feed.written_times import Instant, instant_of
from kiosk.feed.written_values import Id, raise_expected
from kiosk.frozen import frozen

MAX_SLOTS = 50_000

SKEW = timedelta(minutes=1)
"""How far a publisher's clock may be ahead before its list is not trusted."""


@frozen(kw_only=True)
class Slot(Strict):
    """A time that can be booked for a topic at an office."""

    office: Id
    topic: Id
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        """Convert both times to UTC; refuse one without a zone, and an end that is not after the start."""
        object.__setattr__(self, "start", instant_of(self.start))
        object.__setattr__(self, "end", instant_of(self.end))
        if self.end <= self.start:
            raise_expected("an end after the start", self.end.isoformat())


@frozen(kw_only=True)
class SlotAge(Strict):
    """How old the free times for a topic at an office are; `as_of` is None if they were never known."""

    office: Id
    topic: Id
    as_of: Instant | None


@frozen(kw_only=True)
class SlotList(Strict):
    """All free times of a feed, as known at `generated_at`, except those listed in `older`.

    If several sources give times for a topic at an office, `older` contains the oldest age.
    """

    generated_at: Instant
    slots: Annotated[tuple[Slot, ...], limits(max_length=MAX_SLOTS)] = ()
    older: Annotated[tuple[SlotAge, ...], limits(max_length=MAX_SLOTS)] = ()

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Slot, ...]]:
        """The slots of each topic, earliest first.

        If several begin at the same time at an office, as from two sources, only the shortest counts.
        """
        shortest: dict[str, dict[tuple[datetime, str], Slot]] = {}
        for slot in sorted(self.slots, key=lambda slot: slot.end, reverse=True):
            shortest.setdefault(slot.topic, {})[slot.start, slot.office] = slot
        return {
            topic: tuple(sorted(slots.values(), key=lambda slot: (slot.start, slot.end, slot.office)))
            for topic, slots in shortest.items()
        }


@frozen
class Freshness:
    """Whether the free times are known, and the time of the last list (None if there never was one)."""

    known: bool
    as_of: datetime | None


@frozen
class OfficeSlots:
    """The free times of one office, earliest first; may be empty."""

    office: str
    slots: tuple[Slot, ...]


@frozen
class OfficeTimes:
    """The free times of one office for a topic, and their freshness.

    If they are not known, an empty list does not mean that nothing is free, and there may be unlisted times.
    """

    office: str
    slots: tuple[Slot, ...]
    fresh: Freshness


def read_slots(data: bytes) -> SlotList:
    """Return the list in a published `slots.yaml`; raises `ContentError`."""
    if len(data) > MAX_SLOTS_BYTES:
        raise ContentError([error(Position(SLOTS), f"larger than {MAX_SLOTS_BYTES} bytes")])
    return read_as(SlotList, data, SLOTS)


def write_slots(slots: SlotList) -> bytes:
    """Return the bytes of `slots.yaml`; equal lists give equal bytes."""
    return adapter(SlotList).dump_json(slots) + b"\n"


def freshness(
    slots: SlotList | None, valid_for_s: float, now: Now, *, office: str = "", topic: str = ""
) -> Freshness:
    """Return whether the free times are at most `valid_for_s` seconds old, and not from the future.

    With `topic`, or `office` and `topic`, only their times are considered, otherwise the whole list. Without
    a trusted time nothing is known, not even the time of the last list.
    """
    if slots is None or now is None:
        return Freshness(known=False, as_of=None)
    ages = [age.as_of for age in slots.older if age.topic == topic and office in ("", age.office)]
    as_of = None if None in ages else min((age for age in ages if age), default=slots.generated_at)
    if as_of is None:
        return Freshness(known=False, as_of=None)
    return Freshness(is_fresh(as_of, valid_for_s, now), as_of)


def is_fresh(as_of: datetime, valid_for_s: float, now: datetime) -> bool:
    """Return whether data is at most `valid_for_s` seconds old at `now`, and not from the future."""
    return -SKEW <= utc(now) - as_of <= timedelta(seconds=valid_for_s)


def free_slots(slots: SlotList | None, topic: str, valid_for_s: float, now: Now) -> tuple[Slot, ...]:
    """Return the times for `topic` that may be offered at `now`, earliest first, without outdated ones."""
    if slots is None or now is None or not is_fresh(slots.generated_at, valid_for_s, now):
        return ()
    old = {age.office for age in slots.older if age.topic == topic and _is_old(age, slots, now, valid_for_s)}
    return tuple(slot for slot in open_slots(slots, topic, now) if slot.office not in old)


def _is_old(age: SlotAge, slots: SlotList, now: datetime, valid_for_s: float) -> bool:
    """Return whether the times of an office and topic are too old.

    The list contains nothing from sources that were already too old when it was made, and the times of the
    other sources are as old as the list; see `kiosk.booking.slot_offer`.
    """
    if age.as_of is None or not is_fresh(age.as_of, valid_for_s, slots.generated_at):
        return False
    return not is_fresh(age.as_of, valid_for_s, now)


def fresh_for_s(slots: SlotList | None, valid_for_s: float, now: Now) -> float:
    """Return the seconds until some of the offered times become too old; infinity if none do."""
    if slots is None or now is None:
        return inf
    times = (slots.generated_at, *(age.as_of for age in slots.older if age.as_of))
    left = (valid_for_s - (utc(now) - as_of).total_seconds() for as_of in times)
    return min((seconds for seconds in left if seconds >= 0), default=inf)


def open_slots(slots: SlotList, topic: str, now: datetime) -> tuple[Slot, ...]:
    """Return the slots for `topic` that have not started at `now`, earliest first."""
    listed = slots.by_topic.get(topic, ())
    return listed[bisect_right(listed, utc(now), key=lambda slot: slot.start) :]


def by_office(slots: Iterable[Slot], this_office: str) -> tuple[OfficeSlots, ...]:
    """Group slots, sorted by start, by office: this office first, even without slots, then by first slot."""
    groups: dict[str, list[Slot]] = {this_office: []}
    for slot in slots:
        groups.setdefault(slot.office, []).append(slot)
    return tuple(OfficeSlots(office, tuple(group)) for office, group in groups.items())


def times_by_office(
    slots: SlotList | None, topic: str, this_office: str, valid_for_s: float, now: Now
) -> tuple[OfficeTimes, ...]:
    """Return the free times of each office for `topic`: this one first, the others by first slot."""
    groups = by_office(free_slots(slots, topic, valid_for_s, now), this_office)
    times_of = {group.office: group.slots for group in groups}
    for age in slots.older if slots else ():
        if age.topic == topic:
            times_of.setdefault(age.office, ())
    return tuple(
        OfficeTimes(office, times, freshness(slots, valid_for_s, now, office=office, topic=topic))
        for office, times in times_of.items()
    )
