"""Formatted text as rows for QML: paragraphs in Qt's styled text, with bold and italics only.

All text from the feed is escaped, so that only the two tags written here reach the renderer.
"""

from __future__ import annotations

from html import escape

from kiosk.feed.markdown import Run, blocks
from kiosk.ui.slides.slide_card import Column, Paragraph


def text_column(text: str, language: str, *, rtl: bool) -> Column:
    """Return a text as one column of a slide."""
    paragraphs = tuple(
        Paragraph(block.style, "".join(map(_styled, block.runs)), block.mark) for block in blocks(text)
    )
    return Column(language, rtl, paragraphs)


def _styled(run: Run) -> str:
    text = escape(run.text)
    text = f"<i>{text}</i>" if run.italic else text
    return f"<b>{text}</b>" if run.bold else text
