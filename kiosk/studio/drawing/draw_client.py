"""The drawing process as the window sees it: requests go out, pictures come back by a signal.

Of several requests with one key only the last is drawn, so that typing is never behind its preview.
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
    """Draw; what that takes is loaded in the drawing process alone."""
    from kiosk.studio.drawing import draw_process  # noqa: PLC0415  # as above

    draw_process.work(pipe)


class DrawClient(QObject):
    """Starts the process with `start` or when the first picture is asked for, and ends it with `close`."""

    drawn = Signal(str, QImage, list)  # key, picture (null if there is none), what is wrong: `DrawnFault`

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
        """Let the process make itself ready, while this one still reads the feed."""
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
        """Whether all that was asked for is drawn."""
        return not (self._busy or self._waiting)

    def use(self, drawn: DrawnFeed) -> None:
        """Draw from another feed from now on."""
        self._feed = drawn

    def ask(self, request: DrawRequest) -> None:
        """Ask for a picture, instead of an older request with its key."""
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
        except OSError:  # it has ended while it had nothing to do; the next request starts another
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
        except (EOFError, OSError):  # it crashed on this slide; the others are drawn by another process
            if not self._is_ready:  # or it cannot begin at all, and another could not either
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
        if reply.pixels:  # a copy, as they go with the reply
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
            self._process.kill()  # it keeps nothing, and the window does not wait for what it draws
            self._process.join()
            self._process = None
