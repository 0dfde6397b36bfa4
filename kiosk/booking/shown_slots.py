"""What one screen takes of a list of free times: of known offices and topics only, and a bounded number.

Whoever signs the list can make it as long as is allowed. That costs a screen neither time nor memory: the
list is read in a process of its own, and what comes back is bounded.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime

from kiosk.booking.slots import Known, Slot, SlotList, read_slots, write_slots

MOST_SLOTS = 3000
"""The soonest of each topic at each office have a place in it before the later ones of any."""

MOST_PLACES = 3000


def ask(data: bytes, offices: Collection[str], topics: Collection[str]) -> bytes:
    """Return what `shown` takes: a published list, for a screen of a feed with these offices and topics."""
    return json.dumps([sorted(offices), sorted(topics)]).encode() + b"\n" + data


def shown(asked: bytes) -> bytes:
    """Return the bounded list, as it is published, of what `ask` gave; raises `ContentError`."""
    places, _, data = asked.partition(b"\n")
    offices, topics = map(frozenset, json.loads(places))
    found = read_slots(data)
    older = _oldest(known for known in found.older if known.office in offices and known.topic in topics)
    return write_slots(
        SlotList(generated_at=found.generated_at, slots=_soonest(found, offices, topics), older=older)
    )


def _soonest(found: SlotList, offices: Collection[str], topics: Collection[str]) -> tuple[Slot, ...]:
    ranked = sorted(_ranked(found, offices, topics), key=lambda each: (each[0], each[1].start))
    return tuple(sorted((slot for _, slot in ranked[:MOST_SLOTS]), key=lambda slot: slot.start))


def _ranked(found: SlotList, offices: Collection[str], topics: Collection[str]) -> Iterator[tuple[int, Slot]]:
    """Yield each slot with how many come before it at its place."""
    for topic in sorted(topics):
        before = Counter[str]()
        for slot in found.by_topic.get(topic, ()):
            if slot.office in offices:
                yield before[slot.office], slot
                before[slot.office] += 1


def _oldest(ages: Iterator[Known]) -> tuple[Known, ...]:
    """Return one age a place, the oldest; never known is older than any."""
    found: dict[tuple[str, str], datetime | None] = {}
    for known in ages:
        place = known.office, known.topic
        before = found.get(place, known.as_of)
        found[place] = min(before, known.as_of) if before and known.as_of else None
    kept = list(found.items())[:MOST_PLACES]
    return tuple(Known(office=office, topic=topic, as_of=as_of) for (office, topic), as_of in kept)
