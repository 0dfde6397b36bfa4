"""A video that is put away at any moment leaves nothing behind; what it shows is in test_kinds.py."""

from pathlib import Path

import av
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtTest import QSignalSpy

from kiosk.ui.slides.film import Film

GREEN_FILM = Path(__file__).parents[2] / "media" / "green.mp4"
OFTEN = 20
"""A stop does not fall into FFmpeg's reading of the head each time."""


def test_one_put_away_while_it_opens_is_not_called_broken(qapp, qtbot):
    for _ in range(OFTEN):
        film = Film()
        film.open(QUrl.fromLocalFile(str(GREEN_FILM)), False, False)
        player = film.findChild(QMediaPlayer)
        assert player.mediaStatus() == QMediaPlayer.MediaStatus.LoadingMedia
        gone = QSignalSpy(player.destroyed)
        film.close()
        del film, player
        qtbot.waitUntil(lambda gone=gone: _deleted() and gone.count() == 1)


def _deleted():
    """Delete what is to be deleted: this loop is not the one that would do it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return True


def write_film(path, lights, size=(320, 180)):
    """Write a grey film of 25 frames a second."""
    with av.open(str(path), "w") as film:
        stream = film.add_stream("mpeg4", rate=25)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        for light in lights:
            frame = av.VideoFrame(*size, "yuv420p")
            for plane, value in zip(frame.planes, (light, 128, 128), strict=True):
                plane.update(bytes([value]) * plane.buffer_size)
            film.mux(stream.encode(frame))
        film.mux(stream.encode())
    return QUrl.fromLocalFile(str(path))


def test_one_that_stands_still_shows_a_later_frame(qapp, qtbot, tmp_path):
    film = Film()
    film.open(write_film(tmp_path / "a.mp4", [16] * 15 + [200] * 60), False, True)
    qtbot.waitUntil(lambda: film.ready)
    assert film._image.pixelColor(9, 9).red() > 150
    film.close()


def test_one_too_large_to_decode_is_refused(qapp, qtbot, tmp_path):
    film = Film()
    film.open(write_film(tmp_path / "a.mp4", [99], (4096, 4096)), False, False)
    qtbot.waitUntil(lambda: film.failed)
    assert not film.ready
    film.close()


def test_one_may_hold_a_picture_to_its_end(qapp, qtbot, tmp_path):
    film = Film()
    film.open(write_film(tmp_path / "a.mp4", [99] * 500), False, False)
    film.playing = True
    qtbot.waitUntil(lambda: film.ready)
    assert film._stall.interval() > 20_000
    film.close()
