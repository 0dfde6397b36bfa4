"""The display settings of the device."""

import pytest

from kiosk.device.display_settings import UPRIGHT, DisplaySettings


def test_a_screen_is_rotated_by_multiples_of_90_degrees_only():
    assert not UPRIGHT.turned
    assert DisplaySettings(turned=270).turned == 270
    with pytest.raises(ValueError, match="not by 45"):
        DisplaySettings(turned=45)
