"""Documents drawn page by page, for the tests of PDF and for the sample feed.

`python -m tests.posters FILE` draws the sample feed's poster anew.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.ui import fonts

WORDS = (
    ("Du behöver ingen kölapp.", "Noto Sans"),
    ("You need no queue ticket.", "Noto Sans"),
    ("لا تحتاج إلى رقم انتظار.", "Noto Sans Arabic UI"),
    ("Uma baahnid lambar saf.", "Noto Sans"),
)


def document(path, *pages):
    """Write a document in which each of `pages` is a function that draws on a page of 1600 × 900 units."""
    writer = QPdfWriter(str(path))
    size = QPageSize(QSizeF(180, 320), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF()))
    writer.setTitle(Path(path).stem)
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        painter.resetTransform()
        painter.scale(writer.width() / 1600, writer.height() / 900)
        page(painter)
    painter.end()
    return path


def picture(path, size, page):
    """Write a picture of one page."""
    image = QImage(size.width, size.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(size.width / 1600, size.height / 900)
    page(painter)
    painter.end()
    image.save(str(path))


def plain(colour):
    """Return what fills a page with one colour but for a dark bar at its foot."""

    def draw(painter):
        painter.fillRect(QRectF(0, 0, 1600, 900), QColor(colour))
        painter.fillRect(QRectF(100, 820, 1400, 40), QColor("#16243A"))

    return draw


def no_queue(painter):
    """Draw in four languages that nobody needs a queue ticket.

    Nothing touches the edge: on a screen of another shape the page has the slide's ground around it.
    """
    painter.fillRect(QRectF(0, 0, 1600, 900), QColor("#FAF6EE"))
    painter.fillRect(QRectF(720, 268, 160, 10), QColor("#0B5C6B"))
    for line, (words, family) in enumerate(WORDS):
        font = QFont(family)
        font.setPixelSize(86)
        font.setBold(line == 0)
        painter.setFont(font)
        painter.setPen(QColor("#16243A"))
        box = QRectF(120, 80 + line * 190, 1360, 170)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, words)


if __name__ == "__main__":
    application = fonts.make_application(sys.argv)
    document(Path(sys.argv[1]), no_queue)
