"""A deadline for a whole transfer, however steadily bytes arrive."""

from __future__ import annotations

import math
import time

from kiosk.net.errors import DeadlineError


class Deadline:
    """The moment at which waiting ends; several requests may share one.

    Each received byte extends it by 1 / `min_rate` seconds, so that a large download may take longer, but a
    server slower than `min_rate` (bytes per second) is abandoned.
    """

    def __init__(self, seconds: float, min_rate: float = math.inf) -> None:
        self.seconds = seconds
        self._min_rate = min_rate
        self._began = time.monotonic()

    @property
    def elapsed_s(self) -> float:
        """The seconds since the start."""
        return time.monotonic() - self._began

    def left_s(self, received: int = 0) -> float:
        """Return the seconds left after `received` bytes, always positive; raises `DeadlineError`."""
        allowed = self.seconds + received / self._min_rate
        left = self._began + allowed - time.monotonic()
        if left <= 0:
            raise DeadlineError(f"too slow: {received} bytes in {allowed:.0f} s")
        return left
