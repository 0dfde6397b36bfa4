"""A way for one thread to end the waiting of others on sockets and names."""

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
    """Ends every wait that it knows of, and each later one. Its methods may be called from any thread."""

    def __init__(self) -> None:
        self._set = threading.Event()
        self._wakes: set[Wake] = set()
        self._lock = threading.Lock()

    def is_set(self) -> bool:
        """Return whether no more bytes are wanted."""
        return self._set.is_set()

    def check(self) -> None:
        """Raise `InterruptedRequestError` once no more bytes are wanted."""
        if self._set.is_set():
            raise InterruptedRequestError("it was told to end")

    def add(self, wake: Wake) -> None:
        """Know of a wait; whoever began it removes it again before its socket is closed."""
        with self._lock:
            self._wakes.add(wake)
        if self._set.is_set():
            self.set()

    def remove(self, wake: Wake) -> None:
        """Forget a wait, if it was known."""
        with self._lock:
            self._wakes.discard(wake)

    def set(self) -> None:
        """End all waits, now and later."""
        self._set.set()
        with self._lock:
            for wake in self._wakes:
                wake()


def shutting_down(sock: socket.socket) -> Wake:
    """Return what ends a wait on a socket."""
    return partial(_shut_down, sock)


def _shut_down(sock: socket.socket) -> None:
    with suppress(OSError):  # the host was quicker
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # not TLS's own, which would take its state away
