"""How long something may take as a whole, however steadily it drips."""

from __future__ import annotations

import math
import time

from kiosk.net.errors import DeadlineError


class Deadline:
    """A moment after which nothing is waited for; it may serve several requests.

    `min_rate` (bytes a second) moves it back as bytes come, for downloads whose size says how long they take:
    a server that sends less than that is given up.
    """

    def __init__(self, seconds: float, min_rate: float = math.inf) -> None:
        self.seconds = seconds
        self._min_rate = min_rate
        self._began = time.monotonic()

    @property
    def elapsed_s(self) -> float:
        """The seconds since it began."""
        return time.monotonic() - self._began

    def left_s(self, received: int = 0) -> float:
        """Return the seconds left after `received` bytes, more than 0; raises `DeadlineError`."""
        allowed = self.seconds + received / self._min_rate
        left = self._began + allowed - time.monotonic()
        if left <= 0:
            raise DeadlineError(f"too slow: {received} bytes in {allowed:.0f} s")
        return left
