import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.net.backoff import LONGEST_S, poll_wait_s

chances = st.floats(0, 1, exclude_max=True)


@given(st.integers(0, 10_000), chances)
def test_always_a_while_and_never_long(failures, chance):
    assert 5.0 <= poll_wait_s(failures, 60.0, chance) <= LONGEST_S


@given(chances)
def test_about_the_interval_when_all_is_well(chance):
    assert 54.0 <= poll_wait_s(0, 60.0, chance) <= 66.0


def test_twice_as_long_after_each_failure():
    assert [poll_wait_s(failures, 60.0, 0.999999) for failures in range(1, 8)] == [
        pytest.approx(each, rel=1e-4) for each in (10, 20, 40, 80, 160, 300, 300)
    ]


def test_kiosks_do_not_come_back_together():
    assert len({poll_wait_s(3, 60.0, number / 100) for number in range(100)}) == 100
