"""Resolve the hosts that a page may load from, and refuse addresses that are not public.

The renderer gets one address for each host and uses no name service, which prevents DNS rebinding.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

LOOKUP_S = 10.0
CONNECT_S = 3.0
HTTPS = 443

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052, section 2.1
_COMPATIBLE = ipaddress.IPv6Network("::/96")  # RFC 4291, section 2.5.5.1, deprecated

_PRIVATE_DOMAINS = (
    ".localhost", ".local", ".localdomain", ".internal", ".intranet", ".private", ".corp", ".home", ".lan",
    ".home.arpa",
)  # fmt: skip
"""Domains of networks of one's own (RFC 6761, RFC 6762 with its appendix G, RFC 8375)."""

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True)
class ResolvedHost:
    """The address of a host, or why it must not be requested."""

    address: str = ""
    problem: str = ""


def is_public(address: str) -> bool:
    """Return whether an address is public, including addresses embedded in IPv6."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _COMPATIBLE or ip.is_site_local:
            return False
        within = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _TRANSLATED:
            within.append(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF))
        embedded = [each for each in within if each is not None]
        if embedded:
            return all(is_public(str(each)) for each in embedded)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def system_addresses(host: str, port: int) -> list[str]:
    """Return the addresses of a host, best first; raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def look_up(
    hosts: Iterable[str], named: Iterable[str], resolve: Resolve = system_addresses
) -> dict[str, ResolvedHost]:
    """Resolve each `host` or `host:port` (default 443); those in `named` may have private addresses."""
    named = frozenset(named)
    pool = ThreadPoolExecutor(16, thread_name_prefix="lookup")
    futures = {host: pool.submit(_judged, host, named, resolve) for host in hosts}
    done, _late = wait(futures.values(), LOOKUP_S)
    pool.shutdown(wait=False, cancel_futures=True)
    late = ResolvedHost(problem="the name service does not answer")
    return {host: future.result() if future in done else late for host, future in futures.items()}


def _judged(host: str, named: Collection[str], resolve: Resolve) -> ResolvedHost:
    name, _, port = host.partition(":")
    try:
        found = resolve(name, int(port or HTTPS))
    except (OSError, UnicodeError):
        return ResolvedHost(problem="there is no such host")
    allowed = found if host in named else [each for each in found if is_public(each)]
    if not allowed:
        return ResolvedHost(
            problem=f"its address {found[0]} is not on the internet" if found else "it has no address"
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


def is_written_private(host: str) -> bool:
    """Return whether a host name is private by itself, such as `localhost`, `router` or `name.local`."""
    name = host.partition(":")[0]
    numeric = _numeric(name)
    if numeric:
        return not is_public(numeric)
    return "." not in name or name.endswith(_PRIVATE_DOMAINS)


def _numeric(name: str) -> str:
    """Return the address that a name is, also in the short, octal and hexadecimal forms of inet_aton."""
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return ""
