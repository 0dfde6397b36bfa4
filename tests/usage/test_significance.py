"""Statistics against a small oracle: the definitions, in exact fractions."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.usage.significance import (
    LEVEL,
    MAX_EXACT,
    Z_95,
    more_than_chance,
    rate_p_value,
    share_p_value,
    wilson_interval,
)

small = st.integers(0, 40)


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_ends_of_the_interval_are_the_shares_that_lie_so_far_off(counts):
    """Wilson's interval holds each share p for which |k/n - p| <= z * sqrt(p (1 - p) / n)."""
    successes, answers = counts
    low, high = wilson_interval(successes, answers)
    assert 0 <= low <= successes / answers <= high <= 1
    for end in (low, high):
        distance = (successes / answers - end) ** 2
        assert distance == pytest.approx(Z_95**2 * end * (1 - end) / answers, abs=1e-9)


@pytest.mark.parametrize(
    ("counts", "low", "high"), [((0, 10), 0, 0.2775), ((10, 10), 0.7225, 1), ((81, 263), 0.2553, 0.3662)]
)
def test_the_interval_of_known_examples(counts, low, high):
    """The last is of Newcombe (1998), Statistics in Medicine 17, table I."""
    assert wilson_interval(*counts) == pytest.approx((low, high), abs=1e-4)


def test_without_answers_the_share_can_be_anything():
    assert wilson_interval(0, 0) == (0, 1)


def oracle(chances, seen):
    return float(sum(each for each in chances if each <= chances[seen]))


@given(small, st.integers(1, 31), small, st.integers(1, 31))
def test_rates_are_compared_exactly(count, days, other, other_days):
    total, share = count + other, Fraction(days, days + other_days)
    chances = [comb(total, n) * share**n * (1 - share) ** (total - n) for n in range(total + 1)]
    assert rate_p_value(count, days, other, other_days) == pytest.approx(oracle(chances, count))
    assert rate_p_value(count, days, other, other_days) == pytest.approx(
        rate_p_value(other, other_days, count, days)
    )


@given(small, small, small, small)
def test_shares_are_compared_exactly(part, rest, other, other_rest):
    whole, other_whole, parts = part + rest, other + other_rest, part + other
    found = share_p_value(part, whole, other, other_whole)
    if whole == 0 or other_whole == 0:
        assert found == 1
        return
    least, most = max(0, parts - other_whole), min(parts, whole)
    ways = Fraction(comb(whole + other_whole, parts))
    chances = [comb(whole, n) * comb(other_whole, parts - n) / ways for n in range(least, most + 1)]
    assert found == pytest.approx(oracle(chances, part - least))


def test_periods_without_days_tell_nothing():
    assert rate_p_value(0, 0, 100, 30) == rate_p_value(100, 30, 5, 0) == 1


@given(st.dictionaries(st.integers(0, 50), st.floats(0, 1), max_size=12))
def test_differences_are_judged_together(p_values):
    found = more_than_chance(p_values)
    assert {name for name, p in p_values.items() if p <= LEVEL / max(1, len(p_values))} <= found
    assert all(p_values[name] <= LEVEL for name in found)
    others = [p for key, p in p_values.items() if key not in found]
    assert all(p_values[name] <= min(others, default=1) for name in found)


def test_large_counts_are_compared_at_once_and_nearly_as_the_exact_test_would():
    below, above = MAX_EXACT // 2 - 200, MAX_EXACT // 2 + 200
    exact = rate_p_value(below, 30, below + 300, 30)
    assert rate_p_value(above, 30, above + 300, 30) == pytest.approx(exact, rel=0.05)
    assert rate_p_value(10**12, 30, 10**12, 30) == 1
    assert share_p_value(10**9, 10**10, 2 * 10**9, 10**10) < 1e-9
