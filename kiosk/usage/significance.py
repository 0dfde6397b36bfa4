"""Which differences between two periods, or two places, are more than chance; and how sure a share is.

Pure arithmetic on counts: exact tests, so that small numbers need no approximation; large ones get one.
Several differences that are looked at together are judged together (Holm, 1979): of a hundred reports in
which nothing has changed, at most one names a change.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import erfc, exp, lgamma, log, sqrt
from typing import TypeVar

Z_95 = 1.959963984540054
"""The quantile of the normal distribution for an interval of 95 %."""

LEVEL = 0.01
"""How rarely chance alone may be named a change: visitors come in groups, so 5 % would be too often."""

MOST_EXACT = 100_000
"""Counts above this are compared by the normal distribution, which by then is as good and takes no time."""

_EQUAL = 1 + 1e-7
"""Two probabilities that differ by less are taken for the same, as their sums are rounded."""

K = TypeVar("K", bound=Hashable)


def wilson_interval(successes: int, answers: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson, 1927); all of 0 to 1 if there are no answers."""
    if answers == 0:
        return 0.0, 1.0
    share, square = successes / answers, Z_95 * Z_95
    middle = (share + square / (2 * answers)) / (1 + square / answers)
    half = Z_95 * sqrt(share * (1 - share) / answers + square / (4 * answers * answers))
    half /= 1 + square / answers
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return (0.0 if successes == 0 else low), (1.0 if successes == answers else high)


def rate_p_value(count: int, days: int, other_count: int, other_days: int) -> float:
    """Return how likely chance makes two daily rates differ so much (exact conditional test)."""
    total = count + other_count
    if total == 0 or days <= 0 or other_days <= 0:
        return 1.0
    share = days / (days + other_days)
    if total > MOST_EXACT:
        return _normal(count - total * share, total * share * (1 - share))
    chances = [
        _log_choose(total, n) + n * log(share) + (total - n) * log(1 - share) for n in range(total + 1)
    ]
    return _two_sided(chances, count)


def share_p_value(part: int, whole: int, other_part: int, other_whole: int) -> float:
    """Return how likely chance makes two shares differ so much (Fisher's exact test)."""
    total, parts = whole + other_whole, part + other_part
    if whole == 0 or other_whole == 0:
        return 1.0
    if total > MOST_EXACT:
        expected = whole * parts / total
        return _normal(part - expected, expected * (1 - parts / total) * other_whole / (total - 1))
    least, most = max(0, parts - other_whole), min(parts, whole)
    chances = [
        _log_choose(whole, n) + _log_choose(other_whole, parts - n) - _log_choose(total, parts)
        for n in range(least, most + 1)
    ]
    return _two_sided(chances, part - least)


def more_than_chance(p_values: Mapping[K, float]) -> frozenset[K]:
    """Return the differences that are more than chance, judged together."""
    found = set()
    ordered = sorted(p_values, key=lambda name: p_values[name])
    for place, name in enumerate(ordered):
        if p_values[name] > LEVEL / (len(ordered) - place):
            break
        found.add(name)
    return frozenset(found)


def _normal(distance: float, variance: float) -> float:
    """Return the probability of a distance from what was expected, for counts too large to be summed up."""
    return erfc(abs(distance) / sqrt(2 * variance)) if variance > 0 else 1.0


def _two_sided(log_chances: list[float], seen: int) -> float:
    """Return the probability of everything that is no likelier than what was seen."""
    chances = [exp(each) for each in log_chances]
    return min(1.0, sum(each for each in chances if each <= chances[seen] * _EQUAL))


def _log_choose(total: int, chosen: int) -> float:
    return lgamma(total + 1) - lgamma(chosen + 1) - lgamma(total - chosen + 1)
