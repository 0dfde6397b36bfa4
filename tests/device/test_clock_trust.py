"""When a device believes its own clock."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.device.clock_trust import device_trusts, is_trusted

SIGNED = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead_h", "synchronized", "kept", "trusted"),
    [
        (1, True, False, True),
        (-1, True, False, True),  # set over the network: the signer's clock is the wrong one
        (1, False, True, True),
        (-1, False, True, False),  # a battery that ran empty
        (1, False, False, False),  # where a device without a battery stopped last time
    ],
)
def test_a_clock_is_believed_for_a_reason(ahead_h, synchronized, kept, trusted):
    now = SIGNED + timedelta(hours=ahead_h)
    assert is_trusted(now, SIGNED, synchronized=synchronized, kept=kept) is trusted


def test_before_anything_was_signed_a_battery_is_enough():
    assert is_trusted(SIGNED, None, synchronized=False, kept=True)


def test_the_device_can_be_asked():
    assert device_trusts(SIGNED, None) in {True, False}
