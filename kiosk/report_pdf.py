"""The report for the board: two pages of PDF, drawn by Qt from the same content as the office's HTML page.

A page with too much content is scaled down; there is never a third page.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui import fonts
from kiosk.usage.report_content import Report, ReportSection, more_words

A4_WIDTH, A4_HEIGHT = 595.0, 842.0  # points, like all lengths here
MARGIN, GAP, HEAD = 40.0, 14.0, 34.0
TEXT_WIDTH, PLOT_WIDTH = 200.0, 301.0
PLOT_SCALE = 0.6
"""The maximum scale of plots, at which their labels are as large as the text."""

FIRST_PAGE = 5
"""The number of sections on the first page."""

MAX_SENTENCES = 6
DOTS_PER_INCH = 1200
POINTS_PER_INCH = 72

_STYLE = """
h1 { font-size: 20px; } h2 { font-size: 13px; margin-bottom: 3px; }
p { font-size: 10px; margin-top: 0; margin-bottom: 4px; } .made-up { color: #7A1F12; }
"""


def write_pdf(report: Report, path: Path) -> None:
    """Write a report; raises `OSError` if the file cannot be written."""
    application = _application()
    path.open("ab").close()  # Qt does not report a file that it cannot write
    writer = QPdfWriter(str(path))
    writer.setTitle(report.title)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    painter = QPainter(writer)
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    painter.scale(scale, scale)
    _draw_page(painter, report, report.sections[:FIRST_PAGE], 1)
    writer.newPage()
    _draw_page(painter, report, report.sections[FIRST_PAGE:], 2)
    painter.end()
    del application


def _application() -> QGuiApplication:
    """Return the running application, or a new one that needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # child processes inherit it
    return fonts.make_application(["kiosk"])


def _draw_page(painter: QPainter, report: Report, sections: Sequence[ReportSection], number: int) -> None:
    warning = f'<p class="made-up"><b>{escape(report.warning)}</b></p>' if report.made_up else ""
    head = _text(f"<h1>{escape(report.title)}</h1>{warning}", A4_WIDTH - 2 * MARGIN)
    notes = "".join(f"<p>{escape(note)}</p>" for note in report.notes[:MAX_SENTENCES])
    foot = _text(f"{notes}<p>{number} / 2</p>", A4_WIDTH - 2 * MARGIN)
    rows = [_Row(section, report.language) for section in sections]
    _draw(painter, head, MARGIN, MARGIN)
    _draw(painter, foot, MARGIN, A4_HEIGHT - MARGIN - foot.size().height())
    top = MARGIN + head.size().height() + GAP
    space = A4_HEIGHT - MARGIN - foot.size().height() - GAP - top
    needed = sum(row.height + GAP for row in rows)
    painter.save()
    painter.translate(MARGIN, top)
    factor = space / max(space, needed)
    painter.scale(factor, factor)
    spare = max(0.0, space / factor - needed) / max(1, len(rows))  # spread over the page
    for row in rows:
        row.draw(painter)
        painter.translate(0, row.height + GAP + min(spare, 2 * GAP))
    painter.restore()


class _Row:
    """A section: its sentences, and its plot beside them."""

    def __init__(self, section: ReportSection, language: str) -> None:
        sentences = list(section.sentences)
        if len(sentences) > MAX_SENTENCES:
            sentences[MAX_SENTENCES:] = [more_words(len(sentences) - MAX_SENTENCES, language)]
        words = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
        width = TEXT_WIDTH if section.plot else TEXT_WIDTH + GAP + PLOT_WIDTH
        self._text = _text(f"<h2>{escape(section.heading)}</h2>{words}", width)
        self._plot = QSvgRenderer(QByteArray(section.plot.encode())) if section.plot else None
        size = QSizeF(self._plot.defaultSize()) if self._plot else QSizeF()
        self._size = size * min(PLOT_SCALE, PLOT_WIDTH / size.width()) if self._plot else size
        self.height = max(self._text.size().height(), self._size.height())

    def draw(self, painter: QPainter) -> None:
        """Draw the row at the painter's origin."""
        _draw(painter, self._text, 0, 0)
        if self._plot:
            self._plot.render(painter, QRectF(QPointF(TEXT_WIDTH + GAP, 2), self._size))


def _text(html: str, width: float) -> QTextDocument:
    document = QTextDocument()
    font = QFont(fonts.SANS)
    font.setPixelSize(10)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setTextWidth(width)
    return document


def _draw(painter: QPainter, document: QTextDocument, x: float, y: float) -> None:
    painter.save()
    painter.translate(x, y)
    document.drawContents(painter)
    painter.restore()
