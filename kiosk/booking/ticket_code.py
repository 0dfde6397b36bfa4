"""A short code on a ticket, so that two people can be sure that they are talking about the same time.

It reveals nothing about a person: everyone who chooses the same time gets the same code.
"""

from __future__ import annotations

import hashlib

from kiosk.booking.slots import Slot

ALPHABET = "CFHJKMPRTWXY34679"
"""No vowels, so that codes form no words, and only one of the characters that look or sound alike."""

LENGTH = 4


def ticket_code(office: str, topic: str, slot: Slot | None) -> str:
    """Return the code of a topic at an office, at a time if there is one."""
    start = slot.start.isoformat() if slot else ""
    number = int.from_bytes(hashlib.sha256(f"{office}\n{topic}\n{start}".encode()).digest())
    signs = []
    for _ in range(LENGTH):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)
