"""The first events of the monkey; all 200,000 are `make monkey`."""

import random

import pytest

from tests.monkey import Monkey, growth


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_nothing_falls(screen_of, context_of, where):
    screen = screen_of(context_of(where))
    monkey = Monkey(screen, random.Random(6))  # noqa: S311  # play
    assert list(monkey.play(1500)) == [1500]
    assert screen.page == "attract"
    assert len(monkey.seen) > 8


def test_growth_is_what_goes_on_after_the_caches_are_full():
    assert growth([100, 150, 150, 150, 190, 150, 150, 151]) == pytest.approx(0.5)
    assert growth([100, 110, 120, 130, 140, 150, 160, 170]) == 40
