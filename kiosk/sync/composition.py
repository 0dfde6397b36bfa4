"""The feed and the office parts from which the last generation was composed. The player reads this note."""

from __future__ import annotations

import json
from dataclasses import asdict

from kiosk.frozen import frozen
from kiosk.sync.store import Store

NOTE = "composed"


@frozen
class Composition:
    """The inputs of a generation: the hash of its feed, and the key of its `OfficeParts`."""

    key: str = ""
    generation: str = ""
    feed: str = ""
    misfits: tuple[str, ...] = ()


def note_composition(store: Store, composition: Composition) -> None:
    """Record the inputs of a generation."""
    store.write_note(NOTE, json.dumps(asdict(composition)).encode())


def read_composition(store: Store) -> Composition:
    """Return the inputs of the last generation; empty if unknown."""
    try:
        known = json.loads(store.read_note(NOTE))
        key, generation, feed = (str(known[name]) for name in ("key", "generation", "feed"))
        return Composition(key, generation, feed, tuple(map(str, known["misfits"])))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Composition()


def feed_of(store: Store, generation_id: str) -> str:
    """Return the hash of the feed in a generation: the generation's own id, unless parts were added."""
    composition = read_composition(store)
    return composition.feed if composition.generation == generation_id else generation_id
