"""Significance tests for differences between two periods or places, and confidence intervals for shares.

Pure arithmetic on counts. The tests are exact for small numbers, and approximate for large ones. Differences
that are reported together are tested together (Holm, 1979): of a hundred reports in which nothing has
changed, about one at most names a change.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import erfc, exp, lgamma, log, sqrt
from typing import TypeVar

Z_95 = 1.959963984540054
"""The quantile of the normal distribution for a 95 % interval."""

LEVEL = 0.01
"""The significance level. Visitors come in groups, so at 5 % chance would be reported too often."""

MAX_EXACT = 100_000
"""Larger counts are compared with the normal distribution, which is as accurate for them and much faster."""

_EQUAL = 1 + 1e-7
"""Probabilities that differ by a smaller factor are treated as equal, because of rounding errors."""

K = TypeVar("K", bound=Hashable)


def wilson_interval(successes: int, answers: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson, 1927); 0 to 1 if there are no answers."""
    if answers == 0:
        return 0.0, 1.0
    share, square = successes / answers, Z_95 * Z_95
    middle = (share + square / (2 * answers)) / (1 + square / answers)
    half = Z_95 * sqrt(share * (1 - share) / answers + square / (4 * answers * answers))
    half /= 1 + square / answers
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return (0.0 if successes == 0 else low), (1.0 if successes == answers else high)


def rate_p_value(count: int, days: int, other_count: int, other_days: int) -> float:
    """Return the probability that two daily rates differ this much by chance (exact conditional test)."""
    total = count + other_count
    if total == 0 or days <= 0 or other_days <= 0:
        return 1.0
    share = days / (days + other_days)
    if total > MAX_EXACT:
        return _normal(count - total * share, total * share * (1 - share))
    chances = [
        _log_choose(total, n) + n * log(share) + (total - n) * log(1 - share) for n in range(total + 1)
    ]
    return _two_sided(chances, count)


def share_p_value(part: int, whole: int, other_part: int, other_whole: int) -> float:
    """Return the probability that two shares differ this much by chance (Fisher's exact test)."""
    total, parts = whole + other_whole, part + other_part
    if whole == 0 or other_whole == 0:
        return 1.0
    if total > MAX_EXACT:
        expected = whole * parts / total
        return _normal(part - expected, expected * (1 - parts / total) * other_whole / (total - 1))
    minimum, maximum = max(0, parts - other_whole), min(parts, whole)
    chances = [
        _log_choose(whole, n) + _log_choose(other_whole, parts - n) - _log_choose(total, parts)
        for n in range(minimum, maximum + 1)
    ]
    return _two_sided(chances, part - minimum)


def more_than_chance(p_values: Mapping[K, float]) -> frozenset[K]:
    """Return the significant differences, tested together."""
    significant = set()
    ordered = sorted(p_values, key=lambda name: p_values[name])
    for place, name in enumerate(ordered):
        if p_values[name] > LEVEL / (len(ordered) - place):
            break
        significant.add(name)
    return frozenset(significant)


def _normal(distance: float, variance: float) -> float:
    """Return the two-sided probability of a distance from the expected value, for large counts."""
    return erfc(abs(distance) / sqrt(2 * variance)) if variance > 0 else 1.0


def _two_sided(log_chances: list[float], seen: int) -> float:
    """Return the probability of all outcomes that are no more likely than the observed one."""
    chances = [exp(each) for each in log_chances]
    return min(1.0, sum(each for each in chances if each <= chances[seen] * _EQUAL))


def _log_choose(total: int, chosen: int) -> float:
    return lgamma(total + 1) - lgamma(chosen + 1) - lgamma(total - chosen + 1)
