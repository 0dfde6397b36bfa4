"""Cancel other threads' waits for sockets and name look-ups."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from kiosk.net.errors import InterruptedRequestError

Wake = Callable[[], object]
"""Ends one wait."""


class Interrupt:
    """Cancels every registered wait, and every later one. Its methods may be called from any thread."""

    def __init__(self) -> None:
        self._set = threading.Event()
        self._wakes: set[Wake] = set()
        self._lock = threading.Lock()

    def is_set(self) -> bool:
        """Return whether requests were cancelled."""
        return self._set.is_set()

    def check(self) -> None:
        """Raise `InterruptedRequestError` if requests were cancelled."""
        if self._set.is_set():
            raise InterruptedRequestError("the request was cancelled")

    def add(self, wake: Wake) -> None:
        """Register a wait; the caller removes it before closing its socket."""
        with self._lock:
            self._wakes.add(wake)
        if self._set.is_set():
            self.set()

    def remove(self, wake: Wake) -> None:
        """Remove a wait, if registered."""
        with self._lock:
            self._wakes.discard(wake)

    def set(self) -> None:
        """Cancel all waits, present and future."""
        self._set.set()
        with self._lock:
            for wake in self._wakes:
                wake()


def shutting_down(sock: socket.socket) -> Wake:
    """Return a function that ends a wait on a socket."""
    return partial(_shut_down, sock)


def _shut_down(sock: socket.socket) -> None:
    # Not SSLSocket.shutdown, which would discard the TLS state.
    with suppress(OSError):  # the host closed it first
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
