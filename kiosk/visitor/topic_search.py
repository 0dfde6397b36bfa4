"""Search for topics by the first letters of a word, in any script; only letters with matches are offered.

`alike_letters.py` decides how the letters of a language are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kiosk.visitor.alike_letters import Alphabet, alphabet_of

MAX_LETTERS = 12
_WORD = re.compile(r"[^\W\d_]+")


def matching_topics(texts: Mapping[str, Sequence[str]], query: str, language: str = "") -> tuple[str, ...]:
    """Return the keys of `texts` with a word that starts with `query`, those with earlier texts first."""
    alphabet = alphabet_of(language)
    wanted = alphabet.plain(query)
    ranks = {key: _rank(of_key, wanted, alphabet) for key, of_key in texts.items()}
    return tuple(
        sorted((key for key, rank in ranks.items() if rank is not None), key=lambda key: ranks[key] or 0)
    )


def next_letters(texts: Mapping[str, Sequence[str]], query: str, language: str = "") -> frozenset[str]:
    """Return the letters that can follow `query`; none if it has `MAX_LETTERS` letters.

    A letter with a mark is also offered without it: "a" beside "å".
    """
    alphabet = alphabet_of(language)
    wanted = alphabet.plain(query)
    if len(wanted) >= MAX_LETTERS:
        return frozenset()
    words = {word for of_key in texts.values() for text in of_key for word in _words(text, alphabet)}
    following = {
        word[len(wanted)] for word in words if len(word) > len(wanted) and alphabet.begins(word, wanted)
    }
    return frozenset(following | {alphabet.unmarked(letter) for letter in following})


def _rank(texts: Sequence[str], wanted: str, alphabet: Alphabet) -> int | None:
    matches = (
        place
        for place, text in enumerate(texts)
        if any(alphabet.begins(word, wanted) for word in _words(text, alphabet))
    )
    return next(matches, None)


def _words(text: str, alphabet: Alphabet) -> Iterator[str]:
    """Yield the words of a text in all forms under which they are found."""
    for part in alphabet.parts(text):
        for word in _WORD.findall(alphabet.plain(part)):
            yield from alphabet.forms(word)
