"""A short code on a ticket, by which two people can check that they are talking about the same time.

It reveals nothing about a person: everyone who chooses the same time gets the same code.
"""

from __future__ import annotations

import hashlib

from kiosk.booking.slots import Slot

ALPHABET = "CFHJKMPRTWXY34679"
"""No vowels, so that codes form no words, and only one of any characters that look or sound alike."""

LENGTH = 4


def ticket_code(office: str, topic: str, slot: Slot | None) -> str:
    """Return the code for a topic at an office, and for the time of `slot` if given."""
    start = slot.start.isoformat() if slot else ""
    number = int.from_bytes(hashlib.sha256(f"{office}\n{topic}\n{start}".encode()).digest())
    chars = []
    for _ in range(LENGTH):
        number, index = divmod(number, len(ALPHABET))
        chars.append(ALPHABET[index])
    return "".join(chars)
