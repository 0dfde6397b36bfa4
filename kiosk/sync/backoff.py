"""When to look again: pure. A host that comes back is not met by all its kiosks in the same second.

Exponential back-off with jitter, after Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog,
2015).
"""

FIRST_S = 10.0
LONGEST_S = 300.0
SPREAD = 0.1


def wait_s(failures: int, interval_s: float, chance: float) -> float:
    """Return the seconds until the next look, after so many failures in a row; `chance` is in [0, 1).

    Without a failure it is `interval_s`, a tenth more or less; after one, 5 to 10 s, then twice as long
    each time, up to five minutes.
    """
    if failures == 0:
        return interval_s * (1 - SPREAD + 2 * SPREAD * chance)
    longest = min(LONGEST_S, FIRST_S * 2.0 ** min(failures - 1, 16))
    return longest * (0.5 + 0.5 * chance)
