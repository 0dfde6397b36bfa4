"""When to retry a task that exceeded its limits. Pure.

The device may have been busy, so the task may succeed later. Each attempt may use up the limits again, so the
wait doubles, from ten minutes to a day.
"""

from __future__ import annotations

from kiosk.net.backoff import exponential_s

FIRST_S, LONGEST_S = 600.0, 86_400.0


def is_due(tries: int, tried_at: float, now: float) -> bool:
    """Return whether to try again. Times are Unix times; one in the future was recorded by a wrong clock."""
    return not 0 <= now - tried_at < exponential_s(tries, FIRST_S, LONGEST_S)
