import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.net.backoff import LONGEST_S, poll_wait_s

chances = st.floats(0, 1, exclude_max=True)


@given(st.integers(0, 10_000), chances)
def test_wait_is_within_its_limits(failures, chance):
    assert 5.0 <= poll_wait_s(failures, 60.0, chance) <= LONGEST_S


@given(chances)
def test_wait_without_failures_is_about_the_interval(chance):
    assert 54.0 <= poll_wait_s(0, 60.0, chance) <= 66.0


def test_wait_doubles_after_each_failure():
    assert [poll_wait_s(failures, 60.0, 0.999999) for failures in range(1, 8)] == [
        pytest.approx(each, rel=1e-4) for each in (10, 20, 40, 80, 160, 300, 300)
    ]


def test_kiosks_do_not_retry_at_the_same_time():
    assert len({poll_wait_s(3, 60.0, number / 100) for number in range(100)}) == 100
