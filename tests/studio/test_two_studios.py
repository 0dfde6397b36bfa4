"""Two people who edit, publish, merge and undo in any order lose nothing: see `tests.studio.two_studios`."""

from tests.studio.two_studios import in_every_order


def test_no_order_of_work_loses_any():
    in_every_order(12, steps=15)
