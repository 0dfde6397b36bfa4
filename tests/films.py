"""Short films drawn frame by frame, for the tests of video and for the sample feed.

`python -m tests.films SAMPLE GREEN` draws anew the sample feed's film, in which somebody goes from the door
to the desk, and `tests/media/green.mp4`. The tests use what is drawn: an encoder has its moods.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPointF, QRectF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QMediaFormat,
    QMediaRecorder,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
)

FRAMES_A_SECOND = 15
WAY = (QPointF(150, 430), QPointF(150, 250), QPointF(480, 250), QPointF(480, 330), QPointF(800, 330))
"""From the door, past the screen, to the desk."""


SIZE = QSize(960, 540)
STOPPED = QMediaRecorder.RecorderState.StoppedState


def film(path, draw, seconds, size=SIZE):
    """Write a film: `draw(painter, part)` draws the frame at `part` of its length, 0 to 1."""
    count = int(seconds * FRAMES_A_SECOND)
    form = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_BGRX8888)
    form.setStreamFrameRate(FRAMES_A_SECOND)
    session, recorder, frames = QMediaCaptureSession(), QMediaRecorder(), QVideoFrameInput(form)
    session.setVideoFrameInput(frames)
    session.setRecorder(recorder)
    form = QMediaFormat(QMediaFormat.FileFormat.MPEG4)
    form.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    recorder.setMediaFormat(form)
    recorder.setVideoResolution(size)
    recorder.setVideoFrameRate(FRAMES_A_SECOND)
    recorder.setQuality(QMediaRecorder.Quality.NormalQuality)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
    recorder.setAutoStop(True)
    sent = 0

    def send():
        nonlocal sent
        while sent < count and frames.sendVideoFrame(_frame(draw, sent, count, size)):
            sent += 1
        if sent == count:
            sent += 1
            frames.sendVideoFrame(QVideoFrame())  # the end

    loop, push = QEventLoop(), QTimer(interval=20)
    push.timeout.connect(send)
    push.timeout.connect(lambda: sent > count and recorder.recorderState() == STOPPED and loop.quit())
    recorder.errorOccurred.connect(lambda *_: loop.quit())
    recorder.record()
    push.start()
    loop.exec()
    assert recorder.error() == QMediaRecorder.Error.NoError, recorder.errorString()
    return path


def _frame(draw, number, count, size):
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, number / max(1, count - 1))
    painter.end()
    frame = QVideoFrame(image)
    frame.setStartTime(number * 1_000_000 // FRAMES_A_SECOND)
    frame.setEndTime((number + 1) * 1_000_000 // FRAMES_A_SECOND)
    return frame


def plain(colour):
    """Return what draws one colour with a dark bar that crosses it, so that each frame differs."""

    def draw(painter, part):
        painter.fillRect(painter.viewport(), QColor(colour))
        painter.fillRect(QRectF(part * painter.viewport().width() * 0.9, 0, 40, 60), QColor("#16243A"))

    return draw


def to_the_desk(painter, part):
    """Draw somebody on the way from the door to the desk."""
    painter.fillRect(painter.viewport(), QColor("#FAF6EE"))
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, box in (
        ("#DCE9EA", QRectF(60, 60, 840, 420)),
        ("#0B5C6B", QRectF(840, 250, 40, 160)),  # the desk
        ("#16243A", QRectF(440, 76, 80, 110)),  # the screen
        ("#F6B93B", QRectF(450, 86, 60, 80)),
        ("#245A41", QRectF(100, 470, 100, 14)),  # the door
        ("#EADFC8", QRectF(250, 330, 150, 60)),  # a bench
    ):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, 10, 10)
    walked = min(1.0, part * 1.15) * (len(WAY) - 1)
    leg = min(int(walked), len(WAY) - 2)
    here = WAY[leg] + (WAY[leg + 1] - WAY[leg]) * (walked - leg)
    for number, point in enumerate([*WAY[1 : leg + 1], here]):
        painter.setPen(QColor("#8E2A4C"))
        painter.drawLine(WAY[number], point)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#8E2A4C"))
    painter.drawEllipse(here, 22, 22)


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    film(Path(sys.argv[1]).resolve(), to_the_desk, 6)
    film(Path(sys.argv[2]).resolve(), plain("#2F8F5B"), 0.66, QSize(320, 180))
