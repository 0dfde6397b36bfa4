"""Extracts the plain text of third-party HTML: what a reader would see, without the markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKUP = re.compile(
    r"</?(?:a|abbr|article|audio|b|blockquote|body|br|button|center|code|div|em|embed|figure|font|form|h[1-6]|head|hr"
    r"|html|i|iframe|img|input|li|link|math|meta|object|ol|p|picture|pre|s|script|section|small|source|span|strong"
    r"|style|sub|sup|svg|table|t[dhr]|tbody|textarea|title|u|ul|video)\b[^<>]*>"
    r"|&(?:amp|apos|gt|lt|nbsp|quot|shy|[ao]uml|aring|#\d{1,7}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_MAX_ESCAPED = 3
"""How many times markup may have been escaped."""

_UNSEEN = frozenset(("head", "math", "noscript", "script", "style", "svg", "template", "title"))
"""Elements whose text is not shown, or not as words."""

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark",
    "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
))  # fmt: skip
"""Elements that do not separate the words around them."""


class _VisibleText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hiding: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._hiding.append(tag)
        elif tag not in _INLINE:
            self.parts.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in _INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._hiding and tag == self._hiding[-1]:
            self._hiding.pop()
        elif tag not in _INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hiding:
            self.parts.append(data)


def text_of_markup(text: str, *, is_html: bool) -> str:
    """Return the plain text of a text that is marked as HTML or not.

    Markup is also removed if the mark is wrong, or if it was escaped twice. Raises `ValueError` if it cannot
    be read.
    """
    if is_html:
        text = _visible(text)
    for _ in range(_MAX_ESCAPED):
        if not _MARKUP.search(text):
            break
        text = _visible(text)
    return text


def _visible(html: str) -> str:
    reader = _VisibleText()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError as bad:  # how `html.parser` refuses some declarations
        raise ValueError("markup that cannot be read") from bad
    return "".join(reader.parts)
