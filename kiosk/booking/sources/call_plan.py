"""How often booking systems may be called. Sources on one server share its limit. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from kiosk.booking.sources.source import Source


class Share(NamedTuple):
    """The calls that the sources on one server make together each time they are read."""

    names: tuple[str, ...]
    calls: int
    max_calls: int
    pause_s: float
    """How long to pause afterwards."""


def shares(sources: Mapping[str, Source]) -> tuple[Share, ...]:
    """Return the share of each server with a known limit on calls."""
    servers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, source in sources.items():
        if source.limit:
            servers[type(source).__name__, urlsplit(source.url or "").netloc].append(name)
    return tuple(_share(sources, tuple(names)) for names in servers.values())


def _share(sources: Mapping[str, Source], names: tuple[str, ...]) -> Share:
    limits = [limit for name in names if (limit := sources[name].limit)]
    calls = sum(sources[name].calls for name in names)
    strictest = min(limits, key=lambda limit: limit.calls)
    return Share(names, calls, strictest.calls, strictest.pause_s(calls))


def pauses(sources: Mapping[str, Source]) -> dict[str, float]:
    """Return how many seconds to pause after reading each source, where needed."""
    return {name: share.pause_s for share in shares(sources) for name in share.names}
