"""The part of a list of free times that one screen shows: known offices and topics, of bounded length.

The signer of a list can make it as long as the limit. That costs the player neither time nor memory: an
isolated process reads the list, and its result is bounded and loads without validation.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime

import msgspec

from kiosk.booking.slots import Slot, SlotAge, SlotList, read_slots
from kiosk.feed.compiled_feed import model_version

MOST_SLOTS = 3000
"""The earliest slots of each topic at each office take precedence."""

MOST_PLACES = 3000


def request_for(data: bytes, offices: Collection[str], topics: Collection[str]) -> bytes:
    """Return the input of `shown`: a published list, for a feed with these offices and topics."""
    return json.dumps([sorted(offices), sorted(topics)]).encode() + b"\n" + data


def shown(request: bytes) -> bytes:
    """Return the bounded list, for `load_kept`, of what `ask` gave; raises `ContentError`."""
    places, _, data = request.partition(b"\n")
    offices, topics = map(frozenset, json.loads(places))
    found = read_slots(data)
    older = _oldest(known for known in found.older if known.office in offices and known.topic in topics)
    kept = SlotList(generated_at=found.generated_at, slots=_soonest(found, offices, topics), older=older)
    return msgspec.msgpack.encode(kept)


def key_of(request: bytes) -> str:
    """Return the cache key of `shown` for these bytes; it depends on the version of the product."""
    return hashlib.sha256(model_version(SlotList, Slot, SlotAge).encode() + request).hexdigest()


def kept_form(key: str, shown_slots: bytes) -> bytes:
    """Return the bytes to store; `shown_slots` is empty for a list that cannot be shown."""
    return f"{key} {hashlib.sha256(shown_slots).hexdigest()}\n".encode() + shown_slots


def kept_key(kept: bytes) -> str:
    """Return the key at the start of the stored bytes."""
    return kept[:64].decode("ascii", "replace")


def load_kept(kept: bytes) -> SlotList | None:
    """Return the list in the stored bytes; None if missing or damaged."""
    _, _, data = kept.partition(b"\n")
    if not data or kept != kept_form(kept_key(kept), data):
        return None
    try:
        return msgspec.msgpack.decode(data, type=SlotList)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def _soonest(found: SlotList, offices: Collection[str], topics: Collection[str]) -> tuple[Slot, ...]:
    ranked = sorted(_ranked(found, offices, topics), key=lambda each: (each[0], each[1].start))
    return tuple(sorted((slot for _, slot in ranked[:MOST_SLOTS]), key=lambda slot: slot.start))


def _ranked(found: SlotList, offices: Collection[str], topics: Collection[str]) -> Iterator[tuple[int, Slot]]:
    """Yield each slot with its rank among those of its office and topic."""
    for topic in sorted(topics):
        before = Counter[str]()
        for slot in found.by_topic.get(topic, ()):
            if slot.office in offices:
                yield before[slot.office], slot
                before[slot.office] += 1


def _oldest(ages: Iterator[SlotAge]) -> tuple[SlotAge, ...]:
    """Return the oldest age for each office and topic; unknown counts as oldest."""
    found: dict[tuple[str, str], datetime | None] = {}
    for known in ages:
        place = known.office, known.topic
        before = found.get(place, known.as_of)
        found[place] = min(before, known.as_of) if before and known.as_of else None
    kept = list(found.items())[:MOST_PLACES]
    return tuple(SlotAge(office=office, topic=topic, as_of=as_of) for (office, topic), as_of in kept)
