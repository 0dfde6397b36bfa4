"""How many parts of each kind a feed may have. Pure.

A screen loads, sorts and lists them between two frames: a signed feed must not be able to freeze it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.feed.message_catalog import Message, tr

MOST: Mapping[str, int] = {
    "offices": 1000,
    "screens": 5000,
    "topics": 500,
    "playlists": 2500,
    "slides": 5000,
    "notices": 500,
    "languages": 100,
}
"""Far more than all offices of a country need."""


def oversized(counts: Mapping[str, int]) -> Iterator[tuple[str, Message]]:
    """Yield each kind of part that exceeds its limit, with a message."""
    for kind, most in MOST.items():
        count = counts.get(kind, 0)
        if count > most:
            yield (
                kind,
                tr("{count} {kind}; a screen takes at most {most}", count=count, kind=kind, most=most),
            )
