"""Deceptive characters: invisible ones, those that reorder text, and letters that look like others.

Based on Unicode Technical Reports 36 and 39. Messages give a character's name, since it cannot be shown.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from kiosk.feed.printable import draws_nothing

_HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_JOINERS = frozenset("\u200c\u200d")
_EMOJI_STYLES = frozenset("\ufe0e\ufe0f")
_EMOJI = frozenset(("So", "Sk", "Sm", "Po", "Pd"))
_KEYCAP = "\u20e3"
_KEYS = frozenset("0123456789#*")
_CURSIVE = frozenset(
    (
        "ARABIC", "SYRIAC", "MANDAIC", "NKO", "MONGOLIAN", "DEVANAGARI",
        "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU",
        "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "TIBETAN",
    )
)  # fmt: skip
"""Scripts whose letters a joiner or a variation selector shapes (RFC 5892, appendix A)."""

_FINE_IN_TEXT = frozenset("\n\t\u00ad")
"""A soft hyphen marks where a long word may be broken."""

_EAST_ASIAN = frozenset(("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"))
"""Scripts that are used together in one text (UTS 39, section 5.1)."""

_LIKE_LATIN = dict(
    zip("асеорхуіјѕһԁԛԝӏѵοανυρχκιτօոսհցզյɑɡɩǀ", "aceopxyijshdqwlvoavupxkitonuhgqjagil", strict=True)
)
"""Cyrillic, Greek, Armenian and phonetic small letters that look like Latin ones in most fonts."""

_IMITATIONS = frozenset(("LISU", "CHEROKEE", "COPTIC", "DESERET"))
"""Scripts in which many letters look like Latin capitals."""

_PHONETIC = frozenset("ɑɡɩǀǃĸƅƽꞌ")
_OVERLAY = 1
"""The combining class of marks that are drawn across a letter."""


def described(sign: str) -> str:
    """Return a character's code point and name: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'a control character')})"


def hidden(text: str) -> str:
    """Describe the first character that is invisible or reorders others; return an empty string if none is.

    Joiners and variation selectors are allowed where they shape emoji or the letters of some scripts.
    """
    if text.isascii() and text.isprintable():
        return ""
    for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if not _is_seen(sign) and not _shapes(before, sign, after):
            return described(sign)
    return ""


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in _HIDDEN_CATEGORIES and not draws_nothing(sign)


def _shapes(before: str, sign: str, after: str) -> bool:
    """Return whether an invisible character changes how its neighbours look."""
    kind = unicodedata.category(before)
    if sign in _EMOJI_STYLES and after != _KEYCAP:
        return kind in _EMOJI and not before.isascii()
    if sign in _EMOJI_STYLES:
        return before in _KEYS
    if sign in _JOINERS and (kind in _EMOJI or before in _EMOJI_STYLES):
        return unicodedata.category(after) in _EMOJI
    if "\U000e0100" <= sign <= "\U000e01ef":  # a variant of an ideograph
        return _script(before) == "CJK"
    selects = sign in _JOINERS or "VARIATION SELECTOR" in unicodedata.name(sign, "")
    return selects and _script(before) in _CURSIVE


def hidden_in_text(text: str) -> str:
    """Like `hidden`, for text that may contain line breaks and soft hyphens."""
    return hidden("".join(sign for sign in text if sign not in _FINE_IN_TEXT))


@lru_cache(maxsize=4096)  # called for every letter of a feed
def script_of(sign: str) -> str:
    """Return the script of a letter, the first word of its Unicode name; empty for other characters."""
    return _script(sign) if unicodedata.category(sign).startswith("L") else ""


def _script(sign: str) -> str:
    """Return the script of a letter, digit or mark; an empty string for characters shared by all scripts."""
    if sign.isascii() and not sign.isalpha():
        return ""
    if unicodedata.category(sign)[0] not in {"L", "M", "N"}:
        return ""
    name = unicodedata.name(sign, "").replace("EXTENDED ARABIC", "ARABIC")
    first = name.partition(" ")[0].partition("-")[0]
    return "" if first == "COMBINING" else first


def mixed_scripts(word: str) -> str:
    """Describe the letter that makes a word look like another: of a second script, or like a Latin one.

    Return an empty string if the whole word, with its digits and marks, is written in one script.
    """
    letters = [sign for sign in word.lower() if _script(sign)]
    scripts = Counter(map(_script, letters))
    if len(scripts) > 1 and not scripts.keys() <= _EAST_ASIAN:
        rarest = min(scripts, key=lambda name: scripts[name])
        return described(next(sign for sign in letters if _script(sign) == rarest))
    if letters and (_LIKE_LATIN.keys() >= {*letters} or scripts.keys() <= _IMITATIONS):
        return described(letters[0])
    return next((described(sign) for sign in word.lower() if _disguised(sign)), "")


def _disguised(sign: str) -> bool:
    """Return whether a character is a styled Latin letter or digit, or is drawn across one."""
    if sign.isascii():
        return False
    folded = unicodedata.normalize("NFKC", sign)
    ordinary = folded != sign and any(each.isascii() and each.isalnum() for each in folded)
    small_capital = "SMALL CAPITAL" in unicodedata.name(sign, "")
    return ordinary or small_capital or sign in _PHONETIC or unicodedata.combining(sign) == _OVERLAY


def appearance(name: str) -> str:
    """Return a skeleton of a name: equal for names that look alike (based on UTS 39, section 4)."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", name) if _is_seen(sign))
    folded = unicodedata.normalize("NFKC", seen.casefold())
    return "".join(_LIKE_LATIN.get(sign, sign) for sign in " ".join(folded.split()))
