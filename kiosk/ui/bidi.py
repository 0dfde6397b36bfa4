"""Keeps numbers, addresses and Latin words in order within right-to-left text.

After an Arabic letter, the bidirectional algorithm (UAX 9) orders the parts of `08-465 004 00` or
`2026-12-24` from right to left. Stretches without right-to-left letters are therefore isolated
(U+2066 … U+2069) if they contain other letters or a number of several parts.
"""

from __future__ import annotations

import re
from functools import lru_cache

_RTL = (
    "\u0590-\u05ff\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff"
    "\ufb1d-\ufdff\ufe70-\ufefc"
)
"""Letters and marks of the right-to-left scripts, without their punctuation and digits."""

_HAS_RTL = re.compile(f"[{_RTL}]")
_HAS_MARKS = re.compile("[\u2066-\u2069\u202a-\u202e]")
_OTHER = re.compile(f"[^{_RTL}\n]+")
_SENTENCES = r"(?<=[^\W\d_])[.!?]\s+\w"  # of one script, and abbreviations: they stay together
_RANGE = r"(?<=\d)\s+[–—]\s+\d"
_BREAK = re.compile(rf"((?!{_SENTENCES})[.,;:!?،؛؟…]+\s+|(?!{_RANGE})(?<!\s)\s+[·•|–—]\s+|\s*\(|\)\s*)")
_AREA_CODE = re.compile(r"\((\d{1,5})\)(?=[ -]?\d)")
_MINUS = re.compile(r"(?<![^\s(])[-−](?=\d)")  # noqa: RUF001  # the typed and the typeset form
_RESTORE = str.maketrans("\ue000\ue001\ue002\ue003", "()-−")  # noqa: RUF001  # as above
_TRAILING = "+#°"
"""Characters that belong to the letter or digit before them, as in `C#`."""

_LETTER = re.compile(r"[^\W\d_]")
_PARTS = re.compile(r"\d\D+\d|[+\ue002\ue003]\d")


@lru_cache(maxsize=4096)
def isolated_parts(text: str) -> str:
    """Isolate the left-to-right parts of a right-to-left text, unless it has its own direction marks."""
    if not _HAS_RTL.search(text) or _HAS_MARKS.search(text):
        return text
    protected = _MINUS.sub(
        lambda sign: "\ue002" if sign[0] == "-" else "\ue003", _AREA_CODE.sub("\ue000\\1\ue001", text)
    )
    parts = _OTHER.sub(lambda other: "".join(map(_isolated, _BREAK.split(other[0]))), protected)
    return parts.translate(_RESTORE)


def _isolated(part: str) -> str:
    """Isolate the core of the part between two breaks, if its order matters."""
    start = next((at for at, sign in enumerate(part) if _begins(part, at, sign)), None)
    if start is None:
        return part
    end = max(at for at, sign in enumerate(part) if sign.isalnum() or sign == "/") + 1
    end += next((n for n, sign in enumerate(part[end:]) if sign not in _TRAILING), len(part) - end)
    core = part[start:end]
    if not (_LETTER.search(core) or _PARTS.search(core)):
        return part
    return f"{part[:start]}\u2066{core}\u2069{part[end:]}"


def _begins(part: str, at: int, sign: str) -> bool:
    return sign.isalnum() or (sign in "+\ue000\ue002\ue003" and part[at + 1 : at + 2].isdigit())
