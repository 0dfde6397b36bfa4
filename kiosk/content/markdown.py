"""Formatted text: the part of Markdown that a slide needs, and a reason for each thing that is refused.

Kept are headings, paragraphs, lists, bold and italics (CommonMark 0.31, sections 4.2, 4.8, 5.2, 6.2). A
slide can follow no link, and shows only what was signed with it: links, pictures, HTML, code and tables are
refused, so that nothing of them can reach the renderer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self

from kiosk.content.text import Text
from kiosk.content.values import expected

Style = Literal["title", "heading", "paragraph", "item", "number"]

_REFUSED = {
    re.compile(r"!\["): "no picture inside a text; use the slide's own",
    re.compile(r"\[[^\]]*\]\s*[(\[]"): "no link inside a text; a QR slide can be followed",
    re.compile(r"</?[A-Za-z!?]"): "no HTML",
    re.compile(r"`"): "no code",
    re.compile(r"^\s*\|", re.MULTILINE): "no table",
}
_MARKED = re.compile(
    r"\\(?P<plain>[\\*#\-_+])|\*\*(?P<bold>(?=\S).+?(?<=\S))\*\*|\*(?P<italic>(?=[^\s*]).+?(?<=[^\s*]))\*"
)
_LINE = re.compile(r"(?:(?P<title>#)|(?P<heading>##)|(?P<item>[-*+])|(?P<number>\d{1,3}[.)]))\s+(?P<text>.*)")


@dataclass(frozen=True)
class Run:
    """Letters of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a point of a list; `mark` is the number before it, as written."""

    style: Style
    runs: tuple[Run, ...]
    mark: str = ""


class MarkdownText(Text):
    """A text by language whose lines are read as `blocks` does."""

    @classmethod
    def _checked(cls, root: str | Mapping[str, str]) -> Self:
        for text in (root,) if isinstance(root, str) else root.values():
            for refused, reason in _REFUSED.items():
                if found := refused.search(text):
                    expected(f"text with headings, lists, **bold** and *italics*: {reason}", found[0])
        return cls(root)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the parts of a text, one below the other."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", text):
        lines: list[str] = []
        for line in part.splitlines():
            if marked := _LINE.fullmatch(line.strip()):
                found += _paragraph(lines)
                lines = []
                found.append(_block(marked))
            else:
                lines.append(line.strip())
        found += _paragraph(lines)
    return tuple(found)


def _block(marked: re.Match[str]) -> Block:
    styles: tuple[Style, ...] = ("title", "heading", "item", "number")
    style = next(each for each in styles if marked[each])
    return Block(style, runs(marked["text"]), marked["number"] or "")


def _paragraph(lines: list[str]) -> tuple[Block, ...]:
    text = " ".join(filter(None, lines))
    return (Block("paragraph", runs(text)),) if text else ()


def runs(text: str) -> tuple[Run, ...]:
    """Return the letters of one block by their look."""
    found, rest = [], 0
    for marked in _MARKED.finditer(text):
        found.append(Run(text[rest : marked.start()]))
        found.append(_run(marked))
        rest = marked.end()
    found.append(Run(text[rest:]))
    return tuple(run for run in found if run.text)


def _run(marked: re.Match[str]) -> Run:
    if marked["bold"]:
        return Run(marked["bold"], bold=True)
    return Run(marked["italic"], italic=True) if marked["italic"] else Run(marked["plain"])
