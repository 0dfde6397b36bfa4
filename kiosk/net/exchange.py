"""One request on its way: what bounds it, and what has come of it so far."""

from __future__ import annotations

import math
import socket
from dataclasses import dataclass

from kiosk.net.deadline import Deadline
from kiosk.net.errors import DeadlineError, TooLargeError
from kiosk.net.interrupt import Interrupt

OVERHEAD = 1 << 20  # bytes
"""What a response may have besides its body: heads, chunk sizes, trailers."""


SLACK_S = 0.1
"""How much later than its deadline a wait may end."""


@dataclass(frozen=True)
class Limits:
    """What a response may cost: bytes of the body when unpacked, and seconds."""

    max_bytes: int
    total_s: float = 40.0
    min_rate: float = math.inf  # bytes a second that move the end of `total_s`; see `Deadline`
    silence_s: float = 10.0
    connect_s: float = 10.0  # for each address of the host

    def deadline(self) -> Deadline:
        """Return the deadline of a request that begins now."""
        return Deadline(self.total_s, self.min_rate)


class Exchange:
    """Counts the bytes and the time of one request and its response, head and trailers included."""

    def __init__(self, limits: Limits, deadline: Deadline, interrupt: Interrupt) -> None:
        self.limits = limits
        self.deadline = deadline
        self.interrupt = interrupt
        self.received = 0
        self._allowed = OVERHEAD + 2 * limits.max_bytes

    def wait_s(self) -> float:
        """Return how long the next byte may be waited for; raises `HttpError` if it is not."""
        self.interrupt.check()
        return min(self.limits.silence_s, self.deadline.left_s(self.received))

    def limit(self, sock: socket.socket) -> None:
        """Let a socket wait no longer than it may; raises `HttpError` if it is not waited for at all.

        To set the time-out of a socket gives other threads the turn, which costs a fast download a third.
        """
        wanted, now = self.wait_s(), sock.gettimeout()
        if now is None or abs(wanted - now) > SLACK_S:
            sock.settimeout(wanted)

    def count(self, received: int) -> None:
        """Take note of bytes; raises `TooLargeError`."""
        self.received += received
        if self.received > self._allowed:
            raise TooLargeError(f"the host sends more than {self._allowed} bytes")

    def timed_out(self) -> DeadlineError:
        """Return what to say of a wait that took as long as it may."""
        try:
            self.deadline.left_s(self.received)
        except DeadlineError as late:
            return late
        return DeadlineError(f"the host sent nothing for {self.limits.silence_s:g} s")
