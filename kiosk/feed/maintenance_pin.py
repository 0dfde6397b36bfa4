"""The PIN of the maintenance page: how a feed keeps it, and how often one may guess. No IO, no clock.

A wrong PIN is counted before it is compared, and the count is kept: neither a restart nor a power cut gives
more guesses. What is too short to be a PIN is no guess, so that a passer-by who presses OK locks nobody out.

A feed is public, so its hash can be guessed at by anyone with time: scrypt (RFC 7914) makes each guess cost
32 MB and a tenth of a second, and a PIN has at least eight digits. What it opens cannot change a slide.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from typing import Self

from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import WrittenValue, expected

MIN_DIGITS = 8
COST, BLOCK, LANES = 2**15, 8, 1
SALT_BYTES, HASH_BYTES = 16, 32
MAX_MEMORY = 64 << 20  # bytes
FREE_TRIES = 3
FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 900.0
MAX_COUNT_DIGITS = 9


@dataclass(frozen=True)
class PinHash(WrittenValue):
    """A salted hash of a PIN, written `scrypt:SALT:HASH` in base64."""

    FORM = "^scrypt:.+:.+$"

    salt: bytes
    digest: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `scrypt:SALT:HASH`."""
        kind, _, rest = text.partition(":")
        salt, _, digest = (_decoded(part) for part in rest.partition(":"))
        if kind != "scrypt" or len(salt) != SALT_BYTES or len(digest) != HASH_BYTES:
            expected(tr("the line that 'kiosk pin' prints"), text)
        return cls(salt, digest)

    def __str__(self) -> str:
        return f"scrypt:{base64.b64encode(self.salt).decode()}:{base64.b64encode(self.digest).decode()}"

    def opens(self, pin: str) -> bool:
        """Return whether this is the hash of `pin`."""
        return hmac.compare_digest(_hash(pin, self.salt), self.digest)


def hash_pin(pin: str, salt: bytes) -> PinHash:
    """Return the hash of a PIN; raises `ValueError` if it is no PIN."""
    if not can_be_pin(pin):
        raise ValueError(f"a PIN has at least {MIN_DIGITS} digits and nothing else")
    return PinHash(salt, _hash(pin, salt))


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MAX_MEMORY, dklen=HASH_BYTES
    )


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def can_be_pin(text: str) -> bool:
    """Return whether a text has the form of a PIN; anything else is no guess at one."""
    return len(text) >= MIN_DIGITS and text.isascii() and text.isdigit()


@dataclass(frozen=True)
class PinThrottle:
    """How many wrong PINs there were, and until when none is heard. Seconds of a clock that only grows."""

    wrong: int = 0
    closed_until: float = 0.0

    def wait_s(self, now: float) -> float:
        """Return the seconds until the next PIN is heard."""
        return max(0.0, self.closed_until - now)

    def after_wrong(self, now: float) -> PinThrottle:
        """Return the gate after one more: from the third on it closes, each time for twice as long."""
        return PinThrottle(self.wrong + 1, now + _wait_after(self.wrong + 1))

    def write(self, now: float) -> bytes:
        """Return what `read` makes the same gate of after a restart."""
        return f"{self.wrong} {'closed' if self.wait_s(now) > 0 else 'open'}\n".encode()

    @classmethod
    def read(cls, data: bytes, now: float) -> Self:
        """Return the gate that was written; one that was closed begins its wait again.

        How long the device was off cannot be told: a clock that only grows starts anew with it. What cannot
        be read is taken as no wrong PIN: a damaged disk must not lock out who comes to mend it.
        """
        count, _, state = data.decode("ascii", "replace").strip().partition(" ")
        if not (count.isascii() and count.isdigit() and len(count) <= MAX_COUNT_DIGITS):
            return cls()
        wrong = int(count)
        return cls(wrong, now + _wait_after(wrong) if state == "closed" else 0.0)


def _wait_after(wrong: int) -> float:
    """Return the seconds that no PIN is heard after so many wrong ones."""
    over = wrong - FREE_TRIES
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(over, 16)) if over >= 0 else 0.0
