"""Whether the QR codes on a drawing are readable, and large enough for the distance of the reader."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from kiosk.drawn_checks.finding import Fault, Finding
from kiosk.drawn_checks.items import area, box, pictures, views
from kiosk.feed.message_catalog import tr
from kiosk.feed.models import Screen
from kiosk.ui.images import QUIET_MODULES

DISTANCE_TO_WIDTH = 10
"""A phone reads a code from ten times its width away."""


def codes(root: QQuickItem, drawing: QImage, screen: Screen) -> Iterator[Finding]:
    """Yield a finding for each QR code below `root` that is too small for `screen` or cannot be read."""
    for item in pictures(root):
        source = item.property("source")
        if source.scheme() == "image" and source.host() == "qr" and item.width() > 0:
            yield from _size(item, screen)
            if all(view.contains(area(item)) for view in views(item)):  # not on another part of the page
                yield from _read(item, drawing, source.path().removeprefix("/"))


def _size(item: QQuickItem, screen: Screen) -> Iterator[Finding]:
    modules = item.property("sourceSize").width()
    symbol_px = item.width() * (modules - 2 * QUIET_MODULES) / modules
    width_mm = symbol_px * screen.size.width / screen.resolution.width
    needed_mm = screen.distance / DISTANCE_TO_WIDTH
    if width_mm < needed_mm:
        detail = tr(
            "is {width:.0f} mm wide; from {distance:g} mm away a phone needs {needed:.0f} mm",
            width=width_mm,
            distance=screen.distance,
            needed=needed_mm,
        )
        yield Finding(Fault.QR_SIZE, detail, box(area(item)))


def _read(item: QQuickItem, drawing: QImage, link: str) -> Iterator[Finding]:
    read = decode(drawing, area(item))
    if read != link:
        detail = (
            tr("reads as {read!r} instead of {link!r}", read=read, link=link)
            if read
            else tr("cannot be read by a phone as it is drawn")
        )
        yield Finding(Fault.QR_READ, detail, box(area(item)))


def decode(drawing: QImage, where: QRectF) -> str:
    """Return the content of the QR code in a part of a drawing; empty if none can be read."""
    import zxingcpp  # noqa: PLC0415  # only feeds with codes need it

    part = drawing.copy(where.toAlignedRect()).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(part.constBits()).cast("B", shape=[part.height(), part.bytesPerLine()])
    barcodes = zxingcpp.read_barcodes(pixels)
    return barcodes[0].text if barcodes else ""
