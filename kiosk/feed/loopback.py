"""Hosts that are this machine itself, so that nobody on the network can read the traffic to them."""

from __future__ import annotations

import ipaddress


def is_loopback(host: str) -> bool:
    """Return whether a host, by its name or its address, is this machine (RFC 6890)."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
