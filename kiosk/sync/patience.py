"""Connections that do not wait for ever: bounds on the time and the bytes of a whole answer, head included.

A time-out on silence alone lets a host send one byte a second for a day, and a bound on what is unpacked lets
it send heads, trailers and empty blocks without end. Here each read of the socket counts what has come so far
against the time it took and against what the one who asked allowed.
"""

from __future__ import annotations

import http.client
import io
import time
from functools import partial
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

GRACE_S = 30.0
MIN_RATE = 1024  # bytes a second, after the grace
BUFFER = 1 << 16  # bytes
CONNECTIONS = 8
OVERHEAD = 1 << 20  # bytes
"""What an answer may have beside its body: a head, chunks, trailers."""

ALLOWED = "X-Infodisk-Allowed"
"""A header of ours that says how large a body may be; it goes no further than to the connection."""


def too_slow(received: int, elapsed_s: float) -> bool:
    """Return whether a host that sent `received` bytes in `elapsed_s` seconds drips to keep us waiting."""
    return elapsed_s > GRACE_S + received / MIN_RATE


class _Patient(io.RawIOBase):
    """A socket's bytes for one answer; raises `TimeoutError` when they hardly come."""

    def __init__(self, raw: Any, allowed: int) -> None:  # noqa: ANN401  # what socket.makefile returns has no name
        self.raw = raw
        self.began = time.monotonic()
        self.allowed = allowed
        self.received = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401  # as io.RawIOBase has it
        if too_slow(self.received, time.monotonic() - self.began):
            raise TimeoutError("the host sends hardly anything")
        if self.received > self.allowed:
            raise ConnectionAbortedError(f"the host sends more than {self.allowed} bytes")
        count: int | None = self.raw.readinto(buffer)
        self.received += count or 0
        return count

    def close(self) -> None:
        self.raw.close()
        super().close()


class _PatientSocket:
    def __init__(self, sock: Any, allowed: int) -> None:  # noqa: ANN401  # a socket, TLS or not
        self.sock = sock
        self.allowed = allowed

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Patient(self.sock.makefile(mode, buffering=0), self.allowed), BUFFER)


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: Any, *more: Any, allowed: int = OVERHEAD, **named: Any) -> None:  # noqa: ANN401  # as http.client has it
        super().__init__(_PatientSocket(sock, allowed), *more, **named)  # type: ignore[arg-type]  # it calls makefile only


class _Allowing(HTTPConnection):
    response_class: Any = _Response

    def request(self, method: str, url: str, body: Any = None, headers: Any = None, **named: Any) -> None:  # noqa: ANN401  # as urllib3 has it
        """Ask; the answer may be as large as the header `ALLOWED` says, and as much again."""
        told = dict(headers or {})
        allowed = OVERHEAD + 2 * int(told.pop(ALLOWED, 0))
        self.response_class = partial(_Response, allowed=allowed)
        super().request(method, url, body, told, **named)


class _Connection(_Allowing):
    pass


class _TlsConnection(_Allowing, HTTPSConnection):
    pass


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _TlsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


_POOLS = {"http": _Pool, "https": _TlsPool}


class PatientAdapter(HTTPAdapter):
    """requests' adapter over patient connections; it tries nothing twice, which is for `pace` to do."""

    def __init__(self) -> None:
        super().__init__(pool_connections=2, pool_maxsize=CONNECTIONS, max_retries=0)

    def init_poolmanager(self, *more: Any, **named: Any) -> None:  # noqa: ANN401  # as requests has it
        """Make the connections to hosts."""
        super().init_poolmanager(*more, **named)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: Any, **named: Any) -> urllib3.ProxyManager:  # noqa: ANN401  # as requests has it
        """Make the connections through a proxy."""
        manager: urllib3.ProxyManager = super().proxy_manager_for(proxy, **named)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def close(self) -> None:
        """End all connections now; urllib3 2 leaves that to the garbage collector."""
        for manager in (self.poolmanager, *self.proxy_manager.values()):
            for key in manager.pools.keys():  # noqa: SIM118  # it refuses to be iterated, to be safe among threads
                manager.pools[key].close()
        super().close()
