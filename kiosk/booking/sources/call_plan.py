"""How often booking systems may be asked: pure. Sources of one server share what it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from kiosk.booking.sources.source import Source


class Share(NamedTuple):
    """What the sources of one server take of it together, each time they are read."""

    names: tuple[str, ...]
    calls: int
    most: int
    pause_s: float
    """How long it is left alone after that."""


def shares(sources: Mapping[str, Source]) -> tuple[Share, ...]:
    """Return the share of each server that is known to answer only so many calls."""
    servers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, source in sources.items():
        if source.limit:
            servers[type(source).__name__, urlsplit(source.url or "").netloc].append(name)
    return tuple(_share(sources, tuple(names)) for names in servers.values())


def _share(sources: Mapping[str, Source], names: tuple[str, ...]) -> Share:
    limits = [limit for name in names if (limit := sources[name].limit)]
    calls = sum(sources[name].calls for name in names)
    limit = min(limits, key=lambda each: each.calls)
    return Share(names, calls, limit.calls, limit.pause_s(calls))


def pauses(sources: Mapping[str, Source]) -> dict[str, float]:
    """Return for how many seconds each source is left alone after it was read, where that is needed."""
    return {name: share.pause_s for share in shares(sources) for name in share.names}
