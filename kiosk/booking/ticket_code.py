"""A short code for what a ticket is about, so that two people can be sure that they talk of the same time.

It says nothing about a person: everyone who chooses the same time gets the same code.
"""

from __future__ import annotations

import hashlib

from kiosk.booking.slots import Slot

ALPHABET = "CFHJKMPRTWXY34679"
"""No vowels, so that no word comes out, and of signs that look or sound alike only one."""

LENGTH = 4


def ticket_code(office: str, topic: str, slot: Slot | None) -> str:
    """Return the code of a topic at an office, and of a time if there is one."""
    start = slot.start.isoformat() if slot else ""
    number = int.from_bytes(hashlib.sha256(f"{office}\n{topic}\n{start}".encode()).digest())
    signs = []
    for _ in range(LENGTH):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)
