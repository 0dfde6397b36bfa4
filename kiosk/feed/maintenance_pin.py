"""The PIN of the maintenance page: its hash in the feed, and the limit on guesses. No IO, no clock.

An attempt is counted before the PIN is compared, and the count is stored: neither a restart nor a power cut
allows more attempts. Input too short to be a PIN does not count, so a passer-by who presses OK locks out no
one.

A feed is public, so anyone can try to guess the PIN from its hash: scrypt (RFC 7914) makes each guess cost
32 MB and a tenth of a second, and a PIN has at least eight digits. The page cannot change a slide.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import Self

from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import WrittenValue, raise_expected
from kiosk.frozen import frozen

MIN_DIGITS = 8
COST, BLOCK, LANES = 2**15, 8, 1
SALT_BYTES, HASH_BYTES = 16, 32
MAX_MEMORY = 64 << 20  # bytes
FREE_TRIES = 3
FIRST_WAIT_S = 30.0
LONGEST_WAIT_S = 900.0
MAX_COUNT_DIGITS = 9


@frozen
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
            raise_expected(tr("the line that 'kiosk pin' prints"), text)
        return cls(salt, digest)

    def __str__(self) -> str:
        return f"scrypt:{base64.b64encode(self.salt).decode()}:{base64.b64encode(self.digest).decode()}"

    def opens(self, pin: str) -> bool:
        """Return whether this is the hash of `pin`."""
        return hmac.compare_digest(_hash(pin, self.salt), self.digest)


def hash_pin(pin: str, salt: bytes) -> PinHash:
    """Return the hash of a PIN; raises `ValueError` if it does not have the form of a PIN."""
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
    """Return whether a text has the form of a PIN; anything else does not count as an attempt."""
    return len(text) >= MIN_DIGITS and text.isascii() and text.isdigit()


@frozen
class PinThrottle:
    """The number of wrong PINs, and until when further ones are ignored, in seconds of a monotonic clock."""

    wrong: int = 0
    closed_until: float = 0.0

    def wait_s(self, now: float) -> float:
        """Return the seconds until the next PIN is accepted."""
        return max(0.0, self.closed_until - now)

    def after_wrong(self, now: float) -> PinThrottle:
        """Return the throttle after another wrong PIN: from the third on, it doubles the wait each time."""
        return PinThrottle(self.wrong + 1, now + _wait_after(self.wrong + 1))

    def write(self, now: float) -> bytes:
        """Return the bytes from which `read` restores the throttle after a restart."""
        return f"{self.wrong} {'closed' if self.wait_s(now) > 0 else 'open'}\n".encode()

    @classmethod
    def read(cls, data: bytes, now: float) -> Self:
        """Return the throttle that was written; one that was closed begins its wait again.

        How long the device was off is unknown, since its monotonic clock starts again. Unreadable data counts
        as no wrong PIN: a damaged disk must not lock out the person who comes to repair it.
        """
        count, _, state = data.decode("ascii", "replace").strip().partition(" ")
        if not (count.isascii() and count.isdigit() and len(count) <= MAX_COUNT_DIGITS):
            return cls()
        wrong = int(count)
        return cls(wrong, now + _wait_after(wrong) if state == "closed" else 0.0)


def _wait_after(wrong: int) -> float:
    """Return the seconds for which PINs are ignored after this many wrong ones."""
    over = wrong - FREE_TRIES
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(over, 16)) if over >= 0 else 0.0
