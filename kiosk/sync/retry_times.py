"""When something is tried again that exceeded its limits. Pure.

The device may have been busy, so the same file may pass later. Each attempt may cost all that the limits
allow: the wait doubles, from ten minutes to a day.
"""

from __future__ import annotations

from kiosk.net.backoff import exponential_s

FIRST_S, LONGEST_S = 600.0, 86_400.0


def is_due(tries: int, tried_at: float, now: float) -> bool:
    """Return whether to try again, by Unix times; an attempt in the future was noted by a wrong clock."""
    return not 0 <= now - tried_at < exponential_s(tries, FIRST_S, LONGEST_S)
