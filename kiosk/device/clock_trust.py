"""Whether this device's clock can be trusted: the rule, and the state that the system reports.

A device without a battery-backed clock starts with a date in the past. A clock is trusted if it was set over
the network since the device started, or if it is battery-backed and not earlier than the time at which the
admins' roles, root and targets, were signed.
"""

from __future__ import annotations

import ctypes
from datetime import datetime
from pathlib import Path

_BATTERY_CLOCK = Path("/dev/rtc0")
_TIMESYNCD = Path("/run/systemd/timesync/synchronized")
_UNSYNCHRONIZED_US = 16_000_000
"""The error, in microseconds, at which the kernel stops estimating (NTP_PHASE_LIMIT in linux/timex.h)."""


class _Timex(ctypes.Structure):
    """The first fields of `struct timex` in adjtimex(2), with space for the others."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),  # microseconds
        ("rest", ctypes.c_char * 512),
    )


def is_trusted(now: datetime, signed: datetime | None, *, synchronized: bool, battery_backed: bool) -> bool:
    """Return whether `now` can be trusted.

    `signed` is when admins last signed the site. With `battery_backed`, a battery runs the clock while the
    device is off.
    """
    return synchronized or (battery_backed and (signed is None or now >= signed))


def device_trusts(now: datetime, signed: datetime | None) -> bool:
    """Return whether this device trusts `now`, the time on its clock; see `is_trusted`."""
    return is_trusted(now, signed, synchronized=is_synchronized(), battery_backed=has_battery_clock())


def has_battery_clock() -> bool:
    """Return whether the device has a battery-backed clock."""
    return _BATTERY_CLOCK.exists()


def is_synchronized() -> bool:
    """Return whether the clock was set over the network since the device started.

    systemd-timesyncd creates a file; any other service informs the kernel. As in `timedatectl`, only the
    kernel's maximum error counts: STA_UNSYNC is also set to keep the kernel from writing the hardware clock.
    """
    if _TIMESYNCD.exists():
        return True
    timex = _Timex()  # without modes, which makes the call read-only
    adjtimex = ctypes.CDLL(None, use_errno=True).adjtimex
    return bool(adjtimex(ctypes.byref(timex)) >= 0 and timex.maxerror < _UNSYNCHRONIZED_US)
