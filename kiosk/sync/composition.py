"""What the last generation was made of: a feed and the parts of its offices. The player reads this note."""

from __future__ import annotations

import json
from dataclasses import asdict

from kiosk.frozen import frozen
from kiosk.sync.store import Store

NOTE = "composed"


@frozen
class Composition:
    """What a generation was made of: its feed, by hash, and parts, by the key of `OfficeParts`."""

    key: str = ""
    generation: str = ""
    feed: str = ""
    misfits: tuple[str, ...] = ()


def note_composition(store: Store, made: Composition) -> None:
    """Record what a generation was made of."""
    store.note(NOTE, json.dumps(asdict(made)).encode())


def read_composition(store: Store) -> Composition:
    """Return what the last generation was made of; empty if unknown."""
    try:
        known = json.loads(store.noted(NOTE))
        key, generation, feed = (str(known[name]) for name in ("key", "generation", "feed"))
        return Composition(key, generation, feed, tuple(map(str, known["misfits"])))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Composition()


def feed_of(store: Store, generation_id: str) -> str:
    """Return the hash of the feed that a generation was made of: its own id, unless parts were added."""
    made = read_composition(store)
    return made.feed if made.generation == generation_id else generation_id
