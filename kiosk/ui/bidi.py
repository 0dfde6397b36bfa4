"""Authored text whose numbers and addresses keep their order among words that run from right to left.

The bidirectional algorithm (UAX 9) orders the parts of `08-465 004 00` or `2026-12-24` behind an Arabic
letter from right to left. What is no such letter, and holds letters or a number of several parts, is
therefore isolated (U+2066 … U+2069).
"""

from __future__ import annotations

import re
from functools import lru_cache

_RTL = (
    "\u0590-\u05ff\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff"
    "\ufb1d-\ufdff\ufe70-\ufefc"
)
"""Letters and marks of the scripts that run from right to left, without their punctuation and figures."""

_HAS_RTL = re.compile(f"[{_RTL}]")
_STEERED = re.compile("[\u2066-\u2069\u202a-\u202e]")
_OTHER = re.compile(f"[^{_RTL}\n]+")
_SENTENCES = r"(?<=[^\W\d_])[.!?]\s+\w"  # of one script, or an abbreviation: they stay together
_RANGE = r"(?<=\d)\s+[–—]\s+\d"
_BREAK = re.compile(rf"((?!{_SENTENCES})[.,;:!?،؛؟…]+\s+|(?!{_RANGE})(?<!\s)\s+[·•|–—]\s+|\s*\(|\)\s*)")
_AREA_CODE = re.compile(r"\((\d{1,5})\)(?=[ -]?\d)")
_MINUS = re.compile(r"(?<![^\s(])[-−](?=\d)")  # noqa: RUF001  # as it is typed, and as it is typeset
_HELD = str.maketrans("\ue000\ue001\ue002\ue003", "()-−")  # noqa: RUF001  # as above
_AFTER = "+#°"
"""Signs that belong to the letter or figure before them, as in `C#`."""

_LETTER = re.compile(r"[^\W\d_]")
_PARTS = re.compile(r"\d\D+\d|[+\ue002\ue003]\d")


@lru_cache(maxsize=4096)
def isolated_parts(text: str) -> str:
    """Return a text that is read in its own order wherever it is shown; unchanged if it steers itself."""
    if not _HAS_RTL.search(text) or _STEERED.search(text):
        return text
    held = _MINUS.sub(
        lambda sign: "\ue002" if sign[0] == "-" else "\ue003", _AREA_CODE.sub("\ue000\\1\ue001", text)
    )
    found = _OTHER.sub(lambda other: "".join(map(_isolated, _BREAK.split(other[0]))), held)
    return found.translate(_HELD)


def _isolated(part: str) -> str:
    """Return one part between breaks, its core isolated if its order matters."""
    start = next((at for at, sign in enumerate(part) if _begins(part, at, sign)), None)
    if start is None:
        return part
    end = max(at for at, sign in enumerate(part) if sign.isalnum() or sign == "/") + 1
    end += next((n for n, sign in enumerate(part[end:]) if sign not in _AFTER), len(part) - end)
    core = part[start:end]
    if not (_LETTER.search(core) or _PARTS.search(core)):
        return part
    return f"{part[:start]}\u2066{core}\u2069{part[end:]}"


def _begins(part: str, at: int, sign: str) -> bool:
    return sign.isalnum() or (sign in "+\ue000\ue002\ue003" and part[at + 1 : at + 2].isdigit())
