"""Slides of two feeds, before and after: drawn on request, by processes that `close` ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.studio.drawing.draw_client import DrawClient
from kiosk.studio.drawing.draw_requests import DrawnFeed, DrawRequest

if TYPE_CHECKING:
    from kiosk.studio.window.studio_model import StudioModel

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

BEFORE, AFTER = "before/", "after/"
WIDTH = 320


@QmlElement
@QmlUncreatable("made in Python")
class ComparedPictures(QObject):  # type: ignore[operator]  # the decorator takes a reason
    """The pictures on the open page; nothing is drawn before `use`."""

    drawn = Signal(str)  # the key of a picture that is now available

    def __init__(self, studio: StudioModel, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._feeds: dict[bool, DrawnFeed] = {}
        self._clients: dict[bool, DrawClient] = {}

    def use(self, before: DrawnFeed | None, after: DrawnFeed | None) -> None:
        """Draw from these feeds; from the open project if there is no `after`."""
        self._studio.pictures.forget(BEFORE, AFTER)
        for was, feed in ((True, before), (False, after)):
            self._feeds.pop(was, None)
            if feed:
                self._feeds[was] = feed
                if was not in self._clients:
                    self._clients[was] = DrawClient(self)
                    self._clients[was].drawn.connect(self._keep)
                self._clients[was].use(feed)

    @Slot(str, bool, result=str)
    def picture(self, slide: str, before: bool) -> str:  # noqa: FBT001  # called from QML
        """Return the address of a picture before or after; if it is not drawn yet, request it."""
        key = f"{BEFORE if before else AFTER}{slide}"
        drawn, client = self._feeds.get(before), self._clients.get(before)
        feed = drawn.feed if drawn else None
        if not before and not drawn:
            feed, client = self._studio.feed, self._studio.drawing
        address = self._studio.pictures.address(key)
        screens = self._studio.slides_model.screens_of(slide, feed) if feed else []
        if feed and client and screens and not address:
            language = feed.screens[screens[0]].turns[0]
            client.ask(DrawRequest(key, screens[0], slide, language, WIDTH, examined=False))
        return address

    @Slot(str, QImage, list)
    def _keep(self, key: str, image: QImage, _faults: list[object]) -> None:
        if not image.isNull():
            self._studio.pictures.put(key, image)
            self.drawn.emit(key)

    def close(self) -> None:
        """End the drawing processes."""
        for client in self._clients.values():
            client.close()
            client.deleteLater()
        self._clients.clear()
        self._feeds.clear()
