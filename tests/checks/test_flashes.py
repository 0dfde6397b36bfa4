import pytest

from kiosk.checks.flashes import most_flashes


def film(rate, light=255, dark=0, share=1.0):
    """Two seconds that turn light and dark `rate` times a second, in a share of the picture."""
    parts = 100
    for step in range(100):
        value = light if int(step / 50 * rate * 2) % 2 else dark
        yield step / 50, [value if part < share * parts else dark for part in range(parts)]


@pytest.mark.parametrize(("rate", "most"), [(0, 0), (1, 1), (3, 3), (5, 5), (10, 10)])
def test_flashes_within_a_second(rate, most):
    assert most_flashes(film(rate)) == pytest.approx(most, abs=0 if rate < 4 else 1)


def test_light_that_only_grows_is_no_flash():
    assert most_flashes((step / 25, [step]) for step in range(256)) == 0


@pytest.mark.parametrize(("light", "most"), [(90, 0), (95, 5)])
def test_small_changes_do_not_count(light, most):
    """A change by 0.1 of luminance is from sRGB 30 to 94."""
    assert most_flashes(film(5, light=light, dark=30)) in range(most - 1, most + 1)


def test_both_lighter_than_four_fifths_do_not_count():
    assert most_flashes(film(5, light=255, dark=238)) == 0


@pytest.mark.parametrize(("share", "flashes"), [(0.2, False), (0.3, True)])
def test_a_quarter_of_the_picture_must_flash(share, flashes):
    assert bool(most_flashes(film(5, share=share))) is flashes


def test_film_without_frames():
    assert most_flashes(()) == 0
