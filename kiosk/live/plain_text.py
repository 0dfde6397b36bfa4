"""Third-party text as a screen may show it: plain text, on one line, of limited length.

Markup is not interpreted. Characters that are invisible or reorder others are refused. `host_names` decides
which words name a host.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from kiosk.feed.characters import hidden
from kiosk.feed.constraints import Deferred, after
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import raise_expected

_DROPPED = re.compile("[\u00ad\u200b\ufeff]")
"""Soft hyphens, zero-width spaces and byte order marks, which have no meaning."""


def line(max_chars: int) -> Any:  # noqa: ANN401  # metadata of a field
    """Return the metadata of a text of at most `max_chars` characters, for `Annotated`."""
    return Deferred("StringConstraints", strip_whitespace=True, max_length=max_chars)


def _without_hidden(text: str) -> str:
    char = hidden(text)
    return raise_expected(tr("text without hidden characters"), char) if char else text


PLAIN = after(_without_hidden)
"""The metadata of a text without hidden characters."""


def visible_text(raw: str, max_chars: int) -> str:
    """Like `plain_text`, but remove hidden characters instead: for text that must not get lost."""
    kept = "".join(char for char in raw if char.isspace() or not hidden(f"{char}"))
    return plain_text(kept, max_chars)


def plain_text(raw: str, max_chars: int) -> str:
    """Return a text on one line, cut between words if it is longer than `max_chars`.

    Raises `ValueError` for a character that is invisible or reorders others.
    """
    text = " ".join(_DROPPED.sub("", unicodedata.normalize("NFC", raw)).split())
    if char := hidden(text):
        raise ValueError(f"an invisible character, or one that reorders the others: {char}")
    if len(text) <= max_chars:
        return text
    cut = text[: max_chars - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
