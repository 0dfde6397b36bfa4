"""The part of a list of free times that one screen keeps: its feed's offices and topics, of limited length.

The signer of a list can make it as long as the format allows. This costs the player neither time nor memory:
an isolated process reads the list, and its result is short and loads without validation.
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

MAX_SHOWN_SLOTS = 3000
"""The earliest slots of each topic at each office take precedence."""

MAX_SHOWN_PLACES = 3000


def request_for(data: bytes, offices: Collection[str], topics: Collection[str]) -> bytes:
    """Return the input for `shown`: a published list, and the offices and topics of a feed."""
    return json.dumps([sorted(offices), sorted(topics)]).encode() + b"\n" + data


def shown(request: bytes) -> bytes:
    """Return the shortened list for `load_kept`; raises `ContentError`."""
    places, _, data = request.partition(b"\n")
    offices, topics = map(frozenset, json.loads(places))
    published = read_slots(data)
    older = _oldest(age for age in published.older if age.office in offices and age.topic in topics)
    soonest = _soonest(published, offices, topics)
    kept = SlotList(generated_at=published.generated_at, slots=soonest, older=older)
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


def _soonest(published: SlotList, offices: Collection[str], topics: Collection[str]) -> tuple[Slot, ...]:
    ranked = sorted(_ranked(published, offices, topics), key=lambda ranked: (ranked[0], ranked[1].start))
    return tuple(sorted((slot for _, slot in ranked[:MAX_SHOWN_SLOTS]), key=lambda slot: slot.start))


def _ranked(
    published: SlotList, offices: Collection[str], topics: Collection[str]
) -> Iterator[tuple[int, Slot]]:
    """Yield each slot with its rank among the slots of its office and topic."""
    for topic in sorted(topics):
        before = Counter[str]()
        for slot in published.by_topic.get(topic, ()):
            if slot.office in offices:
                yield before[slot.office], slot
                before[slot.office] += 1


def _oldest(ages: Iterator[SlotAge]) -> tuple[SlotAge, ...]:
    """Return the oldest age for each office and topic; unknown counts as oldest."""
    oldest: dict[tuple[str, str], datetime | None] = {}
    for age in ages:
        place = age.office, age.topic
        before = oldest.get(place, age.as_of)
        oldest[place] = min(before, age.as_of) if before and age.as_of else None
    kept = list(oldest.items())[:MAX_SHOWN_PLACES]
    return tuple(SlotAge(office=office, topic=topic, as_of=as_of) for (office, topic), as_of in kept)
