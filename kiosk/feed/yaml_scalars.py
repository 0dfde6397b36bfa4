"""The values of plain scalars, by the core schema of YAML 1.2 (section 10.3.2)."""

from __future__ import annotations

import re
import unicodedata

_INT = re.compile(r"[-+]?[0-9]{1,18}")  # longer ones become floats: Python refuses an int of 4,301 digits
_PREFIXED = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | float | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
}  # fmt: skip


def scalar(text: str) -> bool | float | str | None:
    """Return the value of a plain scalar in YAML 1.2's core schema."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _PREFIXED.fullmatch(text):
        return int(text, 0)
    return float(text) if _FLOAT.fullmatch(text) else to_nfc(text)


def to_nfc(text: str) -> str:
    """Return text in composed form (NFC): `å` is one character, however the editor stored it."""
    return unicodedata.normalize("NFC", text)
