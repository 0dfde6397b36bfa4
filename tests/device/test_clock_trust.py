"""When a device trusts its clock."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.device.clock_trust import device_trusts, is_trusted

SIGNED = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead_h", "synchronized", "battery", "trusted"),
    [
        (1, True, False, True),
        (-1, True, False, True),  # set over the network: the signer's clock is wrong
        (1, False, True, True),
        (-1, False, True, False),  # an empty battery
        (1, False, False, False),  # a device without a battery, continuing from its last time
    ],
)
def test_when_a_clock_is_trusted(ahead_h, synchronized, battery, trusted):
    now = SIGNED + timedelta(hours=ahead_h)
    assert is_trusted(now, SIGNED, synchronized=synchronized, battery_backed=battery) is trusted


def test_without_signatures_a_battery_is_enough():
    assert is_trusted(SIGNED, None, synchronized=False, battery_backed=True)


def test_the_real_clock_can_be_checked():
    assert device_trusts(SIGNED, None) in {True, False}
