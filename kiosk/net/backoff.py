"""Exponential back-off: how long to wait after consecutive failures. Pure.

With jitter, after Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015), so that a
recovering host is not hit by all its clients at once.
"""

FIRST_S = 10.0
LONGEST_S = 300.0
SPREAD = 0.1
_MAX_DOUBLINGS = 16


def exponential_s(failures: int, first_s: float, longest_s: float) -> float:
    """Return 0 without failures; otherwise `first_s`, doubled for each further failure, up to `longest_s`."""
    return min(longest_s, first_s * 2.0 ** min(failures - 1, _MAX_DOUBLINGS)) if failures > 0 else 0.0


def poll_wait_s(failures: int, interval_s: float, chance: float) -> float:
    """Return the seconds until the next poll; `chance` is random, in [0, 1).

    Without failures: `interval_s` plus or minus a tenth. After one: 5 to 10 s, doubled for each further
    failure, up to five minutes.
    """
    if failures == 0:
        return interval_s * (1 - SPREAD + 2 * SPREAD * chance)
    return exponential_s(failures, FIRST_S, LONGEST_S) * (0.5 + 0.5 * chance)
