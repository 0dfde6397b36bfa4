"""Resolve a host name and connect a socket within a deadline; `getaddrinfo` itself has no time limit."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from kiosk.net.errors import DeadlineError, HttpError, NoResponseError
from kiosk.net.exchange import Exchange
from kiosk.net.interrupt import shutting_down

Address = tuple[Any, ...]
"""One result of `socket.getaddrinfo`."""


def dial(host: str, port: int, exchange: Exchange, options: Iterable[Any] = ()) -> socket.socket:
    """Return a socket connected to the first address of `host` that answers; raises `HttpError`."""
    problem = HttpError("unreachable")
    for address in resolve(host, port, exchange):
        try:
            return _connected(address, exchange, options)
        except TimeoutError:
            problem = DeadlineError(f"{host} does not answer")
        except OSError as bad:
            problem = NoResponseError(f"{host}: {bad.strerror or bad}")
        exchange.interrupt.check()
    raise problem


def resolve(host: str, port: int, exchange: Exchange) -> list[Address]:
    """Return the addresses of a host; raises `NoResponseError`, also when the name service is too slow."""
    with suppress(OSError):
        return _look_up(host, port, socket.AI_NUMERICHOST)  # needs no name service
    results: queue.SimpleQueue[list[Address] | OSError | None] = queue.SimpleQueue()
    wake = lambda: results.put(None)  # noqa: E731  # the same object is removed below

    def ask() -> None:
        try:
            results.put(_look_up(host, port))
        except (OSError, UnicodeError) as bad:
            results.put(bad if isinstance(bad, OSError) else OSError(str(bad)))

    # getaddrinfo cannot be cancelled: a thread that it blocks for too long is abandoned.
    threading.Thread(target=ask, name="resolver", daemon=True).start()
    exchange.interrupt.add(wake)
    try:
        answer = results.get(timeout=exchange.wait_s())
    except queue.Empty as bad:
        raise DeadlineError(f"{host}: the name service does not answer") from bad
    finally:
        exchange.interrupt.remove(wake)
    exchange.interrupt.check()
    if isinstance(answer, list):
        return answer
    raise NoResponseError(f"{host}: {answer.strerror or answer if answer else 'unknown'}")


def _look_up(host: str, port: int, flags: int = 0) -> list[Address]:
    return list(socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=flags))


def _connected(address: Address, exchange: Exchange, options: Iterable[Any]) -> socket.socket:
    family, kind, protocol, _name, where = address
    sock = socket.socket(family, kind, protocol)
    wake = shutting_down(sock)
    exchange.interrupt.add(wake)
    try:
        for option in options:
            sock.setsockopt(*option)
        sock.settimeout(min(exchange.limits.connect_s, exchange.wait_s()))
        sock.connect(where)
        sock.settimeout(exchange.wait_s())
    except BaseException:
        sock.close()
        raise
    finally:
        exchange.interrupt.remove(wake)
    return sock
