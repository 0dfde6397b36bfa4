"""Free times as they are published, how fresh they are, and which of them can still be had.

`slots.yaml` holds only free times, no names; it is the JSON that every YAML 1.2 reader also reads.
A list that is too old says nothing: neither that a time is free nor that none is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, Field, model_validator

from kiosk.content.problems import ContentError, Position, error
from kiosk.content.text import Strict
from kiosk.content.values import Id, expected
from kiosk.content.walltime import utc
from kiosk.content.wire import read_as

FILE = "slots.yaml"
MAX_SLOTS_BYTES = 8 << 20
MAX_SLOTS = 50_000

_SKEW = timedelta(minutes=1)
"""How far a publisher's clock may be ahead of ours before its list is not believed."""


Instant = Annotated[AwareDatetime, AfterValidator(utc)]
"""A moment, held in UTC: datetimes of one zone compare as their wall clocks do, wrong in a repeated hour."""


class Slot(Strict):
    """A time that can be booked for a topic at an office."""

    office: Id
    topic: Id
    start: Instant
    end: Instant

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.end <= self.start:
            expected("an end after the start", self.end.isoformat())
        return self


class SlotList(Strict):
    """All free times of a feed, as known at `generated_at`."""

    generated_at: Instant
    slots: tuple[Slot, ...] = Field(default=(), max_length=MAX_SLOTS)


@dataclass(frozen=True)
class Freshness:
    """Whether the free times are known, and as of when the last list was (None: there never was one)."""

    known: bool
    as_of: datetime | None


@dataclass(frozen=True)
class OfficeSlots:
    """The free times of one office, the earliest first; none is an answer too."""

    office: str
    slots: tuple[Slot, ...]


def read_slots(data: bytes) -> SlotList:
    """Return the list that a published `slots.yaml` holds; raises `ContentError`."""
    if len(data) > MAX_SLOTS_BYTES:
        raise ContentError([error(Position(FILE), f"larger than {MAX_SLOTS_BYTES} bytes")])
    return read_as(SlotList, data, FILE)


def write_slots(slots: SlotList) -> bytes:
    """Return the bytes of `slots.yaml`; equal lists give equal bytes."""
    return slots.model_dump_json().encode() + b"\n"


def freshness(slots: SlotList | None, valid_for_s: float, now: datetime) -> Freshness:
    """Return whether the list is at most `valid_for_s` seconds old, and not from the future."""
    if slots is None:
        return Freshness(known=False, as_of=None)
    age = utc(now) - slots.generated_at
    return Freshness(-_SKEW <= age <= timedelta(seconds=valid_for_s), slots.generated_at)


def open_slots(slots: SlotList, topic: str, now: datetime) -> tuple[Slot, ...]:
    """Return the times for `topic` that have not begun at `now`, the earliest first."""
    now = utc(now)
    coming = {slot for slot in slots.slots if slot.topic == topic and slot.start > now}
    return tuple(sorted(coming, key=lambda slot: (slot.start, slot.end, slot.office)))


def by_office(slots: Iterable[Slot], this_office: str) -> tuple[OfficeSlots, ...]:
    """Group slots sorted by start: this office first, even without any, then the others by their first."""
    groups: dict[str, list[Slot]] = {this_office: []}
    for slot in slots:
        groups.setdefault(slot.office, []).append(slot)
    return tuple(OfficeSlots(office, tuple(found)) for office, found in groups.items())
