"""What the device knows of its own screen."""

import pytest

from kiosk.app.device import UPRIGHT, Device


def test_a_screen_turns_by_quarters_only():
    assert not UPRIGHT.turned
    assert Device(turned=270).turned == 270
    with pytest.raises(ValueError, match="not by 45"):
        Device(turned=45)
