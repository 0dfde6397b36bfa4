"""Connections with bounds on time and bytes: an adapter for requests, over urllib3.

With only a read time-out, a host could send one byte per second for a day; with only a limit on the
decompressed body, it could send headers, trailers and empty blocks forever. Here each socket read waits at
most until the total deadline, and every byte received counts against the limit.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import threading
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

from kiosk.net.certificate_expiry import certificate_expiry
from kiosk.net.dial import dial
from kiosk.net.errors import HttpError, InterruptedRequestError, ProxyError
from kiosk.net.exchange import Exchange
from kiosk.net.interrupt import shutting_down

BUFFER = 1 << 16  # bytes
CONNECTIONS = 8
_SEND = 1 << 16  # bytes


class Current(threading.local):
    """The current exchange of each thread; connections read it."""

    exchange: Exchange


class _BoundedSocket(io.RawIOBase):
    """The bytes of one response, read from a socket."""

    def __init__(self, sock: Any, exchange: Exchange) -> None:  # noqa: ANN401  # a socket, TLS or not
        self.sock = sock
        self.raw = sock.makefile("rb", buffering=0)
        self.exchange = exchange
        self.wake = shutting_down(sock)
        exchange.interrupt.add(self.wake)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401  # as in io.RawIOBase
        self.exchange.limit(self.sock)
        try:
            count: int | None = self.raw.readinto(buffer)
        except TimeoutError as late:
            raise self.exchange.timed_out() from late
        self.exchange.count(count or 0)
        return count

    def close(self) -> None:
        self.exchange.interrupt.remove(self.wake)
        self.raw.close()
        super().close()


class _SocketStandIn:
    """Stands in for a socket: http.client only calls `makefile`."""

    def __init__(self, sock: Any, exchange: Exchange) -> None:  # noqa: ANN401  # a socket, TLS or not
        self.bounded = partial(_BoundedSocket, sock, exchange)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self.bounded(), BUFFER)


class RawResponse(http.client.HTTPResponse):
    """A response read within the limits of its exchange."""

    fp: io.BufferedReader

    def __init__(
        self,
        sock: Any,  # noqa: ANN401  # a socket, TLS or not
        *more: Any,  # noqa: ANN401  # as in http.client
        exchange: Exchange,
        **named: Any,  # noqa: ANN401  # as in http.client
    ) -> None:
        super().__init__(_SocketStandIn(sock, exchange), *more, **named)  # type: ignore[arg-type]  # see _SocketStandIn

    def receive_into(self, buffer: memoryview) -> int:
        """Read a part of the body into `buffer`, blocking for at least one byte; returns its size.

        Raises `http.client.IncompleteRead` if the connection closes early.
        """
        if self.isclosed():
            return 0
        if self.chunked or self.length is None:
            data = self.read1(len(buffer))
            buffer[: len(data)] = data
            return len(data)
        count = self.fp.readinto1(buffer[: self.length]) if self.length else 0
        self.length -= count
        if not count and self.length:
            raise http.client.IncompleteRead(b"", self.length)
        if not self.length:
            self.close()
        return count


class _BoundedConnection(HTTPConnection):
    """A connection that connects, sends and receives within the limits of its thread's exchange."""

    handshake: socket.socket | None = None
    """A duplicate of a new socket during the TLS handshake, because the handshake detaches the original."""

    def __init__(self, *more: Any, current: Current, **named: Any) -> None:  # noqa: ANN401  # as in urllib3
        super().__init__(*more, **named)
        self.current = current

    @property
    def exchange(self) -> Exchange:
        """The current exchange of this thread."""
        return self.current.exchange

    @property
    def response_class(self) -> Any:  # type: ignore[override]  # noqa: ANN401  # a class, to http.client
        """The class of a response, including a proxy's own."""
        return partial(RawResponse, exchange=self.exchange)

    def _new_conn(self) -> socket.socket:
        options: Any = self.socket_options or ()
        self.exchange.wait_s()  # an expired deadline is not the proxy's fault
        try:
            sock = dial(self._dns_host, self.port or 80, self.exchange, options)
        except InterruptedRequestError:
            raise
        except HttpError as bad:
            raise ProxyError(str(bad)) if self.proxy else bad from bad
        self.handshake = sock.dup()
        self.wake = shutting_down(self.handshake)
        self.exchange.interrupt.add(self.wake)
        return sock

    def _tunnel(self) -> None:
        super()._tunnel()
        self.exchange.limit(self.sock)  # bounds the handshake that follows

    def connect(self) -> None:
        """Connect, including any TLS handshake."""
        try:
            super().connect()
        finally:
            if self.handshake:
                self.exchange.interrupt.remove(self.wake)
                self.handshake.close()
                self.handshake = None

    def send(self, data: Any) -> None:  # noqa: ANN401  # as in http.client
        """Send in parts, each within the remaining deadline: TLS applies its time-out to each record."""
        if self.sock is None:
            self.connect()
        view = memoryview(data)
        for start in range(0, len(view), _SEND):
            self.exchange.limit(self.sock)
            try:
                super().send(view[start : start + _SEND])
            except TimeoutError as late:
                raise self.exchange.timed_out() from late


class _Connection(_BoundedConnection):
    pass


class _TlsConnection(_BoundedConnection, HTTPSConnection):
    def connect(self) -> None:
        """Connect, and note when the host's certificate expires."""
        super().connect()
        self.exchange.certificate_until = certificate_expiry(self.sock)


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls: Any = _Connection

    def __init__(self, *more: Any, current: Current, **named: Any) -> None:  # noqa: ANN401  # as in urllib3
        super().__init__(*more, **named)
        self.conn_kw["current"] = current


class _TlsPool(_Pool, urllib3.HTTPSConnectionPool):
    ConnectionCls = _TlsConnection


class BoundedAdapter(HTTPAdapter):
    """An adapter for requests that uses bounded connections. It never retries; the caller does.

    `proxy` returns the URL of the web proxy, if any; `trust` creates the TLS context for the first https URL.
    """

    def __init__(self, proxy: Callable[[], str | None], trust: Callable[[], ssl.SSLContext]) -> None:
        self.current = Current()
        self._pools: dict[str, Any] = {
            "http": partial(_Pool, current=self.current),
            "https": partial(_TlsPool, current=self.current),
        }
        self._known: dict[tuple[str, str], Any] = {}
        self._proxy = proxy
        self._trust = cache(trust)
        super().__init__(pool_connections=2, pool_maxsize=CONNECTIONS, max_retries=0)

    def init_poolmanager(self, *more: Any, **named: Any) -> None:  # noqa: ANN401  # as in requests
        """Use bounded connections to hosts."""
        super().init_poolmanager(*more, **named)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: Any, **named: Any) -> urllib3.ProxyManager:  # noqa: ANN401  # as in requests
        """Use bounded connections through a proxy."""
        manager: urllib3.ProxyManager = super().proxy_manager_for(proxy, **named)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def get_connection_with_tls_context(self, request: Any, *_more: Any, **_named: Any) -> Any:  # noqa: ANN401  # as in requests
        """Return the connection pool of a request's host."""
        scheme, _, rest = request.url.partition("://")
        host = scheme, rest.partition("/")[0]
        if host not in self._known:
            proxy = self._proxy()
            manager = self.proxy_manager_for(proxy) if proxy else self.poolmanager
            tls = {"ssl_context": self._trust()} if scheme == "https" else {}
            self._known[host] = manager.connection_from_url(request.url, pool_kwargs=tls)
        return self._known[host]

    def cert_verify(self, *_arguments: Any) -> None:  # noqa: ANN401  # as in requests
        """Do nothing: the TLS context contains the authorities."""

    def close(self) -> None:
        """Close all connections now; urllib3 2 leaves that to the garbage collector."""
        self._known.clear()
        for manager in (self.poolmanager, *self.proxy_manager.values()):
            for key in manager.pools.keys():  # noqa: SIM118  # RecentlyUsedContainer refuses iteration
                manager.pools[key].close()
        super().close()
