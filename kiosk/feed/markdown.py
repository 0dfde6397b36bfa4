"""Formatted text: the subset of Markdown that a slide needs, and a reason for each refused element.

Headings, paragraphs, lists, bold and italics are supported (CommonMark 0.31, sections 4.2, 4.8, 5.2, 6.2),
parsed by markdown-it. A slide cannot follow links and shows only what was signed with it: links, pictures,
HTML, code and tables are refused, so that they never reach the renderer. Everything else is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal, Self

from kiosk.feed.localized_text import Text
from kiosk.feed.message_catalog import tr
from kiosk.feed.written_values import raise_expected
from kiosk.frozen import frozen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Style = Literal["title", "heading", "paragraph", "item", "number"]

_REFUSED = {
    re.compile(r"!\["): tr("no picture inside a text; use the slide's own"),
    re.compile(r"\[[^\[\]]*\]\s?[(\[]"): tr("no link inside a text; a QR slide can be followed"),
    re.compile(r"</?[A-Za-z!?]"): tr("no HTML"),
    re.compile(r"`"): tr("no code"),
    re.compile(r"^[ \t]*\|", re.MULTILINE): tr("no table"),
}
_NUMBERED = re.compile(r"^(?=[ \t]*\d{1,3}[.)][ \t])", re.MULTILINE)
_MAX_NESTING = 200
"""The limit of the parser, which drops deeper nesting; `MAX_LIST_DEPTH` is far below it."""

MAX_LIST_DEPTH = 4
"""The maximum depth of nested lists."""


@frozen
class Run:
    """A run of text in the same style."""

    text: str
    bold: bool = False
    italic: bool = False


@frozen
class Block:
    """A paragraph, a heading or a list item; `mark` is the number before an item, as written."""

    style: Style
    runs: tuple[Run, ...]
    mark: str = ""


class MarkdownText(Text):
    """A text by language, formatted with the supported subset of Markdown."""

    @classmethod
    def _checked(cls, root: str | Mapping[str, str]) -> Self:
        for text in (root,) if isinstance(root, str) else root.values():
            for refused, reason in _REFUSED.items():
                if match := refused.search(text):
                    what = tr("text with headings, lists, **bold** and *italics*: {reason}", reason=reason)
                    raise_expected(what, match[0])
            if _depth(text) > MAX_LIST_DEPTH:
                raise_expected(tr("at most {count} levels of lists", count=MAX_LIST_DEPTH), text[:40])
        return cls(root)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text from top to bottom; nested lists are flattened."""
    return tuple(_blocks(_parse(text)))


def _blocks(tokens: Iterable[Token]) -> Iterator[Block]:
    style: Style = "paragraph"
    mark = ""
    for token in tokens:
        if token.type == "heading_open":
            style = "title" if token.tag == "h1" else "heading"
        elif token.type == "list_item_open":
            style, mark = ("number", token.info + token.markup) if token.info else ("item", "")
        elif token.type == "inline":
            yield Block(style, tuple(_runs(token.children or ())), mark)
        if token.type in {"inline", "list_item_close"}:
            style, mark = "paragraph", ""


def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of one block."""
    return tuple(run for token in _parser().parseInline(text) for run in _runs(token.children or ()))


def _runs(tokens: Iterable[Token]) -> Iterator[Run]:
    """Yield the runs, merging neighbours of the same style."""
    bold = italic = 0
    current = Run("")
    for token in tokens:
        bold += token.nesting if token.tag == "strong" else 0
        italic += token.nesting if token.tag == "em" else 0
        text = _text(token)
        if text and (bold > 0, italic > 0) == (current.bold, current.italic):
            current = Run(current.text + text, current.bold, current.italic)
        elif text:
            yield from (current,) if current.text else ()
            current = Run(text, bold > 0, italic > 0)
    yield from (current,) if current.text else ()


def _text(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _depth(text: str) -> int:
    depth = deepest = 0
    for token in _parse(text):
        depth += (
            token.nesting if token.type.endswith("_list_open") or token.type.endswith("_list_close") else 0
        )
        deepest = max(deepest, depth)
    return deepest


def _parse(text: str) -> list[Token]:
    """Return markdown-it's tokens of a text; a number always begins a list item."""
    return _parser().parse(_NUMBERED.sub("\n", text))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # few slides have formatted text

    parser = MarkdownIt("zero", {"maxNesting": _MAX_NESTING})
    return parser.enable(["heading", "list", "emphasis", "escape", "newline"])
