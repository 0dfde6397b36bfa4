"""The ticket as a black and white image, for printers that need not support any script.

Owns the layout: sizes are in millimetres of paper, converted with the printer's resolution. The texts come
from `ticket_words`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextLayout, QTextOption

from kiosk.frozen import frozen
from kiosk.ui import fonts
from kiosk.ui.images import draw_qr

BODY_MM = 4.2
"""12 points, the minimum size of large print."""

ROLL_MM = 72.0
"""The printable width of an 80 mm roll; wider paper gets larger letters, up to `MAX_SCALE`."""

MAX_SCALE = 1.6
STEP_DOWN = 0.94
MIN_SCALE = 0.3
CODE_MM = 36.0
"""The width of a QR code, to be read from 30 cm: a tenth of that, plus the quiet zone."""

MODULE_MM = 0.6
MIN_MODULE_DOTS = 4
EDGE_MM = 1.5
"""The white edge of a roll, because letters may extend beyond their line."""

RULE_MM = 0.5
GAP = 0.5  # of the body's size
_INCH_MM = 25.4
_DARK = 128


class TicketPaper(Protocol):
    """The paper that a ticket is drawn for, in dots; a roll has no height."""

    @property
    def width(self) -> int:
        """Printable dots per line."""

    @property
    def height(self) -> int | None:
        """Dots from the top to the bottom of a page."""

    @property
    def dpi(self) -> int:
        """Dots per inch."""

    @property
    def margin(self) -> int:
        """Dots that must stay white on every side."""


@frozen
class Words:
    """A paragraph; `size`, and `space` for the gap above it, are multiples of the body size."""

    text: str
    language: str
    rtl: bool = False
    size: float = 1.0
    bold: bool = False
    space: float = 0.0
    centred: bool = False


@frozen
class Code:
    """A link as a QR code."""

    link: str


@frozen
class HorizontalRule:
    """A horizontal line."""


Part = Words | Code | HorizontalRule


@frozen
class _Placed:
    """A part with its height in dots, and a function that draws it from a given top."""

    height: float
    draw: Callable[[QPainter, float], None]


def draw_ticket(parts: Sequence[Part], paper: TicketPaper) -> QImage:
    """Return the ticket with one bit per dot, as wide as the paper, as high as its parts or the page."""
    placed, height = _fitted(parts, paper)
    image = QImage(paper.width, paper.height or round(height), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    top = float(_edge(paper))
    for part in placed:
        part.draw(painter, top)
        top += part.height
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)


def dots(image: QImage) -> bytes:
    """Return a one-bit image as rows of whole bytes, black as 1, the leftmost dot in the highest bit."""
    row, stride = (image.width() + 7) // 8, image.bytesPerLine()
    data = bytes(image.constBits())
    packed = b"".join(data[y * stride : y * stride + row] for y in range(image.height()))
    one_is_white = QColor(image.color(1)).lightness() > _DARK
    return bytes(255 - byte for byte in packed) if one_is_white else packed


def _fitted(parts: Sequence[Part], paper: TicketPaper) -> tuple[list[_Placed], float]:
    """Place the parts as large as the page allows; returns them and their total height with margins."""
    width_mm = (paper.width - 2 * _edge(paper)) / paper.dpi * _INCH_MM
    scale = max(1.0, min(MAX_SCALE, width_mm / ROLL_MM))
    while True:
        placed = [_drawn_part(part, paper, scale) for part in parts]
        height = sum(part.height for part in placed) + 2 * _edge(paper)
        if paper.height is None or height <= paper.height or scale < MIN_SCALE:
            return placed, height
        scale *= STEP_DOWN


def _drawn_part(part: Part, paper: TicketPaper, scale: float) -> _Placed:
    if isinstance(part, Words):
        return _words(part, paper, scale)
    return _code(part, paper, scale) if isinstance(part, Code) else _rule(paper, scale)


def _words(part: Words, paper: TicketPaper, scale: float) -> _Placed:
    body = _px(BODY_MM * scale, paper)
    layout = QTextLayout(part.text.replace("\n", "\u2028"), _font(part, body))
    layout.setTextOption(_option(part))
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(paper.width - 2 * _edge(paper))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    space = part.space * body

    def draw(painter: QPainter, top: float) -> None:
        painter.setPen(QColor("black"))
        layout.draw(painter, QPointF(_edge(paper), top + space))

    return _Placed(height + space, draw)


def _option(part: Words) -> QTextOption:
    """Return the options of a paragraph; "left" is literal in a layout, whatever the text direction."""
    start = Qt.AlignmentFlag.AlignRight if part.rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if part.centred else start)
    direction = Qt.LayoutDirection.RightToLeft if part.rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _font(part: Words, body: float) -> QFont:
    font = QFont([fonts.family(part.language), fonts.SANS])
    font.setPixelSize(round(body * part.size))
    font.setWeight(QFont.Weight.Bold if part.bold else QFont.Weight.Medium)
    return font


def _code(part: Code, paper: TicketPaper, scale: float) -> _Placed:
    """Place a code whose modules are whole dots, so that nothing is smoothed."""
    code = draw_qr(part.link)
    available = paper.width - 2 * _edge(paper)
    wanted_mm = max(MODULE_MM, CODE_MM / code.width()) * scale
    module = max(MIN_MODULE_DOTS, math.ceil(_px(wanted_mm, paper)))
    side = code.width() * max(1, min(module, available // code.width()))

    def draw(painter: QPainter, top: float) -> None:
        painter.drawImage(QRect((paper.width - side) // 2, round(top), side, side), code)

    return _Placed(side + 1, draw)


def _rule(paper: TicketPaper, scale: float) -> _Placed:
    thick, around = max(1, round(_px(RULE_MM, paper))), _px(BODY_MM * scale, paper) * GAP

    def draw(painter: QPainter, top: float) -> None:
        across = QRect(_edge(paper), round(top + around), paper.width - 2 * _edge(paper), thick)
        painter.fillRect(across, QColor("black"))

    return _Placed(thick + 2 * around, draw)


def _edge(paper: TicketPaper) -> int:
    return max(paper.margin, round(_px(EDGE_MM, paper)))


def _px(mm: float, paper: TicketPaper) -> float:
    return mm / _INCH_MM * paper.dpi
