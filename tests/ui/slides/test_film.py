"""A video that is put away at any moment leaves nothing behind; what it shows is in test_kinds.py."""

from fractions import Fraction
from pathlib import Path

import av
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtTest import QSignalSpy

from kiosk.media.examination import examine
from kiosk.media.media_facts import Need, Order
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


def test_a_frame_that_is_decoded_late_does_not_change_a_paused_one(qapp, qtbot, tmp_path):
    film = Film()
    film.open(write_film(tmp_path / "a.mp4", [16] * 75), False, False)
    qtbot.waitUntil(lambda: film.ready)
    white = QImage(320, 180, QImage.Format.Format_RGB32)
    white.fill("white")
    sink = film.findChild(QVideoSink)
    sink.setVideoFrame(QVideoFrame(white))
    assert film._image.pixelColor(9, 9).red() < 50
    film.playing = True
    sink.setVideoFrame(QVideoFrame(white))
    assert film._image.pixelColor(9, 9).red() > 200
    film.close()


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


def write_slow_film(path, seconds, sound_s=0, **muxer):
    """Write a film with one frame at each of `seconds`, and silence of some length as its sound."""
    size, rate = (64, 48), 48_000
    with av.open(str(path), "w", options=muxer) as film:
        stream = film.add_stream("libvpx" if path.suffix == ".webm" else "libx264", rate=25)
        stream.width, stream.height = size
        stream.pix_fmt, stream.codec_context.time_base = "yuv420p", Fraction(1, 1000)
        sound = film.add_stream("aac", rate=rate, layout="mono") if sound_s else None
        packets = []
        for second in seconds:
            frame = av.VideoFrame(*size, "yuv420p")
            frame.pts, frame.time_base = int(second * 1000), Fraction(1, 1000)
            packets += stream.encode(frame)
        packets += stream.encode()
        if sound:
            samples = av.AudioFrame("fltp", "mono", rate * sound_s)
            samples.planes[0].update(bytes(samples.planes[0].buffer_size))
            samples.rate, samples.pts = rate, 0
            packets += [*sound.encode(samples), *sound.encode()]
        for packet in sorted(packets, key=lambda packet: packet.dts * packet.time_base):
            film.mux(packet)
    return QUrl.fromLocalFile(str(path))


@pytest.mark.qt_log_ignore("pa_context_connect", "No audio device", extend=True)  # a machine without sound
@pytest.mark.parametrize("seconds", [[0], [0, 5, 10, 15], [6, 7]])
def test_one_with_few_frames_and_sound_is_ready_and_plays(qapp, qtbot, tmp_path, seconds):
    film = Film()
    film.open(write_slow_film(tmp_path / "a.mp4", seconds, sound_s=18), True, False)
    qtbot.waitUntil(lambda: film.ready)
    film.playing = True
    qtbot.waitUntil(lambda: film._player.audioOutput() is not None and film._loaded)
    assert (film.ready, film.failed) == (True, False)
    assert film._stall.interval() > 18_000
    film.close()


def test_the_last_picture_is_held_for_as_long_as_the_sound_that_is_off(qapp, qtbot, tmp_path):
    film = Film()
    film.open(write_slow_film(tmp_path / "a.mp4", [0], sound_s=18), False, False)
    qtbot.waitUntil(lambda: film.ready)
    ended = QSignalSpy(film.ended)
    film.playing = True
    qtbot.waitUntil(film._rest.isActive)
    assert film._rest.interval() > 10_000
    film.playing = False
    assert not film._rest.isActive()
    film._rest.setInterval(1)
    film.playing = True
    qtbot.waitUntil(lambda: ended.count() == 1)
    film.close()


def test_one_of_unknown_length_may_hold_a_picture(qapp, qtbot, tmp_path):
    film = Film()
    film.open(write_slow_film(tmp_path / "a.webm", [0, 0.1, 20], live="1"), False, False)
    qtbot.waitUntil(lambda: film.ready)
    film.playing = True
    qtbot.waitUntil(lambda: film._player.duration() == 0 and film._stall.interval() > 20_000)
    film.close()


def test_one_made_of_an_animation_is_ready_and_moves(qapp, qtbot, tmp_path):
    images = [Image.new("RGB", (96, 64), (50 + 20 * number, 0, 0)) for number in range(9)]
    images[0].save(tmp_path / "a.gif", save_all=True, append_images=images[1:], duration=100, loop=0)
    facts = examine(Order(tmp_path / "a.gif", Need(film_s=1.0), tmp_path, tmp_path))
    film, seen = Film(), set()
    film.open(QUrl.fromLocalFile(str(tmp_path / facts.made[0].name)), False, False)
    qtbot.waitUntil(lambda: film.ready)
    film._sink.videoFrameChanged.connect(lambda frame: seen.add(frame.toImage().pixelColor(9, 9).red() // 10))
    film.playing = True
    qtbot.waitUntil(lambda: len(seen) > 3)
    assert not film.failed
    film.close()
