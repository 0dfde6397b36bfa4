"""Private hosts, which cannot be reached from the internet, by name or address."""

from __future__ import annotations

import ipaddress
import re

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052, section 2.1
_COMPATIBLE = ipaddress.IPv6Network("::/96")  # RFC 4291, section 2.5.5.1, deprecated

_PRIVATE_DOMAINS = (
    ".localhost", ".local", ".localdomain", ".internal", ".intranet", ".private", ".corp", ".home", ".lan",
    ".home.arpa",
)  # fmt: skip
"""Domains of private networks (RFC 6761, RFC 6762 with its appendix G, RFC 8375)."""

_BYTES = 4  # of an IPv4 address
_NUMBER = re.compile(r"0x[0-9a-f]+|0[0-7]*|[1-9][0-9]*")
"""A number in an address: decimal, octal or hexadecimal, as in C."""


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


def is_written_private(host: str) -> bool:
    """Return whether a host is private by its name alone, such as `localhost`, `router` or `name.local`."""
    name = host.partition(":")[0]
    numeric = _numeric(name)
    if numeric:
        return not is_public(numeric)
    return "." not in name or name.endswith(_PRIVATE_DOMAINS)


def _numeric(name: str) -> str:
    """Return the address that a name denotes, in any form of inet_aton(3), or an empty string."""
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        pass
    parts = name.lower().split(".")
    if len(parts) > _BYTES or not all(_NUMBER.fullmatch(part) for part in parts):
        return ""
    sizes = [1] * (len(parts) - 1) + [_BYTES + 1 - len(parts)]  # the last number fills the remaining bytes
    try:
        written = [int(part, _base(part)).to_bytes(size) for part, size in zip(parts, sizes, strict=True)]
    except OverflowError:
        return ""
    return str(ipaddress.IPv4Address(b"".join(written)))


def _base(number: str) -> int:
    return 16 if number.startswith("0x") else 8 if number.startswith("0") else 10
