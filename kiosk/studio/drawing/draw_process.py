"""The drawing process: takes a feed and requests from a pipe, and answers each request with a picture."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from platformdirs import user_cache_path
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from kiosk import system
from kiosk.drawn_checks import moment
from kiosk.drawn_checks.finding import Finding
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.drawn_checks.verdict import FAULTS
from kiosk.feed.message_catalog import shown, tr
from kiosk.media.preparation import Prepared, media_needs, prepare, problems_of_file
from kiosk.media.rendition_cache import RenditionCache
from kiosk.resources import assets
from kiosk.studio.drawing.draw_requests import DrawnFault, DrawnFeed, DrawReply, DrawRequest
from kiosk.ui import fonts
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.screen_context import ScreenContext

UNPACKED = 100
"""The quality of a PNG that is written fastest: it only goes through a pipe."""

_MEDIA_FIELDS = ("picture", "video", "document")


def work(pipe: Connection) -> None:
    """Draw until the other end closes the pipe or sends None."""
    system.end_with_parent()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    logging.disable(logging.ERROR)
    application = fonts.make_application(["studio-drawing"])
    with suppress(EOFError, ConnectionError):
        _Drawer(pipe).serve()
    del application


class _Drawer:
    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._renderer: SlideRenderer | None = None
        self._prepared: Prepared | None = None
        self._media: object = None
        """The media of the feed, and what was needed of them."""

        self._state: moment.State | None = None
        self._now = datetime.now(UTC)

    def serve(self) -> None:
        while message := self._pipe.recv():
            if isinstance(message, DrawnFeed):
                self._use(message)
            else:
                self._pipe.send(self._draw(message))
        if self._renderer:
            self._renderer.close()

    def _use(self, drawn: DrawnFeed) -> None:
        media = drawn.feed.media, media_needs(drawn.feed), drawn.folder
        if self._prepared and media == self._media:
            self._prepared = self._prepared.with_words_of(drawn.feed)
        else:
            fonts_folder = assets() / "fonts"
            cache = RenditionCache(user_cache_path("infodisk") / "media", fonts_folder)
            try:
                self._prepared = prepare(drawn.feed, drawn.folder, fonts_folder, cache)
            except OSError:  # a file that is gone, such as one that only an earlier version shows
                self._prepared = None
        self._media, self._now = media, drawn.now
        self._pass_to(drawn.now, renew=True)

    def _pass_to(self, now: datetime, *, renew: bool = False) -> None:
        """Draw what is seen at another moment from now on."""
        if not self._prepared or (self._state and self._state.now == now and not renew):
            return
        self._state = moment.by_rule(self._prepared.feed, now)
        if self._renderer is None:
            self._renderer = SlideRenderer(self._state, "", lambda _drawn: False, all_states=False)
        self._renderer.pass_to_moment(self._state)

    def _draw(self, request: DrawRequest) -> DrawReply:
        try:
            self._pass_to(request.at or self._now)
            return self._drawn(request)
        except (UnshowableError, KeyError, StopIteration):
            return DrawReply(request.key, b"", tuple(self._media_faults(request.slide)))

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
        faults = (*map(_fault, drawing.findings), *self._media_faults(request.slide))
        png = _png(drawing.image, request.width) if drawing.image else b""
        return DrawReply(request.key, png, tuple(dict.fromkeys(faults)))

    def _media_faults(self, slide_id: str) -> Iterator[DrawnFault]:
        """Yield what is wrong with the files that a slide shows."""
        slide = self._prepared.feed.slides.get(slide_id) if self._prepared else None
        for field in _MEDIA_FIELDS:
            path = getattr(slide, field, None)
            facts = self._prepared.found.get(path) if self._prepared and path else None
            if path and facts is not None:
                yield from (DrawnFault(each.message, field) for each in problems_of_file(path, facts))


def _fault(finding: Finding) -> DrawnFault:
    words = shown(finding.words) if finding.words else finding.detail
    return DrawnFault(tr("{fault}: {words}", fault=FAULTS[finding.fault], words=words))


def _png(image: QImage, width: int) -> bytes:
    smaller = image.scaled(
        width, width, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    smaller.save(buffer, "PNG", UNPACKED)  # type: ignore[call-overload]  # it takes a str
    return bytes(buffer.data().data())
