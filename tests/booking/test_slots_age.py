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


@pytest.mark.parametrize("late", [0, 1, 20])
def test_a_list_is_at_least_as_old_as_the_time_since_it_was_loaded(late):
    age = SlotsAge(made=MADE, loaded_s=50.0)
    assert age.instant(None, 50.0) is None
    assert age.instant(MADE + minutes(25 - late), 50.0 + 60 * 25) == MADE + minutes(25)


def test_the_age_of_a_list_from_the_future_is_not_known_but_counted():
    age = SlotsAge(made=MADE, loaded_s=0.0)
    assert age.instant(MADE - minutes(20), 0.0) is None
    assert age.instant(MADE - minutes(2), 60.0 * 18) is None
    assert age.instant(MADE - minutes(1), 60.0 * 19) == MADE + minutes(19)


def test_a_list_that_was_judged_is_not_from_the_future_after_the_clock_is_set_back():
    age = SlotsAge(made=MADE, loaded_s=0.0)
    age.instant(MADE + minutes(2), 0.0)
    assert age.instant(MADE - minutes(30), 60.0) == MADE + minutes(3)
