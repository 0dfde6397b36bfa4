"""A video as an item of the scene. QtMultimedia is loaded when the first one is opened, and not before.

Qt's own VideoOutput draws nothing without a GPU, so each frame is painted as a picture, which every renderer
can do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    Property,
    QCoreApplication,
    QElapsedTimer,
    QRectF,
    QSizeF,
    QTimer,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

STALL_MS = 4000
"""How much longer a video may take than its length: a picture may be held, and the sound may outlast it."""

HELD = 1.5
"""How many times as long as it should Qt may show a picture that is held (1.25 times, seen in 6.11)."""

UNKNOWN_MS = 30_000
"""How long a picture may be held where the length of the video is not known."""

LEAST_REST_MS = 200
"""What is left of a video at its end, if it is more than this, is a held picture, not a rounded length."""

MOST_PIXELS = 4096 * 2304
"""Of a frame; a larger one is not decoded."""

STILL_AT = 1 / 3
"""Where in a video the frame lies that is shown where nothing may move: many begin and end in black."""


@QmlElement
class Film(QQuickPaintedItem):
    """Plays one video once, then another; `ready` when the first frame of the one that is open can be seen.

    It is made to last: of each item that QML makes of a Python class, PySide 6.11 keeps the Python half.
    """

    readyChanged = Signal()
    failedChanged = Signal()
    playingChanged = Signal()
    ended = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._playing = self._failed = self._loaded = self._still = self._over = False
        self._source, self._sound = QUrl(), False
        self._played = _Stopwatch()
        self._player: QMediaPlayer | None = None
        self._sink: QVideoSink | None = None
        self._stall = QTimer(self, singleShot=True, interval=STALL_MS)
        self._stall.timeout.connect(self._fail)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.ended)

    def _get_playing(self) -> bool:
        return self._playing

    def _set_playing(self, playing: bool) -> None:  # noqa: FBT001  # a property's setter
        if playing != self._playing:
            self._playing = playing
            self._follow()
            self.playingChanged.emit()

    playing = Property(bool, _get_playing, _set_playing, notify=playingChanged)

    @Property(bool, notify=readyChanged)
    def ready(self) -> bool:
        """Whether the first frame is there."""
        return not self._image.isNull()

    @Property(bool, notify=failedChanged)
    def failed(self) -> bool:
        """Whether it cannot be played, or has stalled."""
        return self._failed

    @Slot(QUrl, bool, bool)
    def open(self, source: QUrl, sound: bool, still: bool) -> None:  # noqa: FBT001  # QML names no arguments
        """Open a video and decode its first frame, or a later one to stand `still`; nothing may be open."""
        self._source, self._sound, self._still = source, sound, still
        self._over, self._played = False, _Stopwatch()
        self._load(sound=False)

    def _load(self, *, sound: bool) -> None:
        """Open the source: without sound first, for a paused player with sound reads no further than that."""
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink  # noqa: PLC0415  # see above

        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)
        self._player = player = QMediaPlayer(self)
        player.setVideoSink(self._sink)
        if sound:
            player.setAudioOutput(QAudioOutput(player))
        player.mediaStatusChanged.connect(self._hear)
        player.errorOccurred.connect(self._fail)
        self._loaded = False
        self._stall.start(STALL_MS)
        player.setSource(self._source)

    def _begin(self, player: QMediaPlayer) -> None:
        """Look at what has been opened, before anything of it is decoded."""
        from PySide6.QtMultimedia import QMediaMetaData  # noqa: PLC0415  # see above

        size = player.metaData().value(QMediaMetaData.Key.Resolution)
        if size is not None and size.width() * size.height() > MOST_PIXELS:
            self._fail()
            return
        self._loaded = True
        if self._still:
            player.setPosition(int(player.duration() * STILL_AT))
        self._follow()

    def _follow(self) -> None:
        if self._player is None or not self._loaded:
            return
        if self._over:
            self._follow_rest()
        elif self._playing and self._sound and self._player.audioOutput() is None:
            self._drop_player()
            self._load(sound=True)
        elif self._playing:
            self._player.play()
            self._played.run()
            self._wait()
        else:
            self._player.pause()
            self._played.stop()
            if self.ready:
                self._stall.stop()

    def _follow_rest(self) -> None:
        if self._playing:
            self._rest.start()
        elif self._rest.isActive():
            self._rest.setInterval(self._rest.remainingTime())
            self._rest.stop()

    def _wait(self) -> None:
        """Wait for the next frame for as long as the video may hold this one: to its end, and a little."""
        left = self._left() if self.ready else 0
        self._stall.start(STALL_MS + int(HELD * left))

    def _left(self) -> int:
        """Return for how many milliseconds the video may still go on."""
        if self._player is None or self._player.duration() <= 0:
            return UNKNOWN_MS
        return max(0, self._player.duration() - self._player.position())

    def _end(self) -> None:
        """Hold the last picture of a video for as long as its sound would last if it were heard."""
        self._stall.stop()
        left = self._player.duration() - self._played.ms() if self._player and not self._sound else 0
        if not self.ready:
            self._fail()
        elif left > LEAST_REST_MS:
            self._over = True
            self._rest.setInterval(left)
            self._follow_rest()
        else:
            self.ended.emit()

    @Slot()
    def _take(self) -> None:
        """Take the frame that is due; one that comes while another waits replaces it.

        One that was decoded before the pause came is dropped: a slide that gives way stands still.
        """
        if self.ready and not (self._playing or self._still):
            return
        image = self._sink.videoFrame().toImage() if self._sink else QImage()
        if image.isNull():
            return
        was_ready, self._image = self.ready, image
        self._wait() if self._playing else self._stall.stop()
        if not was_ready:
            self.readyChanged.emit()
        self.update()

    @Slot()
    def _hear(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415  # see above

        status = self._player.mediaStatus() if self._player else None
        if status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._fail()
        elif status == QMediaPlayer.MediaStatus.LoadedMedia and self._player and not self._loaded:
            self._begin(self._player)
        elif status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._end()

    @Slot()
    def _fail(self) -> None:
        self._stall.stop()
        if not self._failed:
            self._failed = True
            self.failedChanged.emit()

    @Slot()
    def close(self) -> None:
        """Let go of the player and the frame."""
        if self._player is None or self._sink is None:
            return
        self._rest.stop()
        self._drop_player()
        self._image = QImage()
        self._failed = self._loaded = False
        self.readyChanged.emit()
        self.failedChanged.emit()

    def _drop_player(self) -> None:
        if self._player and self._sink:
            self._stall.stop()
            self._sink.disconnect(self)
            self._player.disconnect(self)
            _let_go(self._player, self._sink)
        self._player, self._sink = None, None

    def paint(self, painter: QPainter) -> None:
        """Draw the last frame as large as fits."""
        if self._image.isNull():
            return
        from PySide6.QtCore import Qt  # noqa: PLC0415  # its 93 enums are made here, not at the start

        room = self.size()
        size = QSizeF(self._image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        corner = (room - size) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(corner.width(), corner.height(), size.width(), size.height()), self._image)


class _Stopwatch:
    """For how long a video has played, without its pauses."""

    def __init__(self) -> None:
        self._timer, self._before = QElapsedTimer(), 0

    def run(self) -> None:
        if not self._timer.isValid():
            self._timer.start()

    def stop(self) -> None:
        self._before = self.ms()
        self._timer.invalidate()

    def ms(self) -> int:
        return self._before + (self._timer.elapsed() if self._timer.isValid() else 0)


def _let_go(player: QMediaPlayer, sink: QVideoSink) -> None:
    """Delete both, once the file is open: FFmpeg takes one that it is stopped in opening for a broken one.

    The event loop deletes them. `stop` here would hold the interpreter while waiting for the player's
    threads, and one of these that has something to log waits for the interpreter.
    """
    if player.mediaStatus() == player.MediaStatus.LoadingMedia:
        from PySide6.QtCore import Qt  # noqa: PLC0415  # as above

        for each in (player, sink):
            each.setParent(QCoreApplication.instance())
        once = Qt.ConnectionType.SingleShotConnection
        player.mediaStatusChanged.connect(lambda _status: _let_go(player, sink), once)
        return
    player.deleteLater()
    sink.deleteLater()
