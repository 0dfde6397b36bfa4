"""Formatted text as rows for QML: paragraphs in Qt's styled text, of which bold and italics are used.

Every letter of the feed is escaped, so that no tag but the two written here reaches the renderer.
"""

from __future__ import annotations

from html import escape

from kiosk.feed.markdown import Run, blocks
from kiosk.ui.slides.slide_card import Column, Paragraph


def text_column(text: str, language: str, *, rtl: bool) -> Column:
    """Return a text as one column of a slide."""
    found = blocks(text)
    parts = tuple(Paragraph(block.style, "".join(map(_styled, block.runs)), block.mark) for block in found)
    return Column(language, rtl, parts)


def _styled(run: Run) -> str:
    text = escape(run.text)
    text = f"<i>{text}</i>" if run.italic else text
    return f"<b>{text}</b>" if run.bold else text
