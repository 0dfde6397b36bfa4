"""Texts in an SVG that the renderer would draw in the wrong order, or without their line breaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from kiosk.feed.message_catalog import Message, tr

_RTL = {"R", "AL"}
_WITH_A_DIRECTION = {"L", "EN", "AN"}
_TEXT = "text"


class TextReader:
    """Reads the elements and characters of one drawing, and reports the problems of each text at its end."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._rtl: list[bool] = [False]
        self._centred: list[bool] = [False]
        self._lines = [""]
        self._is_misplaced = self._has_lines = self._flows = False

    def enter(self, tag: str, own: Mapping[str, str]) -> None:
        """Enter an element; `own` holds its attributes and style properties."""
        rtl = own.get("direction", "")
        anchor = own.get("text-anchor", "")
        self._rtl.append(rtl == "rtl" if rtl else self._rtl[-1])
        self._centred.append(anchor == "middle" if anchor else self._centred[-1])
        if tag == _TEXT:
            self._lines, self._is_misplaced, self._has_lines, self._flows = [""], False, False, False
        self._open.append(tag)
        if _TEXT in self._open:
            self._is_misplaced |= self._rtl[-1] and not self._centred[-1]
            self._has_lines |= tag == "tspan" and "x" in own
            if not own.keys().isdisjoint({"x", "y"}):
                self._lines.append("")  # SVG calls this a text chunk, and orders each chunk separately
            self._flows |= not own.keys().isdisjoint({"inline-size", "shape-inside"})

    def read(self, words: str) -> None:
        """Add characters."""
        if _TEXT in self._open:
            self._lines[-1] += words

    def leave(self) -> Iterator[Message]:
        """Leave the element; yield the problems of a text that ends here."""
        tag = self._open.pop()
        rtl = self._rtl.pop()
        self._centred.pop()
        if tag != _TEXT:
            return
        if self._is_misplaced:
            yield tr("text with direction rtl would be in the wrong place; turn it into paths")
        elif any(depends_on_direction(line, rtl=rtl) for line in self._lines):
            yield tr(
                "this text has parts that run from right to left and others that do not, which would be "
                "drawn in another order; turn it into paths"
            )
        if self._flows and not self._has_lines:
            yield tr("this text would not be broken into lines; turn it into paths")


def depends_on_direction(words: str, *, rtl: bool = False) -> bool:
    """Return whether the order of a text depends on the direction of its surroundings.

    True for right-to-left text with a number, with Latin letters or with punctuation at either end, and for
    any other text in right-to-left surroundings (`rtl`).
    """
    kinds = [unicodedata.bidirectional(sign) for sign in words.strip()]
    kinds = [kind for kind in kinds if kind not in {"NSM", "BN"}]
    if not _RTL.intersection(kinds):
        return rtl and bool(kinds)
    return bool(_WITH_A_DIRECTION.intersection(kinds)) or not {kinds[0], kinds[-1]} <= _RTL
