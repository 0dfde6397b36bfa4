"""Resolve the hosts that a page may load from, and refuse addresses that are not public.

The renderer is given one address per host and uses no name service, which prevents DNS rebinding.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor, wait

from kiosk.feed.private_hosts import is_public
from kiosk.frozen import frozen

LOOKUP_S = 10.0
CONNECT_S = 3.0
HTTPS = 443

Resolve = Callable[[str, int], list[str]]


@frozen
class ResolvedHost:
    """The address of a host, or the problem because of which it is not used."""

    address: str = ""
    problem: str = ""


def system_addresses(host: str, port: int) -> list[str]:
    """Return the addresses of a host, best first; raises `OSError`."""
    results = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in results))


def look_up(
    hosts: Iterable[str], named: Iterable[str], resolve: Resolve = system_addresses
) -> dict[str, ResolvedHost]:
    """Resolve each `host` or `host:port` (default 443); those in `named` may have private addresses."""
    named = frozenset(named)
    pool = ThreadPoolExecutor(16, thread_name_prefix="lookup")
    futures = {host: pool.submit(_resolve_host, host, named, resolve) for host in hosts}
    done, _late = wait(futures.values(), LOOKUP_S)
    pool.shutdown(wait=False, cancel_futures=True)
    late = ResolvedHost(problem="the name service does not answer")
    return {host: future.result() if future in done else late for host, future in futures.items()}


def _resolve_host(host: str, named: Collection[str], resolve: Resolve) -> ResolvedHost:
    name, _, port = host.partition(":")
    try:
        addresses = resolve(name, int(port or HTTPS))
    except (OSError, UnicodeError):
        return ResolvedHost(problem="there is no such host")
    allowed = addresses if host in named else [address for address in addresses if is_public(address)]
    if not allowed:
        return ResolvedHost(
            problem=f"its address {addresses[0]} is not on the internet" if addresses else "it has no address"
        )
    return ResolvedHost(allowed[0] if len(allowed) == 1 else _first_that_answers(allowed, int(port or HTTPS)))


def _first_that_answers(addresses: list[str], port: int) -> str:
    """Return the first address that accepts a connection, otherwise the first."""
    for address in addresses:
        try:
            socket.create_connection((address, port), CONNECT_S).close()
        except OSError:
            continue
        return address
    return addresses[0]
