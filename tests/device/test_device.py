"""What the device knows of its own screen."""

import pytest

from kiosk.device.display_settings import UPRIGHT, DisplaySettings


def test_a_screen_turns_by_quarters_only():
    assert not UPRIGHT.turned
    assert DisplaySettings(turned=270).turned == 270
    with pytest.raises(ValueError, match="not by 45"):
        DisplaySettings(turned=45)
