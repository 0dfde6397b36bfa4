"""A video as an item of the scene. QtMultimedia is loaded only when the first video is opened.

Qt's own VideoOutput draws nothing without a GPU, so each frame is painted as an image, which every renderer
supports.
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
"""How much longer than its length a video may take: a frame may be held, and the sound may outlast it."""

HELD = 1.5
"""The factor by which Qt may hold a frame longer than it should (1.25 observed in Qt 6.11)."""

UNKNOWN_MS = 30_000
"""How long a frame may be held if the length of the video is unknown."""

MIN_REST_MS = 200
"""If more than this is left at the end of a video, its last frame is held; less is due to rounding."""

MAX_PIXELS = 4096 * 2304
"""The maximum size of a frame; a larger video is not decoded."""

STILL_AT = 1 / 3
"""Where to take the frame shown if nothing may move: many videos start and end with black."""


@QmlElement
class Film(QQuickPaintedItem):
    """Plays one video at a time, each once; `ready` when the first frame of the open video can be seen.

    Reuse an instance: PySide 6.11 leaks the Python part of every item of a Python class that QML creates.
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
        """Whether the first frame is available."""
        return not self._image.isNull()

    @Property(bool, notify=failedChanged)
    def failed(self) -> bool:
        """Whether the video cannot be played, or has stalled."""
        return self._failed

    @Slot(QUrl, bool, bool)
    def open(self, source: QUrl, sound: bool, still: bool) -> None:  # noqa: FBT001  # QML has no keyword arguments
        """Open a video and decode its first frame, or a later one to show `still`; no other may be open."""
        self._source, self._sound, self._still = source, sound, still
        self._over, self._played = False, _Stopwatch()
        self._load(sound=False)

    def _load(self, *, sound: bool) -> None:
        """Open the source: without sound first, because a paused player stops once sound is buffered."""
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
        """Check what has been opened, before any frame is decoded."""
        from PySide6.QtMultimedia import QMediaMetaData  # noqa: PLC0415  # see above

        size = player.metaData().value(QMediaMetaData.Key.Resolution)
        if size is not None and size.width() * size.height() > MAX_PIXELS:
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
        """Wait for the next frame as long as the video may hold this one: to its end and a little longer."""
        left = self._left() if self.ready else 0
        self._stall.start(STALL_MS + int(HELD * left))

    def _left(self) -> int:
        """Return how many milliseconds of the video may be left."""
        if self._player is None or self._player.duration() <= 0:
            return UNKNOWN_MS
        return max(0, self._player.duration() - self._player.position())

    def _end(self) -> None:
        """Hold the last frame of a muted video for as long as its sound would last."""
        self._stall.stop()
        left = self._player.duration() - self._played.ms() if self._player and not self._sound else 0
        if not self.ready:
            self._fail()
        elif left > MIN_REST_MS:
            self._over = True
            self._rest.setInterval(left)
            self._follow_rest()
        else:
            self.ended.emit()

    @Slot()
    def _take(self) -> None:
        """Show the frame that is due, in place of one that has not been painted yet.

        A frame that was decoded before a pause took effect is dropped: an outgoing slide stands still.
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
        """Release the player and the frame."""
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
            _delete_when_open(self._player, self._sink)
        self._player, self._sink = None, None

    def paint(self, painter: QPainter) -> None:
        """Draw the current frame as large as fits."""
        if self._image.isNull():
            return
        from PySide6.QtCore import Qt  # noqa: PLC0415  # creates 93 enums, which must not delay the start

        area = self.size()
        size = QSizeF(self._image.size()).scaled(area, Qt.AspectRatioMode.KeepAspectRatio)
        corner = (area - size) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(corner.width(), corner.height(), size.width(), size.height()), self._image)


class _Stopwatch:
    """Measures how long a video has played, without pauses."""

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


def _delete_when_open(player: QMediaPlayer, sink: QVideoSink) -> None:
    """Delete both, once the file is open: FFmpeg reports a file as broken if it is stopped while opening it.

    The event loop deletes them. `stop` would hold the interpreter lock here while waiting for the player's
    threads, and deadlock with a thread that needs the lock to log something.
    """
    if player.mediaStatus() == player.MediaStatus.LoadingMedia:
        from PySide6.QtCore import Qt  # noqa: PLC0415  # as above

        for item in (player, sink):
            item.setParent(QCoreApplication.instance())
        once = Qt.ConnectionType.SingleShotConnection
        player.mediaStatusChanged.connect(lambda _status: _delete_when_open(player, sink), once)
        return
    player.deleteLater()
    sink.deleteLater()
