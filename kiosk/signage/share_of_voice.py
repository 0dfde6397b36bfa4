"""Playlists that share the screen by weight, spread as evenly as possible.

The order is Tijdeman's (The chairman assignment problem, 1980): after any number of turns each playlist is
within one turn of its exact share. The same shares always give the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from math import gcd
from typing import NamedTuple

MAX_TURNS = 5000
"""The maximum length of a round; a longer one is cut off, with shares still accurate to within one turn."""


class Part(NamedTuple):
    """A playlist's slides and its share, a positive weight."""

    slides: tuple[str, ...]
    share: int


def interleaved(parts: Sequence[Part]) -> tuple[str, ...]:
    """Return one round of slides: each slide appears, and each playlist gets its share of the turns."""
    common = gcd(*(part.share for part in parts))
    shares = [part.share // common for part in parts]
    repeats = max(
        (-(-len(part.slides) // share) for part, share in zip(parts, shares, strict=True)), default=0
    )
    taken = [0] * len(parts)
    slides = []
    for chosen in _turns(shares, min(repeats * sum(shares), MAX_TURNS)):
        own = parts[chosen].slides
        slides.append(own[taken[chosen] % len(own)])
        taken[chosen] += 1
    return tuple(slides)


def _turns(shares: Sequence[int], count: int) -> Iterator[int]:
    """Yield the index of each turn's playlist: the eligible one with the earliest deadline.

    If deadlines are equal, the greater share comes first, since it is due sooner in the next round.
    """
    total = sum(shares)
    waiting = [(0, index, 1) for index in range(len(shares))]  # (eligible from, playlist, its turn number)
    due: list[tuple[int, int, int, int]] = []  # (deadline, -share, playlist, its turn number)
    for turn in range(count):
        while waiting and waiting[0][0] <= turn:
            _, index, number = heappop(waiting)
            heappush(due, (-(-number * total // shares[index]), -shares[index], index, number))
        _, _, index, number = heappop(due)
        heappush(waiting, (number * total // shares[index], index, number + 1))
        yield index
