"""A video that is put away at any moment leaves nothing behind; what it shows is in test_kinds.py."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtTest import QSignalSpy

from kiosk.ui.film import Film

GREEN_FILM = Path(__file__).parent.parent / "media" / "green.mp4"
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
