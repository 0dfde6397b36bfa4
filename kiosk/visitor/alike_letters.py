"""Letters that readers of a language treat as the same, and the forms under which a word is found.

Folding equates letters that writers use interchangeably, such as the forms of hamza in Arabic. A letter with
a mark is kept, but the same letter without the mark also matches it: "bostadsko" finds "bostadskö".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from kiosk.frozen import frozen

_SHORTEST_STEM = 2
_LAST_EUROPEAN = "\u052f"
"""The last letter of the Latin, Greek and Cyrillic blocks; a search may omit the marks of their letters."""

_JOINER = "\u200c"
_APOSTROPHES = dict.fromkeys(map(ord, "'`\u00b4\u02bc\u2018\u2019"))
Table = Mapping[int, int | str | None]
"""A table for `str.translate`; None deletes a letter."""

_UNDIVIDED = {"ł": "l", "ı": "i", "đ": "d", "ø": "o", "є": "\u0435"}
"""Letters with a mark that Unicode normalization does not separate."""

_ARABIC_ARTICLE = "ال"
_ARABIC_PARTICLES = re.compile(r"[وف]?(?:[بك]?ال|لل)|[وف]")  # "and", "in", "like", "for", "the"


def _ethiopic_homophones() -> Table:
    """Map letters of the series that sound alike in Tigrinya to one letter each."""
    series = {0x1220: 0x1230, 0x1340: 0x1338, 0x1280: 0x1210}  # ሠ ሰ, ፀ ጸ, ኀ ሐ
    alike: dict[int, int | str] = {old + step: new + step for old, new in series.items() for step in range(7)}
    return {**alike, **str.maketrans("ሀሐኀአዐ", "ሃሓሓኣዓ")}  # in gutturals the first order sounds like the fourth


def _arabic_stem(word: str) -> Iterable[str]:
    """Return an Arabic word without its attached particles, and with only the article if they include it."""
    particles = _ARABIC_PARTICLES.match(word)
    stem = word[particles.end() :] if particles else ""
    if particles is None or len(stem) < _SHORTEST_STEM:
        return []
    return [stem, _ARABIC_ARTICLE + stem] if particles.group().endswith("ل") else [stem]


def _somali_spelling(word: str) -> Iterable[str]:
    """Return common spellings of a Somali word: without the h of dh and kh, and without double letters."""
    without_h = re.sub(r"(?<=[dk])h", "", word)
    return {without_h, *(re.sub(r"(.)\1+", r"\1", spelling) for spelling in (word, without_h))}


def _as_written(_: str) -> Iterable[str]:
    return []


@frozen
class Alphabet:
    """How words are compared in one language."""

    folded: Table = field(default_factory=dict)
    """Maps letters to their folded forms; None deletes a letter."""

    marked: Mapping[str, str] = field(default_factory=dict)
    """Maps marked letters to unmarked ones, which match them and are offered beside them."""

    mistyped: Mapping[str, str] = field(default_factory=dict)
    """Maps letters to others that match them but are not offered."""

    before_lower_case: Table = field(default_factory=dict)
    variants: Callable[[str], Iterable[str]] = _as_written

    def plain(self, text: str) -> str:
        """Return text folded, in composed lower case, without vowel marks, joiners or apostrophes."""
        lower = unicodedata.normalize("NFKC", text.translate(self.before_lower_case)).casefold()
        composed = unicodedata.normalize("NFC", lower)
        bare = "".join(char for char in composed if unicodedata.category(char) not in {"Mn", "Cf"})
        return bare.translate(_APOSTROPHES).translate(self.folded)

    def parts(self, text: str) -> Iterable[str]:
        """Return the text, and a copy with spaces for zero-width non-joiners, which look like spaces."""
        return [text, text.replace(_JOINER, " ")] if _JOINER in text else [text]

    def forms(self, word: str) -> Iterable[str]:
        """Return a plain word and the other forms under which it is found."""
        return [word, *self.variants(word)]

    def unmarked(self, letter: str) -> str:
        """Return a letter without its mark, or the letter itself."""
        if letter in self.marked:
            return self.marked[letter]
        if letter > _LAST_EUROPEAN:
            return letter
        return _UNDIVIDED.get(letter) or unicodedata.normalize("NFD", letter)[0]

    def begins(self, word: str, wanted: str) -> bool:
        """Return whether a plain word begins with `wanted`; unmarked and mistyped letters match too."""
        return len(wanted) <= len(word) and all(
            typed in {letter, self.unmarked(letter), self.mistyped.get(letter)}
            for typed, letter in zip(wanted, word, strict=False)
        )


_PERSIAN = Alphabet(
    folded=str.maketrans("يىكأإٱۀةھ", "ییکاااههه", "ءـ"), mistyped={"آ": "ا", "ئ": "ی", "ؤ": "و"}
)
_ALPHABETS = {
    "ar": Alphabet(folded=str.maketrans("أإآٱؤئىةکیھۀ", "ااااوييهكيهه", "ءـ"), variants=_arabic_stem),
    "fa": _PERSIAN,
    "ckb": Alphabet(
        folded=str.maketrans("يىكھةۀأإ", "ییکههەاا", "ـ"),
        marked={"ڕ": "ر", "ڵ": "ل", "ێ": "ی", "ۆ": "و"},
        mistyped={"\u06d5": "ه", "ه": "\u06d5"},  # the vowel, written as an h in older texts
    ),
    "so": Alphabet(variants=_somali_spelling),
    "ti": Alphabet(folded=_ethiopic_homophones()),
    "tr": Alphabet(before_lower_case=str.maketrans("Iİ", "ıi")),
}
_OTHER = Alphabet()


def alphabet_of(language: str) -> Alphabet:
    """Return the alphabet of a language; regions are ignored, so `fa_AF` has that of `fa`."""
    return _ALPHABETS.get(language.partition("_")[0], _OTHER)
