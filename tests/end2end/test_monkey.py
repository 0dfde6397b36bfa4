"""The first events of the monkey; all 200,000 are `make monkey`."""

import random

import pytest

from tests.monkey import Monkey


@pytest.mark.parametrize("where", ["torget-desk", "kompassen-desk"])
def test_nothing_falls(screen_of, world_of, where):
    screen = screen_of(world_of(where))
    monkey = Monkey(screen, random.Random(6))  # noqa: S311  # play
    for _ in monkey.play(1500):
        pass
    monkey.leave()
    assert screen.page == "attract"
    assert len(monkey.seen) > 2
