"""The owner of a calendar: servers hide private events from the other accounts that may read it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError, XMLParser

_DAV = "{DAV:}"
_MAX_BYTES = 64 << 10

OWNER_QUERY = (
    b'<?xml version="1.0" encoding="utf-8"?>'
    b'<D:propfind xmlns:D="DAV:"><D:prop><D:owner/><D:current-user-principal/></D:prop></D:propfind>'
)
"""Asks for the owner (RFC 3744 5.1) and for the account itself (RFC 5397)."""


class Ownership(NamedTuple):
    """The paths of the owner of a calendar and of the account that reads it."""

    owner: str
    reader: str

    @property
    def is_shared(self) -> bool:
        """Whether the calendar belongs to another account."""
        return self.owner != self.reader

    @property
    def warning(self) -> str:
        """What to do about a shared calendar."""
        return (
            f"the calendar belongs to {self.owner!a}, and servers hide events that are marked as private "
            f"from other accounts, such as {self.reader!a}: read it as its owner, or say 'shared: true' "
            "if no private event matters"
        )


def ownership(body: bytes) -> Ownership | None:
    """Parse a server's answer to `OWNER_QUERY`; None if it does not reveal both, which is optional."""
    if len(body) > _MAX_BYTES or b"<!DOCTYPE" in body:
        return None
    parser = XMLParser()  # noqa: S314  # without a document type there are no entities to expand
    try:
        parser.feed(body)
        root: Element = parser.close()
    except ParseError:
        return None
    owner, reader = (_path(root, name) for name in ("owner", "current-user-principal"))
    return Ownership(owner, reader) if owner and reader else None


def _path(root: Element, name: str) -> str:
    """Return the path in a property, without a trailing slash; some servers send a full URL."""
    href = (root.findtext(f".//{_DAV}{name}/{_DAV}href") or "").strip()
    try:
        return unquote(urlsplit(href).path).rstrip("/")
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        return ""
