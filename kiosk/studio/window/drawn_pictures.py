"""The drawn pictures of the window, by their keys."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

MAX_KEPT = 300


class DrawnPictures(QQuickImageProvider):
    """Serves `image://drawn/KEY?NUMBER` to QML; the number changes with the picture, so that QML reloads it.

    Only the newest `MAX_KEPT` pictures are kept.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._numbers: dict[str, int] = {}

    def put(self, key: str, image: QImage) -> None:
        """Store a picture under its key."""
        self._images[key] = image
        self._images.move_to_end(key)
        if len(self._images) > MAX_KEPT:
            self._images.popitem(last=False)
        self._numbers[key] = self._numbers.get(key, 0) + 1

    def forget(self, *prefixes: str) -> None:
        """Drop the pictures whose keys start with any of these prefixes."""
        for key in [each for each in self._images if each.startswith(prefixes)]:
            del self._images[key]

    def address(self, key: str) -> str:
        """Return the URL of a picture for QML; empty until it is drawn."""
        return f"image://drawn/{key}?{self._numbers[key]}" if key in self._images else ""

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:  # noqa: A002  # Qt's names
        """Return a picture."""
        del size, requested
        return self._images.get(id.partition("?")[0], QImage())
