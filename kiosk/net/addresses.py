"""Which URLs may be requested: those whose traffic nobody else on the network can read."""

from __future__ import annotations

from urllib.parse import urlsplit

from kiosk.feed.loopback import is_loopback


def is_protected_url(url: str) -> bool:
    """Return whether the traffic is private: https, or plain http on this machine."""
    parts = urlsplit(url)
    if not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname))


def may_follow(requested: str, redirected: str) -> bool:
    """Return whether to follow a redirect: only to the same host, and only over a private connection."""
    return is_protected_url(redirected) and urlsplit(requested).hostname == urlsplit(redirected).hostname
