"""Characters that deceive: those nobody sees, those that reorder text, and letters that look like others.

After Unicode Technical Reports 36 and 39. A character is named in a message, since it cannot be shown.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter

_HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_JOINERS = frozenset("\u200c\u200d")
_JOINABLE = frozenset(("So", "Sk", "Mn", "Mc", "Lo"))
_FINE_IN_TEXT = frozenset("\n\t\u00ad")
"""A soft hyphen tells where a long word may be broken."""

_EAST_ASIAN = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"))
"""Scripts that are written together (UTS 39, section 5.1)."""

_LATIN_TWINS = frozenset("асеорхуіјѕһԁԛԝӏѵɡοανυρχκιτ")  # letters that are not Latin
"""Cyrillic and Greek small letters that look like Latin ones in most fonts."""


def described(sign: str) -> str:
    """Return a character by its number and name: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'a control character')})"


def hidden(text: str) -> str:
    """Return the description of the first character that is not seen or that reorders others, or nothing.

    Two such characters join emoji and the letters of many scripts, and may follow what can be joined.
    """
    for before, sign in itertools.pairwise(f" {text}"):
        joins = sign in _JOINERS and unicodedata.category(before) in _JOINABLE
        if unicodedata.category(sign) in _HIDDEN_CATEGORIES and not joins:
            return described(sign)
    return ""


def hidden_in_text(text: str) -> str:
    """Return as `hidden` does, for text that may have line breaks and soft hyphens."""
    return hidden("".join(sign for sign in text if sign not in _FINE_IN_TEXT))


def script(sign: str) -> str:
    """Return the script of a letter, the first word of its name in Unicode; nothing for other characters."""
    if not unicodedata.category(sign).startswith("L"):
        return ""
    return unicodedata.name(sign, "").partition(" ")[0]


def mixed_scripts(word: str) -> str:
    """Return the letter that makes a word look like another: of a second script, or a twin of a Latin one.

    It is described; nothing if the word is written in one script.
    """
    letters = [sign for sign in word.lower() if script(sign)]
    scripts = Counter(map(script, letters))
    if len(scripts) > 1 and not scripts.keys() <= _EAST_ASIAN:
        rarest = min(scripts, key=lambda name: scripts[name])
        return described(next(sign for sign in letters if script(sign) == rarest))
    return described(letters[0]) if letters and _LATIN_TWINS.issuperset(letters) else ""
