"""Finding a topic by its first letters: only letters that lead somewhere are offered, in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

MOST_LETTERS = 12
_WORD = re.compile(r"[^\W\d_]+")


def matches(texts: Mapping[str, Sequence[str]], query: str) -> tuple[str, ...]:
    """Return the keys of `texts` of which a word begins with `query`; one in the first text goes first."""
    wanted = _plain(query)
    ranks = {key: _rank(of_key, wanted) for key, of_key in texts.items()}
    return tuple(
        sorted((key for key, rank in ranks.items() if rank is not None), key=lambda key: ranks[key] or 0)
    )


def next_letters(texts: Mapping[str, Sequence[str]], query: str) -> frozenset[str]:
    """Return the letters that can follow `query`; none once it is `MOST_LETTERS` long."""
    wanted = _plain(query)
    if len(wanted) >= MOST_LETTERS:
        return frozenset()
    words = (word for of_key in texts.values() for text in of_key for word in _words(text))
    return frozenset(
        word[len(wanted)] for word in words if word.startswith(wanted) and len(word) > len(wanted)
    )


def _rank(texts: Sequence[str], wanted: str) -> int | None:
    found = (
        place for place, text in enumerate(texts) if any(word.startswith(wanted) for word in _words(text))
    )
    return next(found, None)


def _words(text: str) -> list[str]:
    return _WORD.findall(_plain(text))


def _plain(text: str) -> str:
    """Return text in small composed letters, without Arabic vowel marks and joiners."""
    folded = unicodedata.normalize("NFC", text.casefold())
    return "".join(letter for letter in folded if unicodedata.category(letter) not in {"Mn", "Cf"})
