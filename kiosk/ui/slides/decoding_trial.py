"""Decodes media as a screen does, in a process of its own: what takes too much ends this one, not the player.

`kiosk.sync.media_trials` runs `try_media` through `kiosk.isolated`. It answers what is known to be harmful;
a file that merely cannot be shown is harmless, and the player passes over it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

from kiosk.ui.picture_guard import UnshowableError, checked_picture
from kiosk.ui.slides.film import MOST_PIXELS

FILM_S = 10
"""A film that decodes for so many seconds is harmless."""

RATE = 16.0
"""How many times as fast as usual it is played."""


def try_media(asked: bytes) -> bytes:
    """Decode the pictures and films at the paths that JSON names; return what is harmful by path, as JSON.

    A file that hangs or exhausts its decoder ends the process, or the time that it is given.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_FFMPEG_DECODING_HW_DEVICE_TYPES"] = ","  # limits of memory are not for drivers
    paths = json.loads(asked)
    for path in paths["pictures"]:
        _decode_picture(Path(path))
    faults = {path: words for path in paths["films"] if (words := _decode_film(path))}
    return json.dumps(faults).encode()


def _decode_picture(path: Path) -> None:
    try:
        checked_picture(path)
    except UnshowableError:
        return  # the player asks the same guard
    QImageReader(str(path)).read()


def _decode_film(path: str) -> str:
    """Play a film fast, with its picture only; return what is harmful about it."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    trial = _FilmTrial(path)
    words = trial.run()
    del application
    return words


class _FilmTrial:
    def __init__(self, path: str) -> None:
        self.words = ""
        self.loop, self.sink, self.player = QEventLoop(), QVideoSink(), QMediaPlayer()
        self.sink.videoFrameChanged.connect(self._look)
        self.player.setVideoSink(self.sink)
        self.player.mediaStatusChanged.connect(self._hear)
        self.player.errorOccurred.connect(self.loop.quit)
        self.player.setPlaybackRate(RATE)
        self.player.setSource(QUrl.fromLocalFile(path))

    def run(self) -> str:
        QTimer.singleShot(FILM_S * 1000, self.loop.quit)
        self.player.play()
        self.loop.exec()
        self.player.stop()
        return self.words

    def _hear(self) -> None:
        over = {QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia}
        if self.player.mediaStatus() in over:
            self.loop.quit()

    def _look(self) -> None:
        size = self.sink.videoFrame().size()
        if size.width() * size.height() > MOST_PIXELS:
            self.words = f"has frames of {size.width()} x {size.height()} pixels"
            self.loop.quit()
