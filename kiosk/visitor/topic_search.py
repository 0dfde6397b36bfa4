"""Search for topics by the first letters of a word, in any script; only letters with matches are offered.

An Arabic word is also found by its stem, without conjunction, preposition and article, and letters that
readers treat as the same are equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

MOST_LETTERS = 12
_ARABIC = "ar"
_SHORTEST_STEM = 2
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = {  # from what is written to the letter that stands for it
    _ARABIC: str.maketrans("أإآٱؤئىةکی", "ااااوييهكي", "ءـ"),
    "fa": str.maketrans("يىكأإ", "ییکاا", "ـ"),
    "ckb": str.maketrans("يىكھ", "ییکه", "ـ"),
}
_BEFORE_STEM = re.compile(r"[وف]?(?:[بك]?ال|لل)|[وف]")  # "and", "in", "like", "for", "the"


def matching_topics(texts: Mapping[str, Sequence[str]], query: str, language: str = "") -> tuple[str, ...]:
    """Return the keys of `texts` with a word that starts with `query`; matches in first texts lead."""
    wanted = _plain(query, language)
    ranks = {key: _rank(of_key, wanted, language) for key, of_key in texts.items()}
    return tuple(
        sorted((key for key, rank in ranks.items() if rank is not None), key=lambda key: ranks[key] or 0)
    )


def next_letters(texts: Mapping[str, Sequence[str]], query: str, language: str = "") -> frozenset[str]:
    """Return the letters that can follow `query`; none if it has `MOST_LETTERS` letters."""
    wanted = _plain(query, language)
    if len(wanted) >= MOST_LETTERS:
        return frozenset()
    words = (word for of_key in texts.values() for text in of_key for word in _words(text, language))
    return frozenset(
        word[len(wanted)] for word in words if word.startswith(wanted) and len(word) > len(wanted)
    )


def _rank(texts: Sequence[str], wanted: str, language: str) -> int | None:
    found = (
        place
        for place, text in enumerate(texts)
        if any(word.startswith(wanted) for word in _words(text, language))
    )
    return next(found, None)


def _words(text: str, language: str) -> list[str]:
    """Return the words of a text, each in all searchable forms."""
    words = _WORD.findall(_plain(text, language))
    if _without_region(language) == _ARABIC:
        words += [stem for word in words for stem in _stems(word)]
    return words


def _stems(word: str) -> list[str]:
    """Return the possible stem of an Arabic word: what follows its attached particles."""
    before = _BEFORE_STEM.match(word)
    stem = word[before.end() :] if before else ""
    return [stem] if len(stem) >= _SHORTEST_STEM else []


def _without_region(language: str) -> str:
    """Return the language without its region: `fa` of `fa_AF`."""
    return language.partition("_")[0]


def _plain(text: str, language: str) -> str:
    """Return text in composed lower case, without Arabic vowel marks and joiners."""
    folded = unicodedata.normalize("NFC", text.casefold())
    bare = "".join(letter for letter in folded if unicodedata.category(letter) not in {"Mn", "Cf"})
    return bare.translate(_ALIKE.get(_without_region(language), {}))
