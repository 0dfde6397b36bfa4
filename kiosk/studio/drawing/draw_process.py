"""The drawing process: reads a feed and requests from a pipe, and answers each request with a picture."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from multiprocessing.connection import Connection

from platformdirs import user_cache_path
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk import system
from kiosk.booking.slots import SlotList
from kiosk.drawn_checks import moment
from kiosk.drawn_checks.finding import Finding
from kiosk.drawn_checks.live_samples import live_sample
from kiosk.drawn_checks.slide_renderer import SlideRenderer
from kiosk.drawn_checks.verdict import FAULTS
from kiosk.feed.message_catalog import short_value, tr
from kiosk.feed.models import Feed
from kiosk.feed.swedish_holidays import holiday
from kiosk.media.preparation import Prepared, media_needs, prepare, problems_of_file
from kiosk.media.rendition_cache import RenditionCache
from kiosk.resources import assets
from kiosk.studio.drawing.draw_requests import (
    DrawnFault,
    DrawnFeed,
    DrawnSlides,
    DrawReply,
    DrawRequest,
)
from kiosk.ui import fonts
from kiosk.ui.picture_guard import UnshowableError
from kiosk.ui.screen_context import ScreenContext

READY = "ready"
"""Sent first: until then nothing reads the pipe, so that sending a large feed would block the window."""

NOTHING_SHOWN = DrawnFault(
    tr("Nothing of this slide can be shown, and screens pass it over: look at its file and its pages.")
)

_MEDIA_FIELDS = ("picture", "video", "document")


def work(pipe: Connection) -> None:
    """Send `READY`, then draw until the other end closes the pipe or sends None."""
    system.end_with_parent()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ.pop("QT_SCALE_FACTOR", None)  # it is meant for the window; a screen is drawn at its own size
    logging.disable(logging.ERROR)
    application = fonts.make_application(["studio-drawing"])
    with suppress(EOFError, ConnectionError):
        _serve(pipe)
    del application


def _serve(pipe: Connection) -> None:
    drawer = Drawer()
    holiday(moment.SAMPLE_DAY)  # loads its tables now, while the window is still reading the feed
    pipe.send(READY)
    while message := pipe.recv():
        if isinstance(message, DrawnFeed):
            drawer.use(message)
        elif isinstance(message, DrawnSlides):
            drawer.use_slides(message)
        else:
            pipe.send(drawer.draw(message))
    drawer.close()


class Drawer:
    """Draws the slides of the current feed with the QML of the screens."""

    def __init__(self) -> None:
        unknown = moment.State(None, None)
        self._renderer = SlideRenderer(unknown, "", lambda _drawn: False, all_states=False, rewords=True)
        self._prepared: Prepared | None = None
        self._media: object = None
        """What `_prepared` was made from: the media of the feed, what is needed of them, and the folder."""

        self._state: moment.State | None = None
        self._drawn_feed: DrawnFeed | None = None
        self._slots: dict[datetime, SlotList | None] = {}
        """By moment; they do not depend on the slides."""

    def use(self, drawn: DrawnFeed) -> None:
        """Use another feed from now on."""
        self._slots.clear()
        self._use(drawn)

    def use_slides(self, changed: DrawnSlides) -> None:
        """Replace slides of the current feed."""
        assert self._drawn_feed  # noqa: S101  # the window has sent it before
        drawn = changed.put_into(self._drawn_feed)
        if self._prepared and changed.differ_only_in_texts(self._drawn_feed.feed.slides):
            self._drawn_feed, self._prepared = drawn, self._prepared.with_words_of(drawn.feed)
            self._pass_to(drawn.now, renew=True)
        else:
            self._use(drawn)

    def close(self) -> None:
        """Close the renderer."""
        self._renderer.close()

    def _use(self, drawn: DrawnFeed) -> None:
        self._drawn_feed = drawn
        media = drawn.feed.media, media_needs(drawn.feed), drawn.folder
        if self._prepared and media == self._media:
            self._prepared = self._prepared.with_words_of(drawn.feed)
        else:
            fonts_folder = assets() / "fonts"
            cache = RenditionCache(user_cache_path("infodisk") / "media", fonts_folder)
            try:
                self._prepared = prepare(drawn.feed, drawn.folder, fonts_folder, cache)
            except OSError:  # a file is missing, such as one that only an earlier version shows
                self._prepared = None
        self._media = media
        self._pass_to(drawn.now, renew=True)

    def _pass_to(self, now: datetime, *, renew: bool = False) -> None:
        """Use another moment from now on."""
        if not self._prepared or (self._state and self._state.now == now and not renew):
            return
        self._state = self._state_at(self._prepared.feed, now)
        self._renderer.pass_to_moment(self._state)

    def _state_at(self, feed: Feed, now: datetime) -> moment.State:
        if now in self._slots:
            return moment.State(now, self._slots[now], live_sample(feed, now))
        state = moment.by_rule(feed, now)
        self._slots[now] = state.slots
        return state

    def draw(self, request: DrawRequest) -> DrawReply:
        """Return the picture of a slide, and the faults on it."""
        try:
            if self._drawn_feed:
                self._pass_to(request.at or self._drawn_feed.now)
            return self._drawn(request)
        except (UnshowableError, KeyError, StopIteration):
            faults = tuple(self._media_faults(request.slide))
            return DrawReply(request.key, findings=faults or (NOTHING_SHOWN,))

    def _drawn(self, request: DrawRequest) -> DrawReply:
        if not self._prepared or not self._state:
            return DrawReply(request.key)
        context = ScreenContext(
            self._prepared.feed,
            request.screen,
            self._prepared.locate,
            self._state.slots,
            device_moves=False,
            live=self._state.live,
        )
        self._renderer.examines = request.examined
        drawing = next(iter(self._renderer.draw_slide(context, request.slide, request.language)))
        faults = (*map(_fault, drawing.findings), *self._media_faults(request.slide))
        image = _smaller(drawing.image, request.width) if drawing.image else QImage()
        pixels = bytes(image.constBits())
        return DrawReply(request.key, pixels, image.width(), image.height(), tuple(dict.fromkeys(faults)))

    def _media_faults(self, slide_id: str) -> Iterator[DrawnFault]:
        """Yield the faults of the files that a slide shows."""
        slide = self._prepared.feed.slides.get(slide_id) if self._prepared else None
        for field in _MEDIA_FIELDS:
            path = getattr(slide, field, None)
            facts = self._prepared.found.get(path) if self._prepared and path else None
            if path and facts is not None:
                yield from (DrawnFault(each.message, field) for each in problems_of_file(path, facts))


def _fault(finding: Finding) -> DrawnFault:
    words = short_value(finding.words) if finding.words else finding.detail
    return DrawnFault(tr("{fault}: {words}", fault=FAULTS[finding.fault], words=words))


def _smaller(image: QImage, width: int) -> QImage:
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, width, keep, smooth).convertToFormat(QImage.Format.Format_RGB32)
