"""Which addresses may be asked: those that nobody on the network can read along."""

from __future__ import annotations

from urllib.parse import urlsplit

from kiosk.feed.loopback import is_loopback


def is_private(url: str) -> bool:
    """Return whether nobody on the network can read along: https, or plain http inside this machine."""
    parts = urlsplit(url)
    if not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname))


def may_follow(asked: str, redirected: str) -> bool:
    """Return whether a redirect may be followed: to the same host only, and never where others read along."""
    return is_private(redirected) and urlsplit(asked).hostname == urlsplit(redirected).hostname
