"""A video as an item of the scene. QtMultimedia is loaded when the first one is opened, and not before.

Qt's own VideoOutput draws nothing without a GPU, so each frame is painted as a picture, which every renderer
can do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QCoreApplication, QRectF, QSizeF, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

QML_IMPORT_NAME = "Kiosk.Model"
QML_IMPORT_MAJOR_VERSION = 1

STALL_MS = 4000
"""How long a video may play without a new frame."""


@QmlElement
class Film(QQuickPaintedItem):
    """Plays `source` once while `playing`; `ready` when its first frame can be seen."""

    readyChanged = Signal()
    failedChanged = Signal()
    sourceChanged = Signal()
    playingChanged = Signal()
    soundChanged = Signal()
    ended = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._source = QUrl()
        self._image = QImage()
        self._playing = self._sound = self._failed = False
        self._player: QMediaPlayer | None = None
        self._sink: QVideoSink | None = None
        self._stall = QTimer(self, singleShot=True, interval=STALL_MS)
        self._stall.timeout.connect(self._fail)

    def _get_source(self) -> QUrl:
        return self._source

    def _set_source(self, source: QUrl) -> None:
        if source != self._source:
            self._source = source
            self.sourceChanged.emit()

    def _get_playing(self) -> bool:
        return self._playing

    def _set_playing(self, playing: bool) -> None:  # noqa: FBT001  # a property's setter
        if playing != self._playing:
            self._playing = playing
            self._follow()
            self.playingChanged.emit()

    def _get_sound(self) -> bool:
        return self._sound

    def _set_sound(self, sound: bool) -> None:  # noqa: FBT001  # a property's setter
        if sound != self._sound:
            self._sound = sound
            self.soundChanged.emit()

    source = Property(QUrl, _get_source, _set_source, notify=sourceChanged)
    playing = Property(bool, _get_playing, _set_playing, notify=playingChanged)
    sound = Property(bool, _get_sound, _set_sound, notify=soundChanged)

    @Property(bool, notify=readyChanged)
    def ready(self) -> bool:
        """Whether the first frame is there."""
        return not self._image.isNull()

    @Property(bool, notify=failedChanged)
    def failed(self) -> bool:
        """Whether it cannot be played, or has stalled."""
        return self._failed

    def componentComplete(self) -> None:
        """Open the video and decode its first frame."""
        super().componentComplete()
        if not self._source.isEmpty():
            self._open()

    def _open(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer, QVideoSink  # noqa: PLC0415  # see above

        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)
        self._player = player = QMediaPlayer(self)
        player.setVideoSink(self._sink)
        if self._sound:
            player.setAudioOutput(self._loudspeaker())
        player.mediaStatusChanged.connect(self._hear)
        player.errorOccurred.connect(self._fail)
        player.setSource(self._source)
        player.pause()
        self._stall.start()
        self._follow()

    def _loudspeaker(self) -> Any:  # noqa: ANN401  # a QAudioOutput, whose module is not loaded yet
        from PySide6.QtMultimedia import QAudioOutput  # noqa: PLC0415  # see above

        return QAudioOutput(self)

    def _follow(self) -> None:
        if self._player is None:
            return
        if self._playing:
            self._player.play()
            self._stall.start()
        else:
            self._player.pause()
            if self.ready:
                self._stall.stop()

    @Slot()
    def _take(self) -> None:
        """Take the frame that is due; one that comes while another waits replaces it."""
        image = self._sink.videoFrame().toImage() if self._sink else QImage()
        if image.isNull():
            return
        was_ready, self._image = self.ready, image
        self._stall.start() if self._playing else self._stall.stop()
        if not was_ready:
            self.readyChanged.emit()
        self.update()

    @Slot()
    def _hear(self) -> None:
        from PySide6.QtMultimedia import QMediaPlayer  # noqa: PLC0415  # see above

        status = self._player.mediaStatus() if self._player else None
        if status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._fail()
        elif status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._stall.stop()
            self.ended.emit()

    @Slot()
    def _fail(self) -> None:
        self._stall.stop()
        if not self._failed:
            self._failed = True
            self.failedChanged.emit()

    @Slot()
    def close(self) -> None:
        """Let go of the player and the frame; the Python half of an item outlives the other half."""
        self._stall.stop()
        if self._player and self._sink:
            self._sink.disconnect(self)
            self._player.disconnect(self)
            _let_go(self._player, self._sink)
        self._stall.deleteLater()
        self._player, self._sink, self._image = None, None, QImage()

    def paint(self, painter: QPainter) -> None:
        """Draw the last frame as large as fits."""
        if self._image.isNull():
            return
        room = self.size()
        size = QSizeF(self._image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        corner = (room - size) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(corner.width(), corner.height(), size.width(), size.height()), self._image)


def _let_go(player: QMediaPlayer, sink: QVideoSink) -> None:
    """Delete both, once the file is open: FFmpeg takes one that it is stopped in opening for a broken one."""
    if player.mediaStatus() == player.MediaStatus.LoadingMedia:
        for each in (player, sink):
            each.setParent(QCoreApplication.instance())
        once = Qt.ConnectionType.SingleShotConnection
        player.mediaStatusChanged.connect(lambda _status: _let_go(player, sink), once)
        return
    player.stop()
    player.deleteLater()
    sink.deleteLater()
