"""Image providers for QML: QR codes and pictograms, drawn on request."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.resources import assets

QUIET_MODULES = 4
"""The margin that ISO/IEC 18004 requires around a code, in modules."""


def qr_url(text: str) -> QUrl:
    """Return the URL from which QML loads `text` as a QR code; empty if there is no text."""
    return QUrl(f"image://qr/{quote(text, safe='')}") if text else QUrl()


@lru_cache(maxsize=32)  # see `kiosk.ui.desk.codes_ahead`
def draw_qr(text: str) -> QImage:
    """Return `text` as a QR code of level M, one pixel per module, including the quiet zone."""
    import qrcode  # noqa: PLC0415  # loads Pillow, which would delay the first picture
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415  # as above

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_MODULES)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    image = QImage(len(matrix), len(matrix), QImage.Format.Format_RGB32)
    for y, line in enumerate(matrix):
        for x, dark in enumerate(line):
            image.setPixel(x, y, 0xFF000000 if dark else 0xFFFFFFFF)
    return image


class QrProvider(QQuickImageProvider):
    """`image://qr/<text>`: one pixel per module, for QML to enlarge by a whole factor."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, text: str, size: QSize, requested: QSize) -> QImage:
        """Draw the code; `requested` is ignored, because a code must not be resampled."""
        del requested
        image = draw_qr(unquote(text))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


class PictogramProvider(QQuickImageProvider):
    """`image://pictogram/<name>/<rrggbb>`: a drawing of the product in one colour, at the requested size."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:
        """Draw the pictogram; an unknown name gives an empty image."""
        name, _, colour = name.partition("/")
        image = _tinted(name, QColor(f"#{colour}"), requested if requested.isValid() else QSize(96, 96))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _tinted(name: str, colour: QColor, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)  # transparent
    painter = QPainter(image)
    QSvgRenderer(str(assets() / "icons" / f"{name}.svg")).render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), colour)
    painter.end()
    return image
