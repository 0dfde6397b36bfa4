"""Connections that do not wait for ever: a bound on the time that a whole answer may take, its head included.

A time-out on silence alone lets a host send one byte a second for a day. Here each read of the socket counts
what has come so far against the time it took.
"""

from __future__ import annotations

import http.client
import io
import time
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

GRACE_S = 30.0
MIN_RATE = 1024  # bytes a second, after the grace
BUFFER = 1 << 16  # bytes
CONNECTIONS = 8


def too_slow(received: int, elapsed_s: float) -> bool:
    """Return whether a host that sent `received` bytes in `elapsed_s` seconds drips to keep us waiting."""
    return elapsed_s > GRACE_S + received / MIN_RATE


class _Patient(io.RawIOBase):
    """A socket's bytes for one answer; raises `TimeoutError` when they hardly come."""

    def __init__(self, raw: Any) -> None:  # noqa: ANN401  # what socket.makefile returns has no name
        self.raw = raw
        self.began = time.monotonic()
        self.received = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401  # as io.RawIOBase has it
        if too_slow(self.received, time.monotonic() - self.began):
            raise TimeoutError("the host sends hardly anything")
        count: int | None = self.raw.readinto(buffer)
        self.received += count or 0
        return count

    def close(self) -> None:
        self.raw.close()
        super().close()


class _PatientSocket:
    def __init__(self, sock: Any) -> None:  # noqa: ANN401  # a socket, TLS or not
        self.sock = sock

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Patient(self.sock.makefile(mode, buffering=0)), BUFFER)


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: Any, *more: Any, **named: Any) -> None:  # noqa: ANN401  # as http.client has it
        super().__init__(_PatientSocket(sock), *more, **named)  # type: ignore[arg-type]  # it calls makefile only


class _Connection(HTTPConnection):
    response_class = _Response


class _TlsConnection(HTTPSConnection):
    response_class = _Response


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
