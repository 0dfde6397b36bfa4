"""Words from outside, as they may stand on a screen: plain text, one line, of bounded length.

Markup is not interpreted. Characters that nobody sees or that reorder others are refused, and so is the name
of a host that the feed does not list: a passer-by would read it as an address of the office.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from kiosk.feed.characters import hidden
from kiosk.feed.constraints import Deferred, after
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import expected

_DROPPED = re.compile("[\u00ad\u200b\ufeff]")
"""Soft hyphens, zero-width spaces and byte order marks: they say nothing."""

_DOT = "[.\u2024\u3002\uff0e\uff61]"
"""A full stop, and what looks like one."""

_ENDINGS = (
    "se|nu|com|org|net|eu|info|io|app|link|ly|ru|рф|example|biz|cc|club|co|dev|dk|ee|fi|gd|gg|gl|live|lt|lv|me"
    "|ml|online|page|pl|pw|shop|site|store|tk|top|tv|uk|us|ws|xyz"
)
"""Of hosts; not those that are words with which a sentence may begin."""

_NAME = rf"\b[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}})*{_DOT}"
_HOST = re.compile(
    rf"(?:\w{{2,10}}://|\bwww{_DOT})[^\s/]*|{_NAME}(?:{_ENDINGS})\b|{_NAME}(?-i:[a-z]{{2,12}})(?=[:/]\S)"
    rf"|\b\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}}\b",
    re.IGNORECASE,
)
"""An address; a name with one of the endings, or with another one and a path or port; an IP address."""


def line(most: int) -> Any:  # noqa: ANN401  # metadata of a field
    """Return the metadata of a text of at most `most` characters, for `Annotated`."""
    return Deferred("StringConstraints", strip_whitespace=True, max_length=most)


def _plain(text: str) -> str:
    sign = hidden(text)
    return expected(tr("text without hidden characters"), sign) if sign else text


PLAIN = after(_plain)
"""The metadata of a text without hidden characters."""


def visible_text(raw: str, most: int) -> str:
    """Do as `plain_text`, but take hidden characters away: for words that must not get lost."""
    kept = "".join(sign for sign in raw if sign.isspace() or not hidden(f"{sign}"))
    return plain_text(kept, most)


def plain_text(raw: str, most: int) -> str:
    """Return a text on one line, cut at a word if it is longer than `most`.

    Raises `ValueError` for a character that nobody sees, or that reorders the others.
    """
    text = " ".join(_DROPPED.sub("", unicodedata.normalize("NFC", raw)).split())
    if sign := hidden(text):
        raise ValueError(f"a character that nobody sees, or that reorders the others: {sign}")
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def other_host(text: str, hosts: Collection[str]) -> str:
    """Return the first host that a text names and `hosts` does not list, or an empty string."""
    found = (each for each in _HOST.finditer(text) if not _is_listed(each[0], hosts))
    return next((_host(each[0]) or each[0] for each in found), "")


def without_hosts(text: str, hosts: Collection[str]) -> str:
    """Return a text with dots in the place of each host that `hosts` does not list."""
    return _HOST.sub(lambda found: found[0] if _is_listed(found[0], hosts) else "…", text)


def _is_listed(found: str, hosts: Collection[str]) -> bool:
    host = _host(found)
    return host in hosts or f"www.{host}" in hosts


def _host(found: str) -> str:
    """Return the host of an address, which stands after the name and password that it may begin with."""
    address = re.sub(_DOT, ".", found.lower()).rpartition("://")[2]
    return address.rpartition("@")[2].partition(":")[0].removeprefix("www.")
