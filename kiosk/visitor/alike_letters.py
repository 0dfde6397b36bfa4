"""Which letters of a language readers treat as the same, and in which forms a word is found.

Folding makes letters equal that are written at random, such as the forms of hamza in Arabic. A marked letter
stays itself, but is found by the letter without its mark: "bostadsko" finds "bostadskö".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from kiosk.frozen import frozen

_SHORTEST_STEM = 2
_LAST_EUROPEAN = "\u052f"
"""The last letter of the Latin, Greek and Cyrillic blocks, whose marks can be left out."""

_JOINER = "\u200c"
_APOSTROPHES = dict.fromkeys(map(ord, "'`\u00b4\u02bc\u2018\u2019"))
Table = Mapping[int, int | str | None]
"""What `str.translate` puts in the place of a letter; None leaves it out."""

_UNDIVIDED = {"ł": "l", "ı": "i", "đ": "d", "ø": "o", "є": "\u0435"}
"""Letters with a mark that Unicode does not split off."""

_ARABIC_ARTICLE = "ال"
_ARABIC_PARTICLES = re.compile(r"[وف]?(?:[بك]?ال|لل)|[وف]")  # "and", "in", "like", "for", "the"


def _ethiopic_homophones() -> Table:
    """Return the letters of the series that sound alike in Tigrinya, each with the one that stands for it."""
    series = {0x1220: 0x1230, 0x1340: 0x1338, 0x1280: 0x1210}  # ሠ ሰ, ፀ ጸ, ኀ ሐ
    alike: dict[int, int | str] = {old + step: new + step for old, new in series.items() for step in range(7)}
    return {**alike, **str.maketrans("ሀሐኀአዐ", "ሃሓሓኣዓ")}  # the first order of a guttural sounds as the fourth


def _arabic_stem(word: str) -> Iterable[str]:
    """Return what follows the particles that are attached to an Arabic word, also with the article alone."""
    before = _ARABIC_PARTICLES.match(word)
    stem = word[before.end() :] if before else ""
    if before is None or len(stem) < _SHORTEST_STEM:
        return []
    return [stem, _ARABIC_ARTICLE + stem] if before.group().endswith("ل") else [stem]


def _somali_spelling(word: str) -> Iterable[str]:
    """Return a Somali word as it is often spelt: without the h of dh and kh, and with no letter twice."""
    plain = re.sub(r"(?<=[dk])h", "", word)
    return {plain, *(re.sub(r"(.)\1+", r"\1", each) for each in (word, plain))}


def _as_written(_: str) -> Iterable[str]:
    return []


@frozen
class Alphabet:
    """How words are compared in one language."""

    folded: Table = field(default_factory=dict)
    """From each letter that is written to the one that stands for it; None leaves it out."""

    marked: Mapping[str, str] = field(default_factory=dict)
    """Letters by which readers may find others, and which are offered beside them."""

    mistyped: Mapping[str, str] = field(default_factory=dict)
    """The same, but not offered."""

    before_lower_case: Table = field(default_factory=dict)
    variants: Callable[[str], Iterable[str]] = _as_written

    def plain(self, text: str) -> str:
        """Return text in composed lower case, without vowel marks, joiners and apostrophes, and folded."""
        lower = unicodedata.normalize("NFKC", text.translate(self.before_lower_case)).casefold()
        composed = unicodedata.normalize("NFC", lower)
        bare = "".join(each for each in composed if unicodedata.category(each) not in {"Mn", "Cf"})
        return bare.translate(_APOSTROPHES).translate(self.folded)

    def parts(self, text: str) -> Iterable[str]:
        """Return the text, and again divided at invisible joiners, which readers take for spaces."""
        return [text, text.replace(_JOINER, " ")] if _JOINER in text else [text]

    def forms(self, word: str) -> Iterable[str]:
        """Return a plain word and the other forms by which it is found."""
        return [word, *self.variants(word)]

    def unmarked(self, letter: str) -> str:
        """Return a letter without its mark, or the letter itself."""
        if letter in self.marked:
            return self.marked[letter]
        if letter > _LAST_EUROPEAN:
            return letter
        return _UNDIVIDED.get(letter) or unicodedata.normalize("NFD", letter)[0]

    def begins(self, word: str, wanted: str) -> bool:
        """Return whether a plain word begins with what is wanted, letter by letter."""
        return len(wanted) <= len(word) and all(
            asked in {letter, self.unmarked(letter), self.mistyped.get(letter)}
            for asked, letter in zip(wanted, word, strict=False)
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
        mistyped={"\u06d5": "ه", "ه": "\u06d5"},  # the vowel, in older texts written as an h
    ),
    "so": Alphabet(variants=_somali_spelling),
    "ti": Alphabet(folded=_ethiopic_homophones()),
    "tr": Alphabet(before_lower_case=str.maketrans("Iİ", "ıi")),
}
_OTHER = Alphabet()


def alphabet_of(language: str) -> Alphabet:
    """Return the alphabet of a language, such as `fa` of `fa_AF`."""
    return _ALPHABETS.get(language.partition("_")[0], _OTHER)
