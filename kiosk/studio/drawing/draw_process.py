"""The drawing process: takes a feed and requests from a pipe, and answers each request with a picture."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from multiprocessing.connection import Connection

from platformdirs import user_cache_path
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from kiosk import system
from kiosk.drawn_checks import moment
from kiosk.drawn_checks.draw_worker import QUALITY
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.media.preparation import Prepared, prepare
from kiosk.media.rendition_cache import RenditionCache
from kiosk.resources import assets
from kiosk.studio.drawing.draw_requests import DrawnFeed, DrawReply, DrawRequest
from kiosk.ui import fonts
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.screen_context import ScreenContext

WIDTH = 960
"""Pixels of the longer side of a picture: the Studio shows it smaller than the screen does."""


def work(pipe: Connection) -> None:
    """Draw until the other end closes the pipe or sends None."""
    system.end_with_parent()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    logging.disable(logging.ERROR)
    application = fonts.make_application(["studio-drawing"])
    with suppress(EOFError, BrokenPipeError):
        _Drawer(pipe).serve()
    del application


class _Drawer:
    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._renderer: SlideRenderer | None = None
        self._prepared: Prepared | None = None
        self._state: moment.State | None = None

    def serve(self) -> None:
        while message := self._pipe.recv():
            if isinstance(message, DrawnFeed):
                self._use(message)
            else:
                self._pipe.send(self._draw(message))
        if self._renderer:
            self._renderer.close()

    def _use(self, drawn: DrawnFeed) -> None:
        fonts_folder = assets() / "fonts"
        cache = RenditionCache(user_cache_path("infodisk") / "media", fonts_folder)
        self._prepared = prepare(drawn.feed, drawn.folder, fonts_folder, cache)
        self._state = moment.by_rule(drawn.feed, drawn.now)
        if self._renderer is None:
            self._renderer = SlideRenderer(self._state, "", lambda _drawn: False, all_states=False)
        self._renderer.pass_to_moment(self._state)

    def _draw(self, request: DrawRequest) -> DrawReply:
        try:
            return self._drawn(request)
        except (UnshowableError, KeyError, StopIteration):
            return DrawReply(request.key, b"")

    def _drawn(self, request: DrawRequest) -> DrawReply:
        if not self._prepared or not self._state or not self._renderer:
            return DrawReply(request.key, b"")
        context = ScreenContext(
            self._prepared.feed,
            request.screen,
            self._prepared.locate,
            self._state.slots,
            device_moves=False,
        )
        drawing = next(iter(self._renderer.draw_slide(context, request.slide, request.language)))
        words = tuple(
            dict.fromkeys(f"{each.fault.value}: {each.words or each.detail}" for each in drawing.findings)
        )
        return DrawReply(request.key, _png(drawing.image) if drawing.image else b"", words)


def _png(image: QImage) -> bytes:
    smaller = image.scaled(
        WIDTH, WIDTH, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    smaller.save(buffer, "PNG", QUALITY)  # type: ignore[call-overload]  # it takes a str
    return bytes(buffer.data().data())
