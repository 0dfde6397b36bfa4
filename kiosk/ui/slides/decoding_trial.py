"""Decodes media as a screen does, but in a separate process, so that a harmful file cannot end the player.

`kiosk.sync.media_trials` runs `try_media` through `kiosk.isolated`. It reports the files that are harmful. A
file that merely cannot be shown is harmless: the player skips it.
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
from kiosk.ui.slides.film import MAX_PIXELS

FILM_S = 10
"""A film that decodes for this many seconds is harmless."""

RATE = 16.0
"""The playback speed, as a multiple of the normal speed."""


def try_media(request: bytes) -> bytes:
    """Decode the pictures and films at the paths in a JSON request; return the harm by path, as JSON.

    A file that hangs or exhausts its decoder makes the process crash or exceed its limits.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_FFMPEG_DECODING_HW_DEVICE_TYPES"] = ","  # no drivers: they do not fit into memory limits
    paths = json.loads(request)
    for path in paths["pictures"]:
        _decode_picture(Path(path))
    faults = {path: words for path in paths["films"] if (words := _decode_film(path))}
    return json.dumps(faults).encode()


def _decode_picture(path: Path) -> None:
    try:
        checked_picture(path)
    except UnshowableError:
        return  # the player makes the same check
    QImageReader(str(path)).read()


def _decode_film(path: str) -> str:
    """Play a film fast and without sound; return what is harmful about it, or an empty string."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    trial = _FilmTrial(path)
    words = trial.run()
    del application
    return words


class _FilmTrial:
    def __init__(self, path: str) -> None:
        self.words = ""
        self.loop, self.sink, self.player = QEventLoop(), QVideoSink(), QMediaPlayer()
        self.sink.videoFrameChanged.connect(self._check_frame)
        self.player.setVideoSink(self.sink)
        self.player.mediaStatusChanged.connect(self._check_status)
        self.player.errorOccurred.connect(self.loop.quit)
        self.player.setPlaybackRate(RATE)
        self.player.setSource(QUrl.fromLocalFile(path))

    def run(self) -> str:
        QTimer.singleShot(FILM_S * 1000, self.loop.quit)
        self.player.play()
        self.loop.exec()
        self.player.stop()
        return self.words

    def _check_status(self) -> None:
        ends = {QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia}
        if self.player.mediaStatus() in ends:
            self.loop.quit()

    def _check_frame(self) -> None:
        size = self.sink.videoFrame().size()
        if size.width() * size.height() > MAX_PIXELS:
            self.words = f"has frames of {size.width()} x {size.height()} pixels"
            self.loop.quit()
