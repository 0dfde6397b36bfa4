"""The maximum number of parts of each kind in a feed. Pure.

A screen loads, sorts and lists the parts between two frames: a signed feed must not be able to freeze it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.feed.message_catalog import Message, tr

MAX_PARTS: Mapping[str, int] = {
    "offices": 1000,
    "screens": 5000,
    "topics": 500,
    "playlists": 2500,
    "slides": 5000,
    "notices": 500,
    "languages": 100,
}
"""Far more than all the offices of a country need."""


def oversized(counts: Mapping[str, int]) -> Iterator[tuple[str, Message]]:
    """Yield each kind of part that exceeds its limit, with a message."""
    for kind, most in MAX_PARTS.items():
        count = counts.get(kind, 0)
        if count > most:
            yield (
                kind,
                tr("{count} {kind}; a screen takes at most {most}", count=count, kind=kind, most=most),
            )
