"""Words from outside, as they may stand on a screen: plain text, one line, of bounded length.

Markup is not interpreted. Characters that nobody sees or that reorder others are refused. Which words name a
host is decided in `host_names`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from kiosk.feed.characters import hidden
from kiosk.feed.constraints import Deferred, after
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import expected

_DROPPED = re.compile("[\u00ad\u200b\ufeff]")
"""Soft hyphens, zero-width spaces and byte order marks: they say nothing."""


def line(most: int) -> Any:  # noqa: ANN401  # metadata of a field
    """Return the metadata of a text of at most `most` characters, for `Annotated`."""
    return Deferred("StringConstraints", strip_whitespace=True, max_length=most)


def _without_hidden(text: str) -> str:
    sign = hidden(text)
    return expected(tr("text without hidden characters"), sign) if sign else text


PLAIN = after(_without_hidden)
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
