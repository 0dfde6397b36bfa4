"""Connections that do not wait for ever: bounds on the time and the bytes of a whole answer, head included.

A time-out on silence alone lets a host send one byte a second for a day, and a bound on what is unpacked lets
it send heads, trailers and empty blocks without end. Here each read of the socket counts what has come so far
against the time it took and against what the one who asked allowed.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from functools import partial
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

from kiosk.sync.lines import Lines

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

    def __init__(self, sock: Any, lines: Lines, allowed: int) -> None:  # noqa: ANN401  # a socket, TLS or not
        self.sock = sock
        self.raw = sock.makefile("rb", buffering=0)
        self.lines = lines
        self.lines.add(sock)
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
        self.lines.remove(self.sock)
        self.raw.close()
        super().close()


class _PatientSocket:
    def __init__(self, sock: Any, lines: Lines, allowed: int) -> None:  # noqa: ANN401  # a socket, TLS or not
        self.patient = partial(_Patient, sock, lines, allowed)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self.patient(), BUFFER)


class Response(http.client.HTTPResponse):
    """An answer of which at most `allowed` bytes are read."""

    fp: io.BufferedReader

    def __init__(
        self,
        sock: Any,  # noqa: ANN401  # a socket, TLS or not
        *more: Any,  # noqa: ANN401  # as http.client has it
        lines: Lines,
        allowed: int = OVERHEAD,
        **named: Any,  # noqa: ANN401  # as http.client has it
    ) -> None:
        super().__init__(_PatientSocket(sock, lines, allowed), *more, **named)  # type: ignore[arg-type]  # it calls makefile only

    def take(self, into: memoryview) -> int:
        """Fill `into` with what has come of the body, waiting for some; returns its bytes, 0 at the end.

        Raises `http.client.IncompleteRead` at an end that comes too early.
        """
        if self.isclosed():
            return 0
        if self.chunked or self.length is None:
            data = self.read1(len(into))
            into[: len(data)] = data
            return len(data)
        count = self.fp.readinto1(into[: self.length]) if self.length else 0
        self.length -= count
        if not count and self.length:
            raise http.client.IncompleteRead(b"", self.length)
        if not self.length:
            self.close()
        return count


class _Allowing(HTTPConnection):
    greeting: socket.socket | None = None
    """A copy of a new socket while TLS, which takes the socket itself away, greets the host on it."""

    def __init__(self, *more: Any, lines: Lines, **named: Any) -> None:  # noqa: ANN401  # as urllib3 has it
        super().__init__(*more, **named)
        self.lines = lines
        self.response_class: Any = partial(Response, lines=lines)

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        self.greeting = sock.dup()
        self.lines.add(self.greeting)
        return sock

    def connect(self) -> None:
        """Connect and greet."""
        try:
            super().connect()
        finally:
            if self.greeting:
                self.lines.remove(self.greeting)
                self.greeting.close()

    def request(self, method: str, url: str, body: Any = None, headers: Any = None, **named: Any) -> None:  # noqa: ANN401  # as urllib3 has it
        """Ask; the answer may be as large as the header `ALLOWED` says, and as much again."""
        told = dict(headers or {})
        allowed = OVERHEAD + 2 * int(told.pop(ALLOWED, 0))
        self.response_class = partial(Response, lines=self.lines, allowed=allowed)
        super().request(method, url, body, told, **named)


class _Connection(_Allowing):
    pass


class _TlsConnection(_Allowing, HTTPSConnection):
    pass


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls: Any = _Connection

    def __init__(self, *more: Any, lines: Lines, **named: Any) -> None:  # noqa: ANN401  # as urllib3 has it
        super().__init__(*more, **named)
        self.conn_kw["lines"] = lines


class _TlsPool(_Pool, urllib3.HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


class PatientAdapter(HTTPAdapter):
    """requests' adapter over patient connections; it tries nothing twice, which is for `pace` to do."""

    def __init__(self, lines: Lines) -> None:
        """Let `lines` know of each socket that is waited on."""
        self.pools: dict[str, Any] = {
            "http": partial(_Pool, lines=lines),
            "https": partial(_TlsPool, lines=lines),
        }
        self.known: dict[tuple[str, str], Any] = {}
        super().__init__(pool_connections=2, pool_maxsize=CONNECTIONS, max_retries=0)

    def init_poolmanager(self, *more: Any, **named: Any) -> None:  # noqa: ANN401  # as requests has it
        """Make the connections to hosts."""
        super().init_poolmanager(*more, **named)
        self.poolmanager.pool_classes_by_scheme = self.pools

    def proxy_manager_for(self, proxy: Any, **named: Any) -> urllib3.ProxyManager:  # noqa: ANN401  # as requests has it
        """Make the connections through a proxy."""
        manager: urllib3.ProxyManager = super().proxy_manager_for(proxy, **named)
        manager.pool_classes_by_scheme = self.pools
        return manager

    def get_connection_with_tls_context(self, request: Any, *more: Any, **named: Any) -> Any:  # noqa: ANN401  # as requests has it
        """Return the connections to the host of a request, which are always the same ones."""
        scheme, _, rest = request.url.partition("://")
        host = scheme, rest.partition("/")[0]
        if host not in self.known:
            self.known[host] = super().get_connection_with_tls_context(request, *more, **named)
        return self.known[host]

    def close(self) -> None:
        """End all connections now; urllib3 2 leaves that to the garbage collector."""
        for manager in (self.poolmanager, *self.proxy_manager.values()):
            for key in manager.pools.keys():  # noqa: SIM118  # it refuses to be iterated, to be safe among threads
                manager.pools[key].close()
        super().close()
