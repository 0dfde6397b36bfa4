"""An index of CAP messages: an Atom or RSS feed whose entries each link to one document.

This module parses the index and the documents; `cap_index_store` fetches them. A linked document must be CAP:
an index in an index is not followed. Runs in a separate process; see `source_round`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element, tostring
from xml.sax.saxutils import escape

from kiosk.booking.sources.source_http import checked_url
from kiosk.feed.printable import safe_line
from kiosk.feed.web_addresses import host_of
from kiosk.live.sources.cap_documents import (
    MAX_BYTES,
    UNREAD,
    alert_elements,
    local_name,
    message_of,
    tree_of_xml,
    xml_root,
)

MAX_ENTRIES = 100
"""Only the latest entries are followed; the index of a region has a few dozen."""

CAP_TYPE = "application/cap+xml"
MAX_LINK, MAX_VERSION = 2000, 200  # characters
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*>|<!--(?:(?!-->).)*-->)*<(?:[\w.-]+:)?(feed|rss|rdf)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_OLDEST = datetime.min.replace(tzinfo=UTC)


def may_be_index(body: bytes) -> bool:
    """Return whether a document begins like Atom or RSS."""
    return _ROOT.match(body[:4096]) is not None


def read_index(body: bytes) -> bytes:
    """Return, as JSON, the links of an index, the latest first, and how many more it has.

    The links are None if the index contains the messages themselves. Raises `ValueError`.
    """
    if len(body) > MAX_BYTES:
        raise ValueError(f"an index of more than {MAX_BYTES >> 20} MiB")
    root = xml_root(body)
    if alert_elements(root):
        return json.dumps({"entries": None, "more": 0}).encode()
    listed = [element for element in root.iter() if local_name(element) in {"entry", "item"}]
    dated = [(_time(entry), entry) for entry in listed]
    if all(time for time, _ in dated):
        dated.sort(key=lambda pair: pair[0] or _OLDEST, reverse=True)
    entries = [{"link": _link(entry), "version": _version(entry)} for _, entry in dated[:MAX_ENTRIES]]
    return json.dumps({"entries": entries, "more": max(0, len(listed) - MAX_ENTRIES)}).encode()


def _link(entry: Element) -> str:
    """Return the link to a message: one of the type CAP, otherwise one of the type XML or without a type."""
    links = [(href, kind) for href, kind in _links(entry) if href and len(href) <= MAX_LINK]
    marked = (href for href, kind in links if kind == CAP_TYPE)
    others = (href for href, kind in links if kind in {"", "application/xml", "text/xml"})
    return next(marked, next(others, ""))


def _links(entry: Element) -> Iterator[tuple[str, str]]:
    """Yield the address and the media type of each link to the content of an entry."""
    for child in entry:
        name, attributes = local_name(child), child.attrib
        kind = attributes.get("type", "").partition(";")[0].strip().lower()
        if name == "link" and attributes.get("rel", "alternate") in {"alternate", "enclosure", ""}:
            yield (attributes.get("href") or child.text or "").strip(), kind
        elif name == "enclosure":
            yield attributes.get("url", "").strip(), kind


def _dates(entry: Element) -> Iterator[str]:
    for name in ("updated", "modified", "published", "pubdate", "date"):
        yield from ((child.text or "").strip() for child in entry if local_name(child) == name)


def _version(entry: Element) -> str:
    """Return what changes with the message of an entry: its dates, or an empty string."""
    return " ".join(_dates(entry))[:MAX_VERSION]


def _time(entry: Element) -> datetime | None:
    for text in _dates(entry):
        for parse in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                time = parse(text)
                return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
            except (ValueError, TypeError, IndexError, OverflowError):
                continue
    return None


def read_documents(request: bytes) -> bytes:
    """Return, as JSON, the messages of each document, or what is wrong with it.

    The request is a line of JSON with the lengths of the documents, followed by all of them.
    """
    head, _, data = request.partition(b"\n")
    documents, begin = [], 0
    for length in json.loads(head):
        documents.append(_document(data[begin : begin + length]))
        begin += length
    return json.dumps({"documents": documents}).encode()


def _document(body: bytes) -> dict[str, Any]:
    """Return the messages in a document as normalized XML, without anything around them."""
    try:
        text = "".join(map(_checked, alert_elements(xml_root(body))))
    except (ValueError, RecursionError) as bad:
        return {"problem": safe_line(bad, 200) or type(bad).__name__}
    return {"alerts": text, "problem": "" if text else "it is no CAP message"}


def _checked(element: Element) -> str:
    """Return a message as XML; raises `ValueError` if it cannot be read."""
    message_of(tree_of_xml(element))
    element.tail = None
    return tostring(element, "unicode")


def linked_address(link: str, base: str, hosts: Collection[str]) -> str:
    """Return the address of a message if it may be requested: on the host of its index, or one of `hosts`.

    Plain http on the host of an https index is replaced with https. Raises `ValueError`.
    """
    if not link:
        raise ValueError("it has no link to a CAP message")
    try:
        url = checked_url(_secured(urldefrag(urljoin(base, link)).url, base))
        is_listed = same_origin(url, base) or host_of(url) in hosts
    except ValueError as bad:
        raise ValueError(f"its link is not followed: {bad}") from bad
    if not is_listed:
        raise ValueError("its link is to a host that is neither that of the index nor one of its 'hosts'")
    return url


def _secured(url: str, base: str) -> str:
    own, parts = urlsplit(base), urlsplit(url)
    is_plain = parts.scheme == "http" and own.scheme == "https" and parts.netloc == own.netloc
    return parts._replace(scheme="https").geturl() if is_plain else url


def same_origin(one: str, other: str) -> bool:
    """Return whether two addresses have the same protocol, host and port."""
    return _origin(one) == _origin(other)


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    default = {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname or "", parts.port or default


def joined(messages: list[str], unread: list[str]) -> bytes:
    """Return a document for `read_alerts` with messages, and the reasons why others could not be read."""
    reasons = "".join(f"<{UNREAD}>{escape(reason)}</{UNREAD}>" for reason in unread)
    return f"<alerts>{reasons}{''.join(messages)}</alerts>".encode()
