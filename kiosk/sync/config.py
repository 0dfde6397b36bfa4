"""What a device must be told before it can sync: one frozen value, checked when it is made."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True)
class SyncConfig:
    """Where the feed is, whom to trust, where to keep it, and for which screen.

    `url` is the site, over https (plain http on this machine only). `root` is the trusted `root.json`,
    `state` a folder of our own. `proxy` is the address of a web proxy, `ca` a file of further certificate
    authorities.
    Raises `ValueError` for an address that would not be private.
    """

    url: str
    root: Path
    state: Path
    screen: str
    proxy: str | None = None
    ca: Path | None = None

    def __post_init__(self) -> None:
        if not is_private(self.url):
            raise ValueError(f"the feed's address must start with https://, got {self.url!r}")


def is_private(url: str) -> bool:
    """Return whether nobody on the network can read along: https, or plain http inside this machine."""
    parts = urlsplit(url)
    if not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def may_follow(asked: str, redirected: str) -> bool:
    """Return whether a redirect may be followed: to the same host only, and never where others read along."""
    return is_private(redirected) and urlsplit(asked).hostname == urlsplit(redirected).hostname
