"""The window's connection to the drawing process: sends requests, and emits pictures by a signal.

Of several requests with the same key only the last is drawn, so that the preview keeps up with typing.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kiosk.studio.drawing.draw_requests import (
    DrawnFeed,
    DrawReply,
    DrawRequest,
    slides_between,
)

LOOK_MS = 4


def work(pipe: Connection) -> None:
    """Run the drawing process, the only one that loads what drawing needs."""
    from kiosk.studio.drawing import draw_process  # noqa: PLC0415  # as above

    draw_process.work(pipe)


class DrawClient(QObject):
    """Starts the process on `start` or on the first request, and ends it on `close`."""

    drawn = Signal(str, QImage, list)  # key, picture (null if there is none), list of `DrawnFault`

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: Connection | None = None
        self._process: BaseProcess | None = None
        self._feed: DrawnFeed | None = None
        self._sent: DrawnFeed | None = None
        self._waiting: dict[str, DrawRequest] = {}
        self._busy = self._is_ready = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._take)

    def start(self) -> None:
        """Start the process, so that it gets ready while this one is still reading the feed."""
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=work, args=(theirs,))
            self._process.start()
            theirs.close()
            self._busy, self._is_ready = True, False
            self._look.start()

    @property
    def is_idle(self) -> bool:
        """Whether everything requested has been drawn."""
        return not (self._busy or self._waiting)

    def use(self, drawn: DrawnFeed) -> None:
        """Use another feed for all further requests."""
        self._feed = drawn

    def ask(self, request: DrawRequest) -> None:
        """Request a picture, in place of any earlier request with the same key."""
        self._waiting.pop(request.key, None)
        self._waiting[request.key] = request
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self.start()
        pipe = self._pipe
        if pipe is None or self._busy or not self._waiting:
            return
        try:
            if self._feed is not self._sent:
                between = slides_between(self._sent, self._feed) if self._sent and self._feed else None
                pipe.send(between or self._feed)
                self._sent = self._feed
            pipe.send(self._waiting.pop(next(reversed(self._waiting))))
        except OSError:  # it ended while idle; the next request starts another
            self._end_process()
            return
        self._busy = True
        self._look.start()

    def _take(self) -> None:
        if self._pipe is None or not self._pipe.poll():
            return
        self._look.stop()
        self._busy = False
        try:
            reply: DrawReply | str = self._pipe.recv()
        except (EOFError, OSError):  # it crashed on this slide; another process draws the others
            if not self._is_ready:  # it cannot even start, and neither could another
                self._waiting.clear()
            self._end_process()
            self._next()
            return
        self._is_ready = True
        if isinstance(reply, DrawReply):
            self._show(reply)
        self._next()

    def _show(self, reply: DrawReply) -> None:
        image = QImage()
        if reply.pixels:  # a copy, since the pixels are freed with the reply
            image = QImage(reply.pixels, reply.width, reply.height, QImage.Format.Format_RGB32).copy()
        self.drawn.emit(reply.key, image, list(reply.findings))

    def close(self) -> None:
        """End the process."""
        self._look.stop()
        self._waiting.clear()
        self._end_process()

    def _end_process(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = self._sent = None
            self._busy = False
        if self._process is not None:
            self._process.kill()  # it stores nothing, and the window need not wait for a picture
            self._process.join()
            self._process = None
