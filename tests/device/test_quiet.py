"""The media modules' messages about each video do not reach the journal; their warnings do."""

import pytest
from PySide6.QtCore import QLoggingCategory

from kiosk.device.qt_application import quieten_ffmpeg


@pytest.fixture
def quiet(monkeypatch):
    monkeypatch.setenv("QT_FFMPEG_DEBUG", "1")
    quieten_ffmpeg()
    yield
    QLoggingCategory.setFilterRules("")


@pytest.mark.parametrize("name", ["default", "qt.multimedia.playbackengine.codec"])
def test_only_warnings_are_logged(quiet, name):
    category = QLoggingCategory(name)
    assert not category.isInfoEnabled()
    assert category.isWarningEnabled()
