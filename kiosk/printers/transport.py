"""Exchange bytes with a device, over TCP or a device file, with a time limit on every step.

Does not interpret the bytes. All errors are `OSError`s; an exceeded limit is a `TimeoutError`.
"""

from __future__ import annotations

import os
import select
import socket
import struct
import time
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from kiosk.net.dial import dial
from kiosk.net.errors import HttpError
from kiosk.net.exchange import Exchange, ResponseLimits
from kiosk.net.interrupt import Interrupt

CONNECT_S = 2.0
_CHUNK = 4096  # bytes
_EMPTY_READ_S = 0.02
"""The delay before reading again from a USB printer that sent an empty transfer."""


class Transport(AbstractContextManager["Transport"]):
    """An open file descriptor, closed at the end of the `with` block."""

    def __init__(self, descriptor: int) -> None:
        self._fd = descriptor
        self._is_device = os.fstat(descriptor).st_rdev != 0
        os.set_blocking(descriptor, False)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self.drop()
        os.close(self._fd)

    def drop(self) -> None:
        """Discard unsent data on close, so that it does not reach the device later."""
        if not self._is_device:
            sock = socket.socket(fileno=self._fd)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            sock.detach()

    def write(self, data: bytes, within_s: float) -> None:
        """Write all of `data` within `within_s` seconds."""
        deadline, sent = time.monotonic() + within_s, 0
        while sent < len(data):
            self._wait(select.POLLOUT, deadline)
            try:
                sent += os.write(self._fd, data[sent : sent + _CHUNK])
            except BlockingIOError:
                continue

    def read(self, within_s: float) -> bytes:
        """Return at least one byte within `within_s` seconds."""
        deadline = time.monotonic() + within_s
        while True:
            self._wait(select.POLLIN, deadline)
            data = self._read_now()
            if data:
                return data
            self._pause_or_raise(data)

    def _wait(self, what: int, deadline: float) -> None:
        left_s = deadline - time.monotonic()
        if left_s <= 0 or not self._polled(what, left_s):
            raise TimeoutError("does not answer")

    def _polled(self, what: int, within_s: float) -> bool:
        poll = select.poll()
        poll.register(self._fd, what)
        return bool(poll.poll(within_s * 1000))

    def _read_now(self) -> bytes | None:
        try:
            return os.read(self._fd, _CHUNK)
        except BlockingIOError:
            return None

    def _pause_or_raise(self, data: bytes | None) -> None:
        """Pause if there is nothing to read yet; raise if the other end has closed the connection."""
        if data is not None and not self._is_device:
            raise ConnectionResetError("closed the connection")
        time.sleep(_EMPTY_READ_S)


def connect(host: str, port: int) -> Transport:
    """Open a TCP connection within `CONNECT_S` seconds, including the name look-up."""
    limits = ResponseLimits(max_bytes=0, total_s=CONNECT_S, connect_s=CONNECT_S)
    try:
        connection = dial(host, port, Exchange(limits, limits.deadline(), Interrupt()))
    except HttpError as bad:
        raise OSError(str(bad)) from bad
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # send small requests at once
    return Transport(connection.detach())


def open_device(path: Path) -> Transport:
    """Open a device file, such as that of a USB printer."""
    return Transport(os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK))
