"""The sockets on which a fetcher waits, so that another thread can end the waiting."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Lines:
    """Sockets that somebody waits on. Its methods may be called from any thread."""

    def __init__(self) -> None:
        self.cut = threading.Event()
        """Set once no more bytes are wanted."""

        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    def add(self, sock: socket.socket) -> None:
        """Know of a socket; whoever does so takes it out again before it is closed."""
        with self._lock:
            self._open.add(sock)
        if self.cut.is_set():
            self.end()

    def remove(self, sock: socket.socket) -> None:
        """Forget a socket, if it was known."""
        with self._lock:
            self._open.discard(sock)

    def end(self) -> None:
        """Let whoever waits for bytes, now or later, find that none come."""
        self.cut.set()
        with self._lock:
            for sock in self._open:
                with suppress(OSError):  # the host was quicker
                    socket.socket.shutdown(
                        sock, socket.SHUT_RDWR
                    )  # not TLS's own, which would take its state away
