"""One request in progress: its limits, and how many bytes have arrived."""

from __future__ import annotations

import math
import socket
from datetime import datetime

from kiosk.frozen import frozen
from kiosk.net.deadline import Deadline
from kiosk.net.errors import DeadlineError, TooLargeError
from kiosk.net.interrupt import Interrupt

OVERHEAD = 1 << 20  # bytes
"""How much headers, chunk sizes and trailers may add to the body."""


SLACK_S = 0.1
"""How far a wait may exceed its deadline."""


@frozen
class ResponseLimits:
    """The limits of a response: bytes of the decompressed body, and seconds."""

    max_bytes: int
    total_s: float = 40.0
    min_rate: float = math.inf  # bytes per second; extends `total_s`, see `Deadline`
    silence_s: float = 10.0
    connect_s: float = 10.0  # for each address of the host

    def deadline(self) -> Deadline:
        """Return the deadline of a request that starts now."""
        return Deadline(self.total_s, self.min_rate)


class Exchange:
    """Counts the bytes and the time of one request and its response, including headers and trailers."""

    def __init__(self, limits: ResponseLimits, deadline: Deadline, interrupt: Interrupt) -> None:
        self.limits = limits
        self.deadline = deadline
        self.interrupt = interrupt
        self.received = 0
        self.certificate_until: datetime | None = None
        """When the host's certificate expires, if this exchange opened the connection."""

        self._allowed = OVERHEAD + 2 * limits.max_bytes

    def wait_s(self) -> float:
        """Return how long to wait for the next byte; raises `HttpError` if the time is up."""
        self.interrupt.check()
        return min(self.limits.silence_s, self.deadline.left_s(self.received))

    def limit(self, sock: socket.socket) -> None:
        """Set the time-out of a socket to the time that is left; raises `HttpError` if there is none.

        Small changes are skipped: setting a time-out releases the GIL, which slows fast downloads by a third.
        """
        wanted, now = self.wait_s(), sock.gettimeout()
        if now is None or abs(wanted - now) > SLACK_S:
            sock.settimeout(wanted)

    def count(self, received: int) -> None:
        """Count received bytes; raises `TooLargeError`."""
        self.received += received
        if self.received > self._allowed:
            raise TooLargeError(f"the host sends more than {self._allowed} bytes")

    def timed_out(self) -> DeadlineError:
        """Return the error for a wait that timed out."""
        try:
            self.deadline.left_s(self.received)
        except DeadlineError as late:
            return late
        return DeadlineError(f"the host sent nothing for {self.limits.silence_s:g} s")
