"""A list of free times that grew old once stays old."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.booking.slots_age import SlotsAge

MADE = datetime(2026, 10, 13, 10, tzinfo=UTC)


def minutes(count):
    return timedelta(minutes=count)


def test_it_goes_with_the_clock():
    age = SlotsAge()
    assert [age.instant(MADE + minutes(at), 60.0 * at) for at in (1, 2, 9)] == [
        MADE + minutes(at) for at in (1, 2, 9)
    ]


@pytest.mark.parametrize("back", [1, 15, 600])
def test_a_clock_that_is_set_back_does_not_undo_what_has_passed(back):
    age = SlotsAge()
    age.instant(MADE + minutes(14), 0.0)
    assert age.instant(MADE + minutes(14 - back), 0.0) == MADE + minutes(14)
    assert age.instant(MADE + minutes(14 - back), 120.0) == MADE + minutes(16)


def test_time_goes_on_while_the_clock_is_not_trusted():
    age = SlotsAge()
    age.instant(MADE, 0.0)
    assert age.instant(None, 600.0) is None
    assert age.instant(MADE, 1200.0) == MADE + minutes(20)


def test_before_a_clock_is_trusted_nothing_is_known():
    age = SlotsAge()
    assert age.instant(None, 0.0) is None
    assert age.instant(MADE, 900.0) == MADE


def test_it_goes_on_from_before_a_restart():
    assert SlotsAge(MADE + minutes(20)).instant(MADE, 0.0) == MADE + minutes(20)
