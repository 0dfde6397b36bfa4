"""How many parts of each kind a feed may have. Pure.

A screen loads, sorts and lists them between two frames: whoever signs a feed must not be able to freeze it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.feed.message_catalog import Message, tr

MOST: Mapping[str, int] = {
    "offices": 2000,
    "screens": 10_000,
    "topics": 1000,
    "playlists": 5000,
    "slides": 10_000,
    "notices": 1000,
    "languages": 100,
}
"""Far above what the offices of a country need."""


def oversized(counts: Mapping[str, int]) -> Iterator[tuple[str, Message]]:
    """Yield each kind of part of which there are too many, and what to say of it."""
    for kind, most in MOST.items():
        count = counts.get(kind, 0)
        if count > most:
            yield (
                kind,
                tr("{count} {kind}, and no screen takes more than {most}", count=count, kind=kind, most=most),
            )
